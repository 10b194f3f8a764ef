import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { cohortOf, reoffenceOf, studyRow, studyRows } from '../domain/cohort/study-row.test-support.ts';
import { parseHarmWeights } from '../domain/harm/harm-weights.ts';
import type { Figure, Measured } from '../domain/measured.ts';
import { warningsOf } from './warnings.test-support.ts';
import { clockAndMaturity } from './clock-and-maturity.ts';
import { harmWeightedReoffending } from './harm-weighted-reoffending.ts';
import { reoffendingFrequency } from './reoffending-frequency.ts';
import { reoffendingRate } from './reoffending-rate.ts';
import { timeToReoffending } from './time-to-reoffending.ts';

const figure = ({ figures }: Measured, of: string, what: string): Figure => {
  const found = figures.find((figure) => figure.of === of && figure.what === what);
  if (found === undefined)
    throw new Error(`${what} of ${of} is not among ${figures.map(({ what }) => what).join('; ')}`);
  return found;
};

// Ten people with the index day 10 January 2023 and data to the end of 2025; two more whom the data reach too late.
const watched = studyRows(10, { arm: 'diversion' });
const recent = studyRows(2, { indexedOn: calendarDayOf('2025-01-10'), arm: 'usual' }, 'R');
const [one, two, three, four, five] = watched;
const cohort = cohortOf(
  [...watched, ...recent],
  [
    reoffenceOf(one!, '2023-03-01', { offenceCode: 'A' }),
    reoffenceOf(one!, '2023-05-01', { offenceCode: 'B' }),
    reoffenceOf(two!, '2024-01-10', { offenceCode: 'A' }),
    // the day after the window, of the index day itself, never proven, proven too late
    reoffenceOf(three!, '2024-01-11'),
    reoffenceOf(four!, '2023-01-10'),
    reoffenceOf(five!, '2023-06-01', { provenOn: null }),
    reoffenceOf(watched[5]!, '2023-06-01', { provenOn: calendarDayOf('2024-07-11') }),
    reoffenceOf(recent[0]!, '2025-02-01'),
  ],
);

describe('reoffending rate', () => {
  test('counts people of mature rows with a proven reoffence of the window, and says who is left out', () => {
    const rate = reoffendingRate(cohort, { by: 'arm', windows: [12] });
    // Wilson's interval of 2 in 10: (2 + 1.9207 ± 1.96 √(1.6 + 0.9604)) / 13.8415
    expect(figure(rate, 'all', '12 months')).toMatchObject({ n: 10, count: 2, value: 0.2, unit: 'proportion' });
    expect(figure(rate, 'all', '12 months').low).toBeCloseTo(0.056682, 6);
    expect(figure(rate, 'all', '12 months').high).toBeCloseTo(0.509838, 6);
    expect(figure(rate, 'usual', '12 months')).toMatchObject({ n: 0, value: null, why: 'there is nobody to count' });
    expect(warningsOf(rate)).toEqual([
      'At 12 months 2 of 12 rows are not mature (the data end less than 18 months after the index day). They are left out, never counted as not having reoffended.',
    ]);
    expect(Object.values({ ...rate.header }).every((words) => words !== '')).toBe(true);
  });

  test('keeps who died in the denominator and says how many they are', () => {
    const dead = studyRow({ person: 'D', diedOn: calendarDayOf('2023-02-01') });
    const rate = reoffendingRate(cohortOf([...watched, dead]), { windows: [12] });
    expect(figure(rate, 'all', '12 months')).toMatchObject({ n: 11, count: 0 });
    expect(warningsOf(rate)).toEqual([
      '1 people died within 12 months of the index day. They are in the denominator to its end.',
    ]);
  });

  test('says where people have several index events', () => {
    const again = studyRow({ person: 'P1', indexEvent: 'E2' });
    expect(warningsOf(reoffendingRate(cohortOf([...watched, again])))[0]).toContain('11 index events are of 10 people');
  });
});

