import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { cohortOf, studyRows } from '../domain/cohort/study-row.test-support.ts';
import { warningsOf } from './warnings.test-support.ts';
import { disproportionality } from './disproportionality.ts';

const day = calendarDayOf('2023-01-10');
const scheme = { scheme: 'pilot', eligible: true } as const;
const cohort = cohortOf([
  ...studyRows(80, { ...scheme, ethnicitySelfDefined: 'W1', offeredOn: day }, 'WO'),
  ...studyRows(20, { ...scheme, ethnicitySelfDefined: 'W1' }, 'W'),
  ...studyRows(20, { ...scheme, ethnicitySelfDefined: 'B1', offeredOn: day }, 'BO'),
  ...studyRows(20, { ...scheme, ethnicityOfficerDefined: 'IC3' }, 'B'),
  ...studyRows(5, { ...scheme, ethnicitySelfDefined: 'N1', offeredOn: day }, 'N'),
]);
const at = (grouping: 'ethnicity' | 'ethnicity-seen', of: string, what: string) =>
  disproportionality(cohort, { grouping }).figures.find((figure) => figure.of === of && figure.what === what);

describe('disproportionality', () => {
  test('takes the self-defined group first and the officer’s where it is missing, and shows who has neither', () => {
    expect(at('ethnicity', 'Black', 'offered, of the eligible')).toMatchObject({ n: 40, count: 20, value: 0.5 });
    expect(at('ethnicity', 'not recorded', 'offered, of the eligible')).toMatchObject({ n: 5, count: 5 });
    expect(at('ethnicity-seen', 'Black', 'offered, of the eligible')).toMatchObject({ n: 20, count: 0 });
  });

  test('sets each group against White, with an interval, and asks to explain or reform where it excludes parity', () => {
    const ratio = at('ethnicity', 'Black', 'offered, relative to White');
    expect(ratio).toMatchObject({ n: 40, count: 20, value: 0.625, unit: 'ratio' });
    // e^(1.959964 √(1/20 − 1/40 + 1/80 − 1/100)) = 1.3840
    expect(ratio?.high).toBeCloseTo(0.625 * 1.384, 3);
    expect(warningsOf(disproportionality(cohort, { grouping: 'ethnicity' }))[0]).toBe(
      'Explain or reform: of the eligible, the rate of offered of the group Black is lower than that of the group White, and beyond four fifths. Its interval excludes parity, held to all comparisons.',
    );
  });

  test('says why there is no ratio', () => {
    expect(at('ethnicity', 'Black', 'completed, relative to White')).toMatchObject({ value: null, n: 0 });
  });
});
