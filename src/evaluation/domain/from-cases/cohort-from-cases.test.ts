import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { rowContradictions } from '../cohort/row-contradictions.ts';
import { cohortFromCases } from './cohort-from-cases.ts';
import { smallCells } from './small-cells.ts';
import type { StudiedCase } from './studied-case.ts';

const exportedOn = calendarDayOf('2026-06-30');

type Happened = readonly [type: string, on: string, data?: { readonly [name: string]: unknown }];

function aCase(changes: Partial<Omit<StudiedCase, 'events'>>, ...happened: readonly Happened[]): StudiedCase {
  return {
    person: 'p1',
    indexEvent: 'i1',
    force: 'durham',
    ethnicitySelfDefined: 'W1',
    ethnicityOfficerDefined: 'IC1',
    ...changes,
    events: happened.map(([type, on, data = {}]) => ({ type, on: calendarDayOf(on), data })),
  };
}

const facts = { age: 24, sex: 'male', 'offence-group': 'possession', substances: ['heroin', 'cannabis'] };
const decisions = [
  { scheme: 'durham-checkpoint', verdict: 'eligible' },
  { scheme: 'new-chance', verdict: 'ineligible' },
];
const triaged: Happened = ['person-triaged', '2026-01-02', { facts, decisions, occurredOn: '2026-01-01' }];
const offered: Happened = ['scheme-offered', '2026-01-03', { scheme: 'durham-checkpoint', otherwise: 'prosecution' }];
const accepted: Happened = ['offer-accepted', '2026-01-04'];

const rowOf = (studied: StudiedCase) => cohortFromCases([studied], exportedOn).rows[0];

describe('An outcome that counts from when it was given', () => {
  const given: Happened = ['outcome-given', '2026-01-04', { type: '8' }];
  const outcomeIn = (...happened: readonly Happened[]) => {
    const row = rowOf(aCase({}, triaged, offered, accepted, ...happened));
    return [row?.outcomeType, row?.outcomeOn];
  };

  test.each<[string, readonly Happened[], [string | null, string | null]]>([
    ['while the activity goes on', [given], ['8', '2026-01-04']],
    [
      'once the case is closed with it',
      [given, ['closed-with-outcome', '2026-02-03', { outcomeType: '8' }]],
      ['8', '2026-01-04'],
    ],
    [
      'as it was corrected, on the day when it was given',
      [given, ['outcome-corrected', '2026-01-09', { type: '3', takenBack: false }]],
      ['3', '2026-01-04'],
    ],
    [
      'not once it was taken back',
      [given, ['outcome-corrected', '2026-01-09', { type: null, takenBack: true }]],
      [null, null],
    ],
    [
      'not once the person is charged instead',
      [given, ['returned-for-prosecution', '2026-02-03', { outcomeType: '1' }]],
      ['1', '2026-02-03'],
    ],
    [
      'until a decision that is still to be taken',
      [given, ['returned-for-prosecution', '2026-02-03', { outcomeType: null }]],
      ['8', '2026-01-04'],
    ],
  ])('counts from that day: %s', (_, happened, expected) => {
    expect(outcomeIn(...happened)).toEqual(expected);
  });
});