describe('reoffending frequency', () => {
  test('is per person and per reoffender', () => {
    const frequency = reoffendingFrequency(cohort, { windows: [12] });
    expect(figure(frequency, 'all', '12 months, per person')).toMatchObject({ n: 10, count: 3, value: 0.3 });
    expect(figure(frequency, 'all', '12 months, per reoffender')).toMatchObject({ n: 2, count: 3, value: 1.5 });
    // mean 0.3, s² = (1.7² + 0.7² + 8 × 0.3²) / 9 = 0.455556, so the spread is e^(1.959964 √(0.0455556) / 0.3) = 4.0327
    expect(figure(frequency, 'all', '12 months, per person').high).toBeCloseTo(0.3 * 4.032_7, 3);
  });
});

describe('time to reoffending', () => {
  test('ends watching six months before the data, and lets death compete', () => {
    const rows = [
      studyRow({ person: 'A' }),
      studyRow({ person: 'B', diedOn: calendarDayOf('2023-01-20') }),
      studyRow({ person: 'C' }),
      studyRow({ person: 'D', followedUntil: calendarDayOf('2023-08-01') }),
      studyRow({ person: 'E', followedUntil: calendarDayOf('2023-07-01') }),
    ];
    const measured = timeToReoffending(cohortOf(rows, [reoffenceOf(rows[0]!, '2023-02-19')]), { at: [10, 40, 365] });
    // E is not watched; D until 1 February, day 22. B dies on day 10: ¼. A reoffends on day 40, of two left: ¾ × ½.
    expect(figure(measured, 'all', 'died first within 10 days')).toMatchObject({ n: 4, count: 1, value: 0.25 });
    expect(figure(measured, 'all', 'reoffended within 10 days')).toMatchObject({ value: 0, low: null });
    expect(figure(measured, 'all', 'reoffended within 40 days').value).toBeCloseTo(0.375, 12);
    expect(figure(measured, 'all', 'reoffended within 365 days').value).toBeCloseTo(0.375, 12);
    expect(warningsOf(measured)[0]).toContain('1 rows have their index day in the last 6 months');
  });
});

describe('harm-weighted reoffending', () => {
  const about = { name: 'Scale', version: '2023', licence: 'OGL', codeColumn: 'code', weightColumn: 'weight' };

  test('adds the weights up, and shows the codes that have none', () => {
    const weights = parseHarmWeights('code,name,weight\nA,"theft, other",2.5\n', about);
    if (!weights.ok) throw new Error('weights');
    const harm = harmWeightedReoffending(cohort, { weights: weights.value, windows: [12] });
    expect(figure(harm, 'all', '12 months, weight per person')).toMatchObject({ n: 10, value: 0.5, unit: 'weight' });
    expect(figure(harm, 'all', '12 months, reoffences without a weight')).toMatchObject({ n: 3, count: 1 });
    expect(warningsOf(harm).at(-1)).toContain('no weight for: B (1)');
    expect(harm.header.source).toContain('Scale, version 2023, licence OGL, columns code and weight');
    expect(harmWeightedReoffending(cohort, { weights: weights.value, windows: [12] })).toEqual(harm);
  });

  test('refuses a table without its columns, with a code twice or a weight that is none', () => {
    expect(parseHarmWeights('code,score\nA,1\n', about)).toMatchObject({
      refusal: [{ column: 'weight', remedy: 'the headings are code, score; name two of them' }],
    });
    expect(parseHarmWeights('code,weight\nA,1\nA,2\nB,-1\n,3\n', about)).toMatchObject({
      refusal: [
        { row: 3, problem: 'the code A is there twice' },
        { row: 4, problem: '"-1" is no number from 0 up' },
        { row: 5, problem: 'the code is empty' },
      ],
    });
  });
});

describe('clock and maturity', () => {
  test('counts mature and immature rows by the quarter of the index day', () => {
    const measured = clockAndMaturity(cohort);
    expect(measured.figures.map(({ what, count, n }) => [what, count, n])).toEqual([
      ['2023 Q1, mature', 10, 10],
      ['2023 Q1, not yet mature', 0, 10],
      ['2025 Q1, mature', 0, 2],
      ['2025 Q1, not yet mature', 2, 2],
    ]);
  });
});
