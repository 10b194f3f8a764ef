import { describe, expect, test } from 'vitest';
import type { OutcomeBasis } from '../../src/cases/domain/case-event.ts';
import type { RefusalCode } from '../../src/cases/domain/case-refusal.ts';
import { decideCase } from '../../src/cases/domain/decide-case.ts';
import { lawOfOutcome, outcomesInLaw, waitsForActivity } from '../../src/cases/domain/outcome/index.ts';
import { addDays, calendarDayOf } from '../../src/shared/calendar-day.ts';
import type { RecordedFacts } from '../../src/triage/domain/index.ts';
import { answer, aScheme, basis, context, coordinator, facts, caseThrough, law } from './case-in-state.ts';

/** Somebody to whom the law of one clause forbids an outcome, where everything else is in order. */
interface Forbidden {
  readonly clause: string;
  readonly who: string;
  readonly facts?: RecordedFacts;
  readonly basis?: Partial<OutcomeBasis>;
  readonly ageToday?: number;
  readonly refusal: RefusalCode;
  /** Whose activity is not done. */
  readonly notDone?: boolean;
  readonly kind?: string;
  readonly daysAgo?: number;
}

interface Outcome {
  readonly type: string | null;
  readonly force?: string;
  /** Facts and basis of somebody to whom it may be given. */
  readonly facts: RecordedFacts;
  readonly basis?: Partial<OutcomeBasis>;
  readonly ageToday: number;
  readonly disposals?: readonly string[];
  readonly forbidden: readonly Forbidden[];
}

const sergeant = { by: 'sergeant', name: 'PS Made-up' } as const;
const inspector = { by: 'inspector', name: 'Insp Made-up' } as const;
const tenYears = { clause: 'LAW-1', who: 'a child of 9', facts: { age: 9 }, ageToday: 10 } as const;
const crownCourt = { 'mode-of-trial': 'indictable-only' } as const;
const noOffence = {
  clause: 'LAW-11',
  who: 'somebody found with alcohol',
  facts: { substances: ['alcohol'] },
  refusal: 'no-offence',
} as const;
const cannabis = { substances: ['cannabis'], amount: 'personal-use' };

