import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { hasWords } from '../attempt.ts';
import type { OutcomeBasis } from '../case-event.ts';
import type { RefusalCode } from '../case-refusal.ts';
import type { CaseRecord } from '../case-state.ts';
import { boundsOf, isAdult, isChild, isKnownToBe, knownValue } from '../known-facts.ts';

/** What an outcome is judged on. */
export interface OutcomeAttempt {
  readonly type: string | null;
  readonly basis: OutcomeBasis;
  readonly record: CaseRecord;
  /** The outcome type the scheme gives on completion; null where none applies. */
  readonly schemeType: string | null;
  readonly schemeKind: string;
  readonly activityDone: boolean;
  readonly returnedForProsecution: boolean;
  readonly timeLimitPassed: boolean;
  readonly today: CalendarDay;
  readonly pcscCautionsCommenced: boolean;
}

type Check = (attempt: OutcomeAttempt) => RefusalCode | null;

export interface OutcomeRule {
  readonly name: string;
  /** What it rests on, as it is kept with the case. */
  readonly legalBasis: string;
  readonly onlyWhen: readonly Check[];
  readonly source: string;
}

const refuseUnless = (code: RefusalCode, holds: (attempt: OutcomeAttempt) => boolean): Check => {
  return (attempt) => (holds(attempt) ? null : code);
};

const activityDone = refuseUnless('activity-not-done', (attempt) => attempt.activityDone);
const rationaleGiven = refuseUnless('rationale-needed', ({ basis }) => hasWords(basis.rationale));
const returned = refuseUnless('not-returned-for-prosecution', (attempt) => attempt.returnedForProsecution);
const inTime = refuseUnless('time-limit-passed', (attempt) => !attempt.timeLimitPassed);
const admission = refuseUnless('admission-needed', ({ record }) => isKnownToBe(record.facts, 'admission', 'admits'));
const agreesToDisposal = refuseUnless('no-agreement-to-disposal', ({ basis }) => basis.agreesToDisposal);
const victimConsulted = refuseUnless('victim-not-consulted', ({ basis }) => basis.victim.is !== 'not-consulted');
const personalUse = refuseUnless('not-personal-use', ({ record }) =>
  isKnownToBe(record.facts, 'amount', 'personal-use'),
);

/** An admission accepts responsibility; a denial on record outweighs what is said at the end, until it is amended. */
const responsibilityAccepted = refuseUnless(
  'responsibility-not-accepted',
  ({ basis, record: { facts } }) =>
    !isKnownToBe(facts, 'admission', 'denies') &&
    (basis.responsibilityAccepted || isKnownToBe(facts, 'admission', 'admits')),
);

const evidenceSufficient = refuseUnless(
  'evidence-not-sufficient',
  ({ basis, record: { facts } }) =>
    isKnownToBe(facts, 'evidence-to-charge', true) ||
    (basis.evidenceSufficient && !isKnownToBe(facts, 'evidence-to-charge', false)),
);

/** Where there is a victim, it must be known that the two were not intimate partners, or that nothing was domestic. */
const notIntimatePartnerAbuse: Check = ({ basis, record: { facts } }) => {
  if (isKnownToBe(facts, 'intimate-partner-abuse', true)) return 'intimate-partner-abuse';
  const ruledOut = isKnownToBe(facts, 'intimate-partner-abuse', false) || isKnownToBe(facts, 'domestic-abuse', 'none');
  return ruledOut || basis.victim.is === 'no-victim' ? null : 'intimate-partner-abuse-not-settled';
};

/** Gravity 4 and 5 are read as serious (assumed: the matrix says charge, or probably charge). */
const SERIOUS_GRAVITY = 4;
const inspectorWhereSerious = refuseUnless('inspector-needed', ({ basis, record: { facts } }) => {
  const serious = basis.serious || boundsOf(facts, 'gravity-score').least >= SERIOUS_GRAVITY;
  return !serious || hasWords(basis.inspector);
});

const adult: Check = ({ record: { facts } }) =>
  isAdult(facts) ? null : isChild(facts) ? 'adults-only' : 'age-not-settled';
const child: Check = ({ record: { facts } }) =>
  isChild(facts) ? null : isAdult(facts) ? 'children-only' : 'age-not-settled';

/** It began between February and April 2026; the later end is used, as in reference/outcome-types.yaml. */
const FIRST_DAY_OF_OUTCOME_23 = '2026-04-01';
const from2026 = refuseUnless('outcome-not-yet-in-use', ({ today }) => today >= FIRST_DAY_OF_OUTCOME_23);

const prosecutionDecisionHeld = refuseUnless(
  'prosecution-decision-not-held',
  ({ schemeKind, record: { facts } }) =>
    schemeKind === 'deferred-prosecution' || isKnownToBe(facts, 'decided-to-charge', true),
);

const cannabisOrKhatAlone = refuseUnless('not-cannabis-or-khat', ({ record: { facts } }) => {
  const substances = knownValue(facts, 'substances');
  if (!Array.isArray(substances) || substances.length === 0) return false;
  return substances.every((drug) => drug === 'cannabis' || drug === 'khat');
});

