import { modeWords, momentWords } from '../../../providers/index.ts';
import { assumedBehind } from '../../../eligibility/index.ts';
import type { ReferenceWords } from '../../../reference/index.ts';
import { isNeedToKnow, plainWords } from '../../../reference/index.ts';
import { formatDateTime, formatDay } from '../../../web/markup/index.ts';
import type { AmendedValue, EventOf, EventType, OutcomeBasis } from '../../domain/case-event.ts';
import {
  attendanceWords,
  consentHowWords,
  notCompletedWords,
  otherwiseWords,
  rejectionWords,
  relationshipWords,
  returnedWords,
  whoseDoingWords,
  withdrawnWords,
} from './choices.ts';
import { factValueWords, factWords, verdictWords } from '../../../triage/index.ts';

/** Every event of a case in words, as its timeline says them. */

/** What the words of events look up. */
export interface EventNames {
  readonly words: ReferenceWords;
  readonly schemeName: (scheme: string) => string;
  /** Whether the scheme that was offered has anything to do. */
  readonly hasActivity: boolean;
  /** Which appointment it was; null where the log at hand does not tell. */
  readonly appointment: (id: string) => string | null;
}

interface EventWords<T extends EventType> {
  /** In a few words; where they turn on what the event holds, what makes them. */
  readonly happened: string | ((event: EventOf<T>) => string);
  /** What a reader of the timeline wants to know besides, a sentence each. */
  readonly details: (event: EventOf<T>, names: EventNames) => readonly (string | null)[];
}

const at = (instant: string): string => formatDateTime(new Date(instant));