const outcomes: readonly Outcome[] = [
  {
    type: '2',
    facts: { age: 15 },
    ageToday: 15,
    forbidden: [
      { clause: 'LAW-50', who: 'an adult', facts: { age: 25 }, ageToday: 25, refusal: 'children-only' },
      {
        clause: 'LAW-50',
        who: 'somebody who is 18 by now',
        facts: { age: 17 },
        ageToday: 18,
        refusal: 'children-only',
      },
      { clause: 'LAW-51', who: 'a child who denies it', facts: { admission: 'denies' }, refusal: 'admission-needed' },
      {
        clause: 'LAW-51',
        who: 'a child who says nothing',
        facts: { admission: 'no-reply' },
        refusal: 'admission-needed',
      },
      {
        clause: 'LAW-52',
        who: 'no evidence',
        facts: { 'evidence-to-charge': false },
        refusal: 'evidence-not-sufficient',
      },
      {
        clause: 'LAW-53',
        who: 'no agreement',
        basis: { agreesToDisposal: false },
        refusal: 'no-agreement-to-disposal',
      },
      { ...tenYears, refusal: 'excluded-in-law' },
      { clause: 'LAW-2', who: 'what only the Crown Court may try', facts: crownCourt, refusal: 'excluded-in-law' },
      noOffence,
    ],
  },
  {
    type: '3',
    facts: { 'domestic-abuse': 'none' },
    basis: { authority: sergeant },
    ageToday: 25,
    forbidden: [
      { clause: 'LAW-40', who: 'a child of 17', facts: { age: 17 }, ageToday: 17, refusal: 'adults-only' },
      { clause: 'LAW-41', who: 'somebody who denies it', facts: { admission: 'denies' }, refusal: 'admission-needed' },
      {
        clause: 'LAW-41',
        who: 'somebody who says nothing',
        facts: { admission: 'no-reply' },
        refusal: 'admission-needed',
      },
      {
        clause: 'LAW-42',
        who: 'no evidence',
        facts: { 'evidence-to-charge': false },
        refusal: 'evidence-not-sufficient',
      },
      {
        clause: 'LAW-43',
        who: 'no agreement',
        basis: { agreesToDisposal: false },
        refusal: 'no-agreement-to-disposal',
      },
      { clause: 'LAW-44', who: 'a hate crime', facts: { 'hate-crime': true }, refusal: 'inspector-needed' },
      { clause: 'LAW-45', who: 'domestic abuse', facts: { 'domestic-abuse': 'standard' }, refusal: 'inspector-needed' },
      {
        clause: 'LAW-46',
        who: 'what only the Crown Court may try, on an inspector’s leave',
        facts: crownCourt,
        basis: { authority: inspector },
        refusal: 'prosecutor-needed',
      },
      { clause: 'LAW-47', who: 'a weapon', facts: { 'offence-group': 'weapon' }, refusal: 'inspector-needed' },
      { clause: 'LAW-48', who: 'nobody’s leave', basis: { authority: null }, refusal: 'sergeant-needed' },
      {
        clause: 'LAW-49',
        who: 'a second caution within two years',
        facts: { 'similar-caution-within-two-years': true },
        refusal: 'inspector-needed',
      },
      noOffence,
    ],
  },
  {
    type: '6',
    facts: { substances: ['cannabis'] },
    ageToday: 25,
    forbidden: [
      { clause: 'LAW-60', who: 'a child of 16', facts: { age: 16 }, ageToday: 16, refusal: 'adults-only' },
      { clause: 'LAW-60', who: 'a child of 17', facts: { age: 17 }, ageToday: 17, refusal: 'adults-only' },
      { clause: 'LAW-61', who: 'heroin', facts: { substances: ['heroin'] }, refusal: 'not-cannabis-or-khat' },
      {
        clause: 'LAW-62',
        who: 'actual bodily harm',
        facts: { 'offence-group': 'actual-bodily-harm' },
        refusal: 'not-a-penalty-offence',
      },
      { clause: 'LAW-2', who: 'what only the Crown Court may try', facts: crownCourt, refusal: 'excluded-in-law' },
    ],
  },
  {
    type: '7',
    facts: cannabis,
    ageToday: 25,
    forbidden: [
      { clause: 'LAW-65', who: 'a child of 17', facts: { age: 17 }, ageToday: 17, refusal: 'adults-only' },
      { clause: 'LAW-66', who: 'somebody who denies it', facts: { admission: 'denies' }, refusal: 'admission-needed' },
      { clause: 'LAW-67', who: 'too much', facts: { amount: 'more-than-personal-use' }, refusal: 'not-personal-use' },
      { clause: 'LAW-68', who: 'heroin', facts: { substances: ['heroin'] }, refusal: 'not-cannabis-or-khat' },
      {
        clause: 'LAW-69',
        who: 'no evidence',
        facts: { 'evidence-to-charge': false },
        refusal: 'evidence-not-sufficient',
      },
      { clause: 'LAW-2', who: 'what only the Crown Court may try', facts: crownCourt, refusal: 'excluded-in-law' },
    ],
  },
  {
    type: '8',
    facts: {},
    ageToday: 25,
    forbidden: [
      { ...tenYears, refusal: 'excluded-in-law' },
      {
        clause: 'LAW-20',
        who: 'somebody who denies it',
        facts: { admission: 'denies' },
        refusal: 'responsibility-not-accepted',
      },
      {
        clause: 'LAW-21',
        who: 'somebody who accepts nothing',
        facts: { admission: 'no-reply' },
        basis: { responsibilityAccepted: false },
        refusal: 'responsibility-not-accepted',
      },
      {
        clause: 'LAW-22',
        who: 'no evidence',
        facts: { 'evidence-to-charge': false },
        refusal: 'evidence-not-sufficient',
      },
      {
        clause: 'LAW-23',
        who: 'abuse of a partner, whoever gave leave',
        facts: { 'intimate-partner-abuse': true },
        basis: { authority: inspector },
        refusal: 'intimate-partner-abuse',
      },
      {
        clause: 'LAW-24',
        who: 'perhaps abuse of a partner',
        facts: { 'domestic-abuse': 'high' },
        refusal: 'intimate-partner-abuse-not-settled',
      },
      {
        clause: 'LAW-25',
        who: 'a victim whom nobody asked',
        facts: { 'domestic-abuse': 'none' },
        basis: { victim: { is: 'not-consulted' } },
        refusal: 'victim-not-consulted',
      },
      { clause: 'LAW-26', who: 'gravity 4', facts: { 'gravity-score': 4 }, refusal: 'inspector-needed' },
      { clause: 'LAW-27', who: 'no reasons', basis: { rationale: ' ' }, refusal: 'rationale-needed' },
      {
        clause: 'LAW-28',
        who: 'somebody who offended before, without a sergeant',
        basis: { history: true },
        refusal: 'sergeant-needed',
      },
      {
        clause: 'LAW-28',
        who: 'somebody of whom nobody asked whether they offended before',
        basis: { history: null },
        refusal: 'sergeant-needed',
      },
      {
        clause: 'LAW-28',
        who: 'somebody with a conviction on record, whatever is said',
        facts: { 'prior-convictions': 1 },
        refusal: 'sergeant-needed',
      },
      {
        clause: 'LAW-29',
        who: 'a child diverted before, on a sergeant’s leave alone',
        facts: { age: 16, 'prior-diversions': 1 },
        ageToday: 16,
        basis: { authority: sergeant },
        refusal: 'youth-justice-needed',
      },
      { clause: 'LAW-2', who: 'what only the Crown Court may try', facts: crownCourt, refusal: 'excluded-in-law' },
      {
        clause: 'LAW-3',
        who: 'a burglary of which nobody knows where it may be tried',
        facts: { 'offence-group': 'burglary-dwelling' },
        refusal: 'exclusion-not-settled',
      },
      noOffence,
    ],
  },
  {
    type: '22',
    facts: {},
    ageToday: 25,
    forbidden: [
      { ...tenYears, refusal: 'excluded-in-law' },
      { clause: 'LAW-30', who: 'nothing done yet', notDone: true, refusal: 'activity-not-done' },
      {
        clause: 'LAW-31',
        who: 'no evidence and no admission',
        facts: { 'evidence-to-charge': false, admission: 'no-reply' },
        refusal: 'evidence-not-sufficient',
      },
      { clause: 'LAW-32', who: 'no reasons', basis: { rationale: ' ' }, refusal: 'rationale-needed' },
      {
        clause: 'LAW-33',
        who: 'a victim whom nobody asked',
        basis: { victim: { is: 'not-consulted' } },
        refusal: 'victim-not-consulted',
      },
      { clause: 'LAW-34', who: 'a hate crime', facts: { 'hate-crime': true }, refusal: 'inspector-needed' },
      { clause: 'LAW-35', who: 'domestic abuse', facts: { 'domestic-abuse': 'high' }, refusal: 'inspector-needed' },
      { clause: 'LAW-36', who: 'a sexual offence', facts: { 'sexual-offence': true }, refusal: 'inspector-needed' },
      { clause: 'LAW-37', who: 'what only the Crown Court may try', facts: crownCourt, refusal: 'prosecutor-needed' },
      noOffence,
    ],
  },
  {
    type: '23',
    facts: { age: 15 },
    ageToday: 15,
    forbidden: [
      { ...tenYears, refusal: 'excluded-in-law' },
      { clause: 'LAW-70', who: 'an adult', facts: { age: 25 }, ageToday: 25, refusal: 'children-only' },
      {
        clause: 'LAW-71',
        who: 'no decision held',
        kind: 'education-course',
        facts: { 'decided-to-charge': false },
        refusal: 'prosecution-decision-not-held',
      },
      { clause: 'LAW-72', who: 'nothing done yet', notDone: true, refusal: 'activity-not-done' },
      { clause: 'LAW-2', who: 'what only the Crown Court may try', facts: crownCourt, refusal: 'excluded-in-law' },
    ],
  },
  {
    type: null,
    force: 'scotland',
    facts: {
      force: 'scotland',
      'offence-age-days': 3,
      'sexual-offence': false,
      'domestic-abuse': 'none',
      'hate-crime': false,
      'serious-injury': false,
    },
    ageToday: 25,
    disposals: ['recorded-police-warning'],
    forbidden: [
      { clause: 'LAW-12', who: 'a child of 11', facts: { age: 11 }, ageToday: 11, refusal: 'adults-only' },
      { clause: 'LAW-81', who: 'a child of 13', facts: { age: 13 }, ageToday: 13, refusal: 'adults-only' },
      { clause: 'LAW-81', who: 'a child of 17', facts: { age: 17 }, ageToday: 17, refusal: 'adults-only' },
      {
        clause: 'LAW-82',
        who: 'no evidence',
        facts: { 'evidence-to-charge': false },
        refusal: 'evidence-not-sufficient',
      },
      { clause: 'LAW-83', who: 'a sexual offence', facts: { 'sexual-offence': true }, refusal: 'excluded-in-law' },
      { clause: 'LAW-84', who: 'domestic abuse', facts: { 'domestic-abuse': 'high' }, refusal: 'excluded-in-law' },
      { clause: 'LAW-85', who: 'a hate crime', facts: { 'hate-crime': true }, refusal: 'excluded-in-law' },
      { clause: 'LAW-86', who: 'somebody badly hurt', facts: { 'serious-injury': true }, refusal: 'excluded-in-law' },
      { clause: 'LAW-87', who: 'an offence of 29 days ago', daysAgo: 29, refusal: 'time-limit-passed' },
    ],
  },
];