describe('Of a case, a study is told', () => {
  test('each step of a person who completed, and how it was closed', () => {
    const row = rowOf(
      aCase(
        {},
        triaged,
        offered,
        accepted,
        ['person-referred', '2026-01-05'],
        ['contact-attempted', '2026-01-06', { reached: false }],
        ['contact-attempted', '2026-01-07', { reached: true }],
        ['appointment-missed', '2026-01-09'],
        ['appointment-late', '2026-01-12'],
        ['appointment-kept', '2026-01-19'],
        ['activity-completed', '2026-02-01'],
        ['outcome-recorded', '2026-02-03', { type: '22' }],
      ),
    );
    expect(row).toMatchObject({
      scheme: 'durham-checkpoint',
      eligible: true,
      indexedOn: '2026-01-03',
      followedUntil: '2026-06-30',
      age: 24,
      drug: 'cannabis+heroin',
      offeredOn: '2026-01-03',
      acceptedOn: '2026-01-04',
      referredOn: '2026-01-05',
      firstContactOn: '2026-01-07',
      startedOn: '2026-01-12',
      completedOn: '2026-02-01',
      lossReason: null,
      withoutTheScheme: 'prosecution',
      outcomeType: '22',
      outcomeOn: '2026-02-03',
      priorOffences: null,
      appearedInCourt: null,
    });
    expect(row && rowContradictions(row)).toEqual([]);
  });

  test.each([
    ['declined', [offered, ['offer-declined', '2026-01-04']]],
    ['did-not-engage', [offered, accepted, ['activity-not-completed', '2026-03-01', { reason: 'did-not-engage' }]]],
    [
      'rejected-by-provider: no-capacity',
      [offered, accepted, ['referral-rejected', '2026-01-08', { reason: 'no-capacity' }]],
    ],
    ['withdrawn: died', [offered, accepted, ['case-withdrawn', '2026-03-01', { is: 'died' }]]],
    [null, [offered, accepted]],
  ] as const)('why they went no further: %s', (reason, happened) => {
    expect(rowOf(aCase({}, triaged, ...happened))?.lossReason).toBe(reason);
  });

  test('without an offer, the day of the decision as the clock’s start, and the one scheme they might have had', () => {
    expect(rowOf(aCase({}, triaged))).toMatchObject({
      indexedOn: '2026-01-02',
      scheme: 'durham-checkpoint',
      eligible: true,
      offeredOn: null,
      withoutTheScheme: null,
    });
  });

  test('the facts as amended, and nothing of a fact known only as a range', () => {
    const unsure: Happened = [
      'person-triaged',
      '2026-01-02',
      { facts: { ...facts, age: { from: 18, to: 24 } }, decisions },
    ];
    expect(rowOf(aCase({}, unsure))?.age).toBeNull();
    const amended: Happened = ['fact-amended', '2026-01-05', { fact: 'age', new: 19 }];
    expect(rowOf(aCase({}, unsure, amended))?.age).toBe(19);
  });

  test('no ending where the case was opened again', () => {
    const closed: Happened = ['outcome-recorded', '2026-02-03', { type: '8' }];
    const row = rowOf(aCase({}, triaged, offered, closed, ['case-reopened', '2026-02-04']));
    expect(row).toMatchObject({ outcomeType: null, outcomeOn: null });
  });

  test('nothing where it was opened by mistake or is a duplicate: it is counted as left out', () => {
    const mistaken = aCase({}, triaged, ['case-withdrawn', '2026-01-03', { is: 'opened-by-mistake' }]);
    expect(cohortFromCases([mistaken], exportedOn)).toEqual({ rows: [], reoffences: [], leftOut: 1 });
  });

  test('later cases of the same person as reoffences without proof, never the same stop', () => {
    const again: Happened = ['person-triaged', '2026-04-02', { facts, decisions, occurredOn: '2026-04-01' }];
    const sameDay = aCase({ indexEvent: 'i3' }, ['person-triaged', '2026-01-03', { facts, decisions }]);
    const cases = [aCase({}, triaged, offered), aCase({ indexEvent: 'i2' }, again), sameDay];
    const { reoffences } = cohortFromCases([...cases, aCase({ person: 'p2', indexEvent: 'i4' }, again)], exportedOn);
    expect(reoffences.filter(({ indexEvent }) => indexEvent === 'i1')).toEqual([
      { person: 'p1', indexEvent: 'i1', committedOn: '2026-04-01', provenOn: null, offenceCode: null },
    ]);
  });
});

test('Cells of fewer than five people are named, counting people and not their cases', () => {
  const people = Array.from({ length: 5 }, (_, at) => aCase({ person: `p${at}`, indexEvent: `i${at}` }, triaged));
  const twice = [0, 1, 2, 3, 4].map((at) => aCase({ person: 'same', indexEvent: `s${at}`, force: 'gwent' }, triaged));
  const { rows } = cohortFromCases([...people, ...twice], exportedOn);
  expect(smallCells(rows)).toEqual([{ force: 'gwent', ageBand: '20 to 29', sex: 'male', ethnicity: 'W1', people: 1 }]);
});