/** Every event in words: what happened, and what in particular. An event without its words here does not compile. */
export const eventWords: { readonly [T in EventType]: EventWords<T> } = {
  'person-triaged': {
    happened: 'Triage finished and decided',
    details: ({ data: { decisions } }) => [eligibleFor(decisions)],
  },
  'decision-overridden': {
    happened: ({ data }) => (data.from === 'needs-discretion' ? 'Judgement recorded' : 'Decision overridden'),
    details: ({ data }, { schemeName }) => [
      `${schemeName(data.scheme)}: from ${verdictWords(data.from).toLowerCase()} to ${verdictWords(data.to).toLowerCase()}.`,
      `Reason: ${data.reason}`,
      data.authority && `Authority: ${data.authority}`,
    ],
  },
  'scheme-offered': {
    happened: 'Scheme offered',
    details: ({ data }, { schemeName }) => [
      `${schemeName(data.scheme)}${data.overridden ? ', after a judgement or an override' : ''}.`,
      `Without the offer: ${otherwiseWords[data.otherwise].toLowerCase()}.`,
    ],
  },
  'offer-declined': { happened: 'Offer declined', details: ({ data }) => [`Reason: ${data.reason}`] },
  'offer-accepted': {
    happened: 'Offer accepted',
    details: ({ data: { takePart, share, appropriateAdult } }) => [
      `${share === null ? 'Accepts' : 'Consent to take part'}: ${takePart.given ? `yes, ${lower(consentHowWords[takePart.how])}` : 'no'}.`,
      share &&
        `Consent to share details with the provider: ${share.given ? `yes, ${lower(consentHowWords[share.how])}` : 'no'}.`,
      appropriateAdult &&
        `Appropriate adult: ${appropriateAdult.name}, ${lower(relationshipWords[appropriateAdult.relationship])}.`,
    ],
  },
  'agreement-signed': {
    happened: 'Agreement signed',
    details: ({ data }) => [
      `Signed on ${formatDay(data.signedOn)}.`,
      ...data.conditions.map(({ words }) => words),
      data.share && `Consent to share: ${data.share.given ? `yes, ${lower(consentHowWords[data.share.how])}` : 'no'}.`,
    ],
  },
  'person-referred': {
    happened: 'Referred to a provider',
    details: ({ data }) => [`${data.providerName}, ${data.serviceName}.`],
  },
  'place-booked': {
    happened: 'Place booked',
    details: ({ data }) => [`${momentWords(data.startsAt)}.`, `${modeWords[data.mode]}: ${data.where}.`],
  },
  'referral-rejected': {
    happened: 'Referral rejected',
    details: ({ data }) => [`${rejectionWords[data.reason]}.`],
  },
  'referral-accepted': { happened: 'Referral accepted', details: () => [] },
  'contact-attempted': {
    happened: 'Contact attempted',
    details: ({ data }) => [data.reached ? 'The person was reached.' : 'The person was not reached.'],
  },
  'appointment-booked': {
    happened: 'Appointment booked',
    details: ({ data }) => [`${plainWords(data.step)}, ${at(data.startsAt)}.`],
  },
  'appointment-moved': {
    happened: 'Appointment moved',
    details: ({ data }) => [`Now ${at(data.startsAt)}.`, `Whose doing: ${lower(whoseDoingWords[data.whose])}.`],
  },
  'appointment-kept': {
    happened: 'Appointment kept',
    details: ({ data }, { appointment }) => [appointment(data.appointmentId)],
  },
  'appointment-late': {
    happened: 'Appointment kept, late',
    details: ({ data }, { appointment }) => [
      appointment(data.appointmentId),
      `Whose doing: ${lower(whoseDoingWords[data.whose])}.`,
    ],
  },
  'appointment-missed': {
    happened: 'Appointment missed',
    details: ({ data }, { appointment }) => [
      appointment(data.appointmentId),
      `Whose doing: ${lower(whoseDoingWords[data.whose])}.`,
    ],
  },
  'attendance-corrected': {
    happened: 'Attendance corrected',
    details: ({ data }, { appointment }) => [
      appointment(data.appointmentId),
      `From ${lower(attendanceWords[data.from.is])} to ${lower(attendanceWords[data.to.is])}.`,
      data.to.is !== 'kept' ? `Whose doing: ${lower(whoseDoingWords[data.to.whose])}.` : null,
    ],
  },
  'appointment-cancelled': {
    happened: 'Appointment cancelled',
    details: ({ data }, { appointment }) => [
      appointment(data.appointmentId),
      `Whose doing: ${lower(whoseDoingWords[data.whose])}.`,
    ],
  },
  'condition-varied': {
    happened: 'Condition varied',
    details: ({ data }) => [
      `From: ${data.from}`,
      `To: ${data.to}`,
      `Reason: ${data.reason}`,
      `Asked for by ${data.proposedBy.name}.`,
    ],
  },
  'breach-recorded': {
    happened: 'Breach recorded',
    details: ({ data }) => [`Step: ${lower(plainWords(data.step))}.`, `What happened: ${data.reason}`],
  },
  'activity-completed': {
    happened: 'Activity completed',
    details: ({ data }) =>
      data.dose.map(({ step, planned, delivered }) => `${plainWords(step)}: ${delivered} of ${planned}.`),
  },
  'activity-not-completed': {
    happened: 'Activity not completed',
    details: ({ data }) => [`${notCompletedWords[data.reason]}.`, data.endedBy === 'police' ? data.words : null],
  },
  'outcome-given': {
    happened: 'Outcome recorded as given',
    details: ({ data }, { words }) => [...outcomeWords(data, words), `Given on ${formatDay(data.givenOn)}.`],
  },
  'outcome-corrected': {
    happened: ({ data }) => (data.to === null ? 'Outcome taken back' : 'Outcome corrected'),
    details: ({ data }, { words }) => [
      `From ${data.was === null ? 'no Home Office outcome' : `outcome ${data.was}`}.`,
      ...(data.to === null ? [] : outcomeWords(data.to, words)),
      `Reason: ${data.reason}`,
    ],
  },
  'closed-with-outcome': {
    happened: 'Case closed with the outcome that was given',
    details: ({ data }, names) => [
      data.outcomeType && `Outcome ${data.outcomeType}.`,
      names.hasActivity ? `The activity: ${activityWords[data.activity]}.` : null,
      data.reason && `Why nothing more follows: ${data.reason}`,
    ],
  },
  'youth-justice-told': {
    happened: 'Youth justice service told',
    details: ({ data }) => [`${data.team}, on ${formatDay(data.toldOn)}.`],
  },
  'outcome-recorded': {
    happened: 'Outcome recorded and case closed',
    details: ({ data }, { words }) => outcomeWords(data, words),
  },
  'returned-for-prosecution': {
    happened: ({ data }) => `${returnedWords(data.consequence)} and closed`,
    details: ({ data }) => [
      `What follows: ${lower(otherwiseWords[data.consequence])}.`,
      data.outcomeType && 'Outcome 1, charged or summonsed.',
      data.timeLimit.passed ? 'The time limit for a charge had passed.' : null,
      `Reason: ${data.reason}`,
    ],
  },
  'no-further-consequence': {
    happened: 'Closed without further consequence',
    details: ({ data }) => [`Reason: ${data.reason}`],
  },
  'case-withdrawn': {
    happened: 'Case withdrawn',
    details: ({ data }) => [`${withdrawnWords[data.reason.is]}.`],
  },
  'case-reopened': { happened: 'Case reopened', details: ({ data }) => [`Reason: ${data.reason}`] },
  'fact-amended': {
    happened: 'Fact amended',
    details: ({ data }, { words, schemeName }) => [
      amendedWords(data, words),
      ...data.follows.map((each) => amendedWords(each, words)),
      ...data.changed.map(({ scheme, to }) => `${schemeName(scheme)} would now be: ${lower(verdictWords(to))}.`),
      `Reason: ${data.reason}`,
    ],
  },
  'birthday-corrected': {
    happened: 'Date of birth corrected',
    details: ({ data }, { words, schemeName }) => [
      ...data.follows.map((each) => amendedWords(each, words)),
      ...data.changed.map(({ scheme, to }) => `${schemeName(scheme)} would now be: ${lower(verdictWords(to))}.`),
      `Reason: ${data.reason}`,
    ],
  },
  'decided-again': {
    happened: 'Decided again',
    details: ({ data }, { words }) => [
      ...data.answers.map((each) => amendedWords(each, words)),
      eligibleFor(data.decisions),
      `Reason: ${data.reason}`,
    ],
  },
  'verdict-confirmed': {
    happened: 'Confirmed that the case goes on',
    details: ({ data }, { schemeName }) => [
      `${schemeName(data.scheme)} would now be: ${lower(verdictWords(data.verdict))}.`,
      `Reason: ${data.reason}`,
      data.authority && `Authority: ${data.authority}`,
    ],
  },
};