const name = (type: string | null) => (type === null ? 'the recorded police warning' : `outcome ${type}`);

/** When an outcome is recorded: as the case closes, or on the day when it is given. */
const AT = {
  'record-outcome': { place: 'completed', kind: 'deferred-prosecution', event: 'outcome-recorded' },
  'give-outcome': { place: 'engaging', kind: 'deflection', event: 'outcome-given' },
} as const;

/** Recorded by a coordinator, without the rank of a sergeant; `is` differs from what is in order. */
function recorded(outcome: Outcome, command: keyof typeof AT, is: Partial<Forbidden> = {}): string {
  const { place, kind } = AT[command];
  const state = caseThrough(is.notDone ? 'not-completed' : place).state();
  if (state.status === 'closed') throw new Error('The case is closed already');
  const force = outcome.force ?? 'west-midlands';
  const today = calendarDayOf('2026-11-28');
  const offence = { occurredOn: addDays(today, -(is.daysAgo ?? 0)), modeOfTrial: null };
  const record = { ...state.record, force, facts: { ...facts, ...outcome.facts, ...is.facts }, offence };
  const data = { type: outcome.type, basis: { ...basis, ...outcome.basis, ...is.basis } };
  const scheme = {
    ...aScheme,
    kind: is.kind ?? kind,
    disposals: outcome.disposals ?? [],
    outcome: { completed: { type: outcome.type }, notCompleted: { then: 'prosecute' } },
  } as const;
  const around = { scheme, today, ageToday: is.ageToday ?? outcome.ageToday };
  const actor = { ...coordinator, force };
  return answer(decideCase({ ...state, record }, { type: command, data }, { ...context, actor, ...around }));
}

