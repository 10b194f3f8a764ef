import { describe, expect, test } from 'vitest';
import type { CaseCommand, CommandContext } from '../../src/cases/domain/case-command.ts';
import type { SchemeTerms } from '../../src/cases/domain/scheme-terms.ts';
import type { CaseActor } from '../../src/access/index.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import {
  answer,
  sampleCommands,
  aScheme,
  condition,
  context,
  coordinator,
  decision,
  facts,
  caseThrough,
  no,
  officer,
  supervisor,
  worker,
} from './case-in-state.ts';

type Row = readonly [
  what: string,
  story: () => ReturnType<typeof caseThrough>,
  command: CaseCommand,
  by: CaseActor,
  around: Partial<CommandContext>,
  answer: string,
];

const tomorrow = '2026-03-03T10:00:00.000Z';
const noScheme = { scheme: null };
const withPathway = (pathway: Partial<SchemeTerms['pathway']>) => ({
  scheme: { ...aScheme, pathway: { ...aScheme.pathway, ...pathway } },
});
/** Share is refused at first, so that a signature can give it whatever the scheme asks for. */
const notYetShared = () =>
  caseThrough('offered').and({ ...sampleCommands.accept, data: { ...sampleCommands.accept.data, share: no } });
const undecidedBy = (by: 'sergeant' | 'inspector' | 'prosecutor') =>
  caseThrough('triaged', {
    decisions: [decision('needs-discretion', { discretions: [{ clause: 'EX-2', question: 'Is it safe?', by }] })],
  });
const keptAndBooked = () =>
  caseThrough('booked')
    .and(sampleCommands.kept, { by: worker })
    .and({ ...sampleCommands.book, data: { ...sampleCommands.book.data, appointmentId: 'a2' } }, { by: worker });

/** Somebody who kept one appointment of each step. */
const attended = (...steps: readonly string[]) =>
  steps.reduce(
    (story, step, at) =>
      story
        .and(
          { ...sampleCommands.book, data: { ...sampleCommands.book.data, appointmentId: `a${at}`, step } },
          { by: worker },
        )
        .and(attendanceAt(`a${at}`), { by: worker }),
    caseThrough('engaging'),
  );

const attendanceAt = (appointmentId: string) => ({
  ...sampleCommands.kept,
  data: { ...sampleCommands.kept.data, appointmentId },
});
const signedWith = (...conditions: (typeof condition)[]) => ({
  ...sampleCommands.sign,
  data: { ...sampleCommands.sign.data, conditions },
});
const second = { ...condition, id: 'c2' };

const withoutTheScheme: readonly Row[] = [
  ['an offer is still made', () => caseThrough('triaged'), sampleCommands.offer, officer, noScheme, 'scheme-offered'],
  [
    'an outcome is not known to be the one that it gives',
    () => caseThrough('completed'),
    sampleCommands.outcome,
    coordinator,
    noScheme,
    'outcome-differs-from-scheme',
  ],
  ['nothing is booked', () => caseThrough('engaging'), sampleCommands.book, worker, noScheme, 'step-not-known'],
  [
    'nothing is known to be delivered',
    () => caseThrough('booked').and(sampleCommands.kept, { by: worker }),
    sampleCommands.complete,
    worker,
    noScheme,
    'nothing-delivered',
  ],
  [
    'there is no step to take on a breach',
    () => caseThrough('engaging'),
    sampleCommands.breach,
    coordinator,
    noScheme,
    'no-breach-step-left',
  ],
  [
    'no agreement is asked for',
    () => caseThrough('accepted'),
    sampleCommands.sign,
    officer,
    noScheme,
    'no-agreement-asked-for',
  ],
  ['a signature may yet give consent', notYetShared, sampleCommands.sign, officer, noScheme, 'agreement-signed'],
  [
    'a person is referred without one',
    () => caseThrough('accepted'),
    sampleCommands.refer,
    coordinator,
    noScheme,
    'person-referred',
  ],
];

const appointments: readonly Row[] = [
  [
    'moved to its own number',
    () => caseThrough('booked'),
    { ...sampleCommands.move, data: { ...sampleCommands.move.data, supersededBy: 'a1' } },
    worker,
    {},
    'appointment-number-taken',
  ],
  ['that nobody booked', () => caseThrough('booked'), attendanceAt('a9'), worker, {}, 'appointment-not-known'],
  ['written down before', keptAndBooked, attendanceAt('a1'), worker, {}, 'appointment-settled'],
  ['to come, beside one that is settled', keptAndBooked, attendanceAt('a2'), worker, {}, 'appointment-kept'],
  [
    'of tomorrow',
    () =>
      caseThrough('engaging').and(
        { ...sampleCommands.book, data: { ...sampleCommands.book.data, startsAt: tomorrow } },
        { by: worker },
      ),
    sampleCommands.kept,
    worker,
    {},
    'appointment-not-yet',
  ],
];

