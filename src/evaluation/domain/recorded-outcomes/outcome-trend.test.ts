import { describe, expect, test } from 'vitest';
import { isClosed, outcomeGroupOf } from './outcome-label.ts';
import { outcomeTrend, type OutcomeCount } from './outcome-trend.ts';
import { periodsOf } from './periods.ts';

describe('Periods', () => {
  test('are parted by half a year without a month', () => {
    expect(periodsOf(['2024-01', '2018-11', '2018-10', '2019-01', '2018-10', '2024-02'])).toEqual([
      { months: ['2018-10', '2018-11', '2019-01'] },
      { months: ['2024-01', '2024-02'] },
    ]);
  });

  test('are the first and the last year of a long run, and what is between', () => {
    const months = Array.from(
      { length: 36 },
      (_, at) => `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    );
    const ends = (count: number) =>
      periodsOf(months.slice(0, count)).map((period) => [period.months.at(0), period.months.at(-1)]);
    expect(ends(36)).toEqual([
      ['2019-01', '2019-12'],
      ['2020-01', '2020-12'],
      ['2021-01', '2021-12'],
    ]);
    expect(ends(25)).toEqual([
      ['2019-01', '2019-12'],
      ['2020-01', '2020-01'],
      ['2020-02', '2021-01'],
    ]);
    expect(ends(24)).toHaveLength(2);
    expect(ends(20)).toHaveLength(1);
    for (const count of [1, 20, 24, 25, 36]) {
      expect(periodsOf(months.slice(0, count)).flatMap((period) => period.months)).toEqual(months.slice(0, count));
    }
  });

  test('of no months are none', () => expect(periodsOf([])).toEqual([]));
});

describe('An outcome label', () => {
  test.each([
    ['Local resolution', 'local resolution', true],
    ['offender given a drugs possession warning', 'possession warning', true],
    ['Awaiting court outcome', 'charged or summonsed', true],
    ['Under investigation', 'under investigation', false],
    ['Status update unavailable', 'status not available', false],
    ['', 'no outcome given', false],
    ['Sent to the colonies', 'label not known', false],
  ] as const)('"%s" is of the group %s', (label, group, closed) => {
    expect(outcomeGroupOf(label)).toBe(group);
    expect(isClosed(outcomeGroupOf(label))).toBe(closed);
  });
});

const crimes = (force: string, month: string, outcome: string, count: number): OutcomeCount => ({
  force,
  month,
  outcome,
  count,
});
const COUNTS: readonly OutcomeCount[] = [
  crimes('durham', '2018-12', 'Offender given a drugs possession warning', 9),
  crimes('durham', '2019-01', 'Offender given a drugs possession warning', 30),
  crimes('durham', '2019-01', 'Local resolution', 10),
  crimes('durham', '2019-01', 'Status update unavailable', 7),
  crimes('durham', '2024-01', 'Local resolution', 41),
  crimes('durham', '2024-01', 'Under investigation', 20),
  crimes('durham', '2024-02', 'Local resolution', 5),
  crimes('kent', '2019-01', 'Local resolution', 4),
  crimes('btp', '2019-01', '', 6),
  crimes('btp', '2024-01', '', 6),
  { ...crimes('durham', '2024-01', 'Sent to the colonies', 1), first: { file: 'late.csv', row: 68 } },
];

describe('How outcomes changed', () => {
  const trend = outcomeTrend(COUNTS);

  test('is counted as published in every period, what is open kept out of the shares and apart', () => {
    const [early, late] = trend.asPublished;
    expect([early?.crimes, early?.closed, late?.crimes, late?.closed]).toEqual([66, 53, 73, 46]);
    expect(early?.open).toEqual({
      'under investigation': 0,
      'status not available': 7,
      'no outcome given': 6,
      'label not known': 0,
    });
    expect(late?.open).toMatchObject({ 'label not known': 1 });
    const resolutions = early?.shares.find(({ group }) => group === 'local resolution');
    expect(resolutions).toMatchObject({ count: 14, share: 14 / 53 });
    // Wilson: (x + z²/2 ± z √(x (n − x) / n + z²/4)) / (n + z²)
    expect(resolutions?.low).toBeCloseTo(0.1641, 3);
    expect(resolutions?.high).toBeCloseTo(0.3962, 3);
  });

  test('is compared for the months of both periods and the forces that have them and name outcomes', () => {
    const like = trend.likeForLike;
    expect(like?.months).toEqual([1]);
    expect(like?.forces.map(({ force }) => force)).toEqual(['durham']);
    expect(like?.together.map(({ crimes: all, closed }) => [all, closed])).toEqual([
      [47, 40],
      [62, 41],
    ]);
    expect(like?.leftOut).toEqual([
      { force: 'btp', why: 'no outcome is given for any of its crimes in one of the periods' },
      { force: 'kent', why: 'no drugs crime in 2024-01' },
    ]);
  });

  test('names the labels that no group has, and where they stand first', () => {
    expect(trend.unknownLabels).toEqual([
      { label: 'Sent to the colonies', count: 1, first: { file: 'late.csv', row: 68 } },
    ]);
  });

  test('is not compared where there is one period, nor where no month is in both', () => {
    expect(outcomeTrend(COUNTS.filter(({ month }) => month < '2020')).likeForLike).toBeNull();
    const other = outcomeTrend([
      crimes('kent', '2018-10', 'Local resolution', 2),
      crimes('kent', '2024-01', 'Local resolution', 2),
    ]);
    expect(other.likeForLike).toEqual({ months: [], together: [], forces: [], leftOut: [] });
  });
});