describe.each(outcomes)('$type', (outcome) => {
  const own = lawOfOutcome(law, outcome.type, outcome.disposals);
  const waits = waitsForActivity(law, outcome.type, outcome.disposals);
  const commands = (['record-outcome', 'give-outcome'] as const).filter((one) => one === 'record-outcome' || !waits);
  const rows = commands.flatMap((command) => outcome.forbidden.map((each) => ({ ...each, command })));

  test.each(commands)(`${name(outcome.type)} is recorded where everything is in order: %s`, (command) => {
    expect(recorded(outcome, command)).toBe(AT[command].event);
  });

  test.each(rows)(`$clause forbids ${name(outcome.type)} for $who: $command`, ({ refusal, command, ...is }) => {
    expect(recorded(outcome, command, is)).toBe(refusal);
  });

  test(`${name(outcome.type)} has somebody for each clause of its law that is in force`, () => {
    const inForce = own?.clauses.filter(({ until }) => until === undefined).map(({ id }) => id) ?? [];
    const shown = outcome.forbidden.map(({ clause }) => clause);
    expect(inForce.filter((id) => !shown.includes(id))).toEqual([]);
  });
});

test('There is a row for every outcome type of the law', () => {
  const types = outcomesInLaw(law).map(({ type }) => type);
  expect(types.filter((type) => !outcomes.some((outcome) => outcome.type === type))).toEqual(['1']);
});

describe('A charge is refused of somebody whom the law keeps from every charge, or may', () => {
  const charge = { type: 'return-for-prosecution', data: { outcomeType: '1', reason: 'Charged' } } as const;
  const charged = ([fact, value]: readonly [string, RecordedFacts[string]]): string =>
    answer(caseThrough('not-completed').and(amended(fact, value)).when(charge, { by: coordinator }));

  test.each([
    ['a child of 9', ['age', 9], 'excluded-in-law'],
    ['a child of 10', ['age', 10], 'returned-for-prosecution'],
    ['somebody who may be 9', ['age', { from: 9, to: 12 }], 'exclusion-not-settled'],
    ['somebody found with alcohol', ['substances', ['alcohol']], 'excluded-in-law'],
    ['what only the Crown Court may try', ['mode-of-trial', 'indictable-only'], 'returned-for-prosecution'],
  ] as const)('%s', (_, different, expected) => {
    expect(charged(different)).toBe(expected);
  });
});

function amended(fact: string, value: RecordedFacts[string]) {
  return { type: 'amend-fact', data: { fact, new: value ?? null, reason: 'Found out' } } as const;
}