/** For how many schemes the person was eligible, and how many of those verdicts rest on a rule that no source says. */
function eligibleFor(decisions: EventOf<'person-triaged'>['data']['decisions']): string {
  const eligible = decisions.filter(({ verdict }) => verdict === 'eligible');
  const assumed = eligible.filter((decision) => assumedBehind(decision).length > 0).length;
  return `Eligible for ${eligible.length} of ${decisions.length} schemes${assumed > 0 ? `, ${assumed} of them by assumed rules` : ''}.`;
}

function amendedWords({ fact, old, new: value }: AmendedValue, words: ReferenceWords): string {
  if (isNeedToKnow(words, fact))
    return `${factWords(words, fact)} What is known of it stands in the facts of the case.`;
  return `${factWords(words, fact)} From ${lower(factValueWords(words, fact, old))} to ${lower(factValueWords(words, fact, value))}.`;
}

/** What happened, in a few words. */
export function happened<T extends EventType>(event: EventOf<T>): string {
  const words: EventWords<T> = eventWords[event.type];
  return typeof words.happened === 'string' ? words.happened : words.happened(event);
}

/** What in particular, a sentence each. */
export function detailsOf<T extends EventType>(event: EventOf<T>, names: EventNames): readonly string[] {
  const details: readonly (string | null)[] = eventWords[event.type].details(event, names);
  return details.filter((detail): detail is string => detail !== null && detail !== '');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const activityWords = { completed: 'completed', 'not-completed': 'not completed', 'not-begun': 'not begun' } as const;

/** An outcome, what it rests on, and why. */
function outcomeWords(
  { type, legalBasis, basis }: Pick<EventOf<'outcome-recorded'>['data'], 'type' | 'legalBasis' | 'basis'>,
  words: ReferenceWords,
): readonly (string | null)[] {
  return [
    type === null
      ? 'No Home Office outcome applies.'
      : `Outcome ${type}, ${lower(words.outcomeTypes.get(type) ?? '')}.`,
    `Basis: ${legalBasis}.`,
    ...(type === '8' ? resolutionWords(basis) : []),
    basis.departure && `Why not the outcome in the scheme’s document: ${basis.departure}`,
    basis.rationale && `Reasons: ${basis.rationale}`,
  ];
}

/** What a community resolution rests on beside its reasons, as the coordinator answered. */
function resolutionWords(basis: OutcomeBasis): readonly (string | null)[] {
  const { responsibilityAccepted, evidenceSufficient, victim, serious, history, youthJustice, authority } = basis;
  return [
    `Responsibility accepted: ${responsibilityAccepted ? 'yes' : 'no'}.`,
    `Evidence sufficient: ${evidenceSufficient ? 'yes' : 'no'}.`,
    victim.is === 'consulted' ? `The victim says: ${victim.view}` : `${victimWords[victim.is]}.`,
    `Serious case: ${serious ? 'yes' : 'no'}.`,
    history === null ? null : `Offended before: ${history ? 'yes' : 'no'}.`,
    youthJustice && `The youth justice service agreed: ${youthJustice}.`,
    ...leaveWords(authority),
  ];
}

/** Who gave leave, where somebody did. */
function leaveWords(authority: OutcomeBasis['authority']): readonly string[] {
  return authority === null ? [] : [`Leave was given by ${rankWords[authority.by]}: ${authority.name}.`];
}

const rankWords = { sergeant: 'a sergeant', inspector: 'an inspector', prosecutor: 'a prosecutor' } as const;

const victimWords = { 'no-victim': 'There is no victim', 'not-consulted': 'The victim was not asked' } as const;