/** The Home Office outcome types that can end a diversion, and what the law asks of each. */
export const outcomeRules = {
  '1': {
    name: 'Charged or summonsed',
    legalBasis: 'Charge or summons',
    onlyWhen: [returned, inTime],
    source: 'Home Office outcome types [S-OOCD2]; Magistrates’ Courts Act 1980 s127',
  },
  '2': {
    name: 'Caution: youth',
    legalBasis: 'Youth caution or youth conditional caution',
    onlyWhen: [child, admission, evidenceSufficient, agreesToDisposal],
    source: 'Crime and Disorder Act 1998 s66ZA, s66A (assumed); Home Office outcome types [S-OOCD2]',
  },
  '3': {
    name: 'Caution: adult',
    legalBasis: 'Simple or conditional caution (Criminal Justice Act 2003 s22)',
    onlyWhen: [adult, admission, evidenceSufficient, agreesToDisposal],
    source: 'Criminal Justice Act 2003 s22 (assumed); Home Office outcome types [S-OOCD2]',
  },
  '6': {
    name: 'Penalty notice for disorder',
    legalBasis: 'Penalty notice, cancelled by attending the course',
    onlyWhen: [adult, activityDone],
    source: '18 and over since April 2013 [S-KENT]; course instead of the penalty [S-POR]',
  },
  '7': {
    name: 'Cannabis or khat warning',
    legalBasis: 'Cannabis or khat warning',
    onlyWhen: [adult, admission, personalUse, cannabisOrKhatAlone],
    source: 'Out-of-court disposals quick reference guide [S-QRG]',
  },
  '8': {
    name: 'Community resolution',
    legalBasis: 'Community resolution under NPCC guidance',
    onlyWhen: [
      notIntimatePartnerAbuse,
      responsibilityAccepted,
      evidenceSufficient,
      victimConsulted,
      inspectorWhereSerious,
      rationaleGiven,
    ],
    source: 'NPCC guidance on community resolutions [S-CR, S-CB, S-NPCC19]',
  },
  '22': {
    name: 'Diversionary, educational or intervention activity undertaken',
    legalBasis: 'Activity done; further action not in the public interest',
    onlyWhen: [activityDone],
    source: 'NPCC guidance on outcome 22 [S-O22, S-KN]',
  },
  '23': {
    name: 'Deferred prosecution: child',
    legalBasis: 'Deferred prosecution of a child; the decision to charge was held and is not taken further',
    onlyWhen: [child, prosecutionDecisionHeld, from2026, activityDone],
    source: 'Guidance on deferred prosecution of children, 2026 [S-O23]; the first day is assumed',
  },
} as const satisfies { readonly [type: string]: OutcomeRule };

export type DiversionOutcomeType = keyof typeof outcomeRules;

/** Types that count part of another and are never recorded alone [S-OOCD]. */
const OF_WHICH = ['1A', '2A', '3A'];
/** The types are numbered from 1, without gaps. */
const FIRST_NUMBER_WITHOUT_TYPE = 24;

function isDiversionOutcome(type: string | null): type is DiversionOutcomeType {
  return Object.keys(outcomeRules).some((known) => known === type);
}

/** Why a type that ends no diversion may not be recorded. */
function refusalOfType(type: string): RefusalCode {
  if (type === '0') return 'outcome-not-a-type';
  if (OF_WHICH.includes(type)) return 'outcome-of-which';
  const isHomeOfficeType = /^[1-9]\d?$/.test(type) && Number(type) < FIRST_NUMBER_WITHOUT_TYPE;
  return isHomeOfficeType ? 'outcome-not-by-diversion' : 'outcome-not-known';
}

/** Why an outcome may not be recorded; null where it may. A null type is a scheme that leads to none. */
export function refusalOfOutcome(attempt: OutcomeAttempt): RefusalCode | null {
  const { type, basis, schemeType } = attempt;
  if (type !== null && !isDiversionOutcome(type)) return refusalOfType(type);
  if (basis.pcscCaution !== null && !attempt.pcscCautionsCommenced) return 'pcsc-caution-not-commenced';
  const checks: readonly Check[] = type === null ? [activityDone] : outcomeRules[type].onlyWhen;
  const refused = checks.map((check) => check(attempt)).find((code) => code !== null);
  if (refused) return refused;
  const asTheSchemeSays = type === schemeType || attempt.returnedForProsecution;
  return asTheSchemeSays || hasWords(basis.departure) ? null : 'outcome-differs-from-scheme';
}

/** What an outcome rests on, in words, as it is kept with the case. */
export function legalBasisOf(type: string | null, basis: OutcomeBasis): string {
  if (basis.pcscCaution !== null) return `Police, Crime, Sentencing and Courts Act 2022 Part 6: ${basis.pcscCaution}`;
  if (!isDiversionOutcome(type)) return 'No Home Office outcome applies under this scheme';
  return outcomeRules[type].legalBasis;
}