const otherGuards: readonly Row[] = [
  [
    'no reason for a shortfall where there is none',
    () => attended('first-meeting', 'sessions', 'sessions'),
    { ...sampleCommands.complete, data: { shortfallReason: null } },
    worker,
    {},
    'activity-completed',
  ],
  [
    'no reason for a shortfall where a session is wanting',
    () => attended('first-meeting', 'sessions'),
    { ...sampleCommands.complete, data: { shortfallReason: ' ' } },
    worker,
    {},
    'shortfall-reason-needed',
  ],
  [
    'a signature that gives consent, under a scheme without an agreement',
    notYetShared,
    sampleCommands.sign,
    officer,
    withPathway({ agreement: null }),
    'agreement-signed',
  ],
  [
    'a service of another scheme',
    () => caseThrough('signed'),
    sampleCommands.refer,
    coordinator,
    { service: context.service && { ...context.service, scheme: 'another' } },
    'service-not-for-this-case',
  ],
  [
    'another reason without words, where a referral is sent back',
    () => caseThrough('referred'),
    { ...sampleCommands.rejectReferral, data: { reason: 'other', words: ' ' } },
    worker,
    {},
    'reason-needed',
  ],
  [
    'another reason without words, where an activity is ended',
    () => caseThrough('engaging'),
    { ...sampleCommands.end, data: { reason: 'other', words: '' } },
    worker,
    {},
    'reason-needed',
  ],
  ['two conditions', () => caseThrough('accepted'), signedWith(condition, second), officer, {}, 'agreement-signed'],
  [
    'one condition twice',
    () => caseThrough('accepted'),
    signedWith(condition, condition),
    officer,
    {},
    'condition-repeated',
  ],
  [
    'a decision for another day among others',
    () => caseThrough('nothing'),
    {
      ...sampleCommands.triage,
      data: {
        ...sampleCommands.triage.data,
        decisions: [
          decision('eligible'),
          decision('eligible', { scheme: 'another', asOf: calendarDayOf('2026-03-01') }),
        ],
      },
    },
    officer,
    {},
    'decision-for-another-day',
  ],
  [
    'an offer to somebody below the age of responsibility',
    () => caseThrough('triaged', { facts: { ...facts, age: 9 } }),
    sampleCommands.offer,
    officer,
    {},
    'excluded-in-law',
  ],
  [
    'an offer under a scheme that counts none',
    () => caseThrough('triaged'),
    sampleCommands.offer,
    officer,
    { ...withPathway({ repeats: { atMost: null } }), earlierTimesOnScheme: 9 },
    'scheme-offered',
  ],
];

describe.each([
  ['Where the scheme is no more in the catalogue', withoutTheScheme],
  ['An appointment', appointments],
  ['Each guard answers', otherGuards],
])('%s', (_, rows) => {
  test.each(rows)('%s', (...[, story, command, by, around, expected]) => {
    expect(answer(story().when(command, { by, in: around }))).toBe(expected);
  });
});

test('A refusal says what is lacking, or how many there may be', () => {
  const lacking = withPathway({ agreement: { mustInclude: ['no-reoffending', 'attend', 'pay'], conditionsAtMost: 2 } });
  const three = signedWith(condition, second, { ...condition, id: 'c3' });
  expect(caseThrough('accepted').when(sampleCommands.sign, { in: lacking })).toMatchObject({
    refusal: { code: 'condition-missing', detail: 'attend, pay' },
  });
  expect(caseThrough('accepted').when(three)).toMatchObject({
    refusal: { code: 'too-many-conditions', detail: 'At most 2.' },
  });
});

test.each([
  ['sergeant', officer, null, 'supervisor-needed'],
  ['sergeant', supervisor, null, 'decision-overridden'],
  ['inspector', officer, 'Insp. Example', 'supervisor-needed'],
  ['inspector', supervisor, null, 'authority-needed'],
  ['prosecutor', officer, null, 'authority-needed'],
  ['prosecutor', officer, 'A. Prosecutor', 'decision-overridden'],
] as const)('What is for a %s to judge needs that rank (%#)', (rank, by, authority, expected) => {
  const { data } = sampleCommands.override;
  const command = { ...sampleCommands.override, data: { ...data, to: 'eligible' as const, authority } };
  expect(answer(undecidedBy(rank).when(command, { by }))).toBe(expected);
});

test('A supervisor lets a failure fall with reasons in words, and not without', () => {
  const without = { ...sampleCommands.noConsequence, data: { reason: ' ' } };
  expect(answer(caseThrough('not-completed').when(without, { by: supervisor }))).toBe('scheme-says-consequence');
});
