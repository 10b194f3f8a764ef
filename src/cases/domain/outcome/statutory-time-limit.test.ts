import { describe, expect, test } from 'vitest';
import { facts, given, today } from '../../../../tests/cases/given.ts';
import { addDays, calendarDayOf } from '../../../shared/calendar-day.ts';
import { recordOf } from '../case-state.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';
import { statutoryTimeLimit } from './statutory-time-limit.ts';

function record(
  different: RecordedFacts,
  occurredOn: string | null,
  modeOfTrial: 'summary-only' | 'either-way' | null = null,
) {
  const offence = { occurredOn: occurredOn === null ? null : calendarDayOf(occurredOn), modeOfTrial };
  return recordOf(given('triaged', { facts: { ...facts, ...different }, offence }).state());
}
const drunk = { 'offence-group': 'drunk-and-disorderly' };

describe('A summary-only offence is charged within six calendar months', () => {
  test.each([
    ['2026-01-05', '2026-07-05'],
    ['2025-08-31', '2026-02-28'],
    ['2023-08-31', '2024-02-29'],
    ['2025-12-31', '2026-06-30'],
  ])('of %s: by %s', (occurredOn, lastDay) => {
    const on = (day: string) => statutoryTimeLimit(record(drunk, occurredOn), calendarDayOf(day));
    expect(on(lastDay)).toEqual({ applies: 'yes', lastDay, passed: false });
    expect(on(addDays(calendarDayOf(lastDay), 1)).passed).toBe(true);
  });

  test('and where only its age in days is known, from that', () => {
    const aged = record({ ...drunk, 'offence-age-days': 10 }, null);
    expect(statutoryTimeLimit(aged, today).lastDay).toBe('2026-08-20');
  });
});

describe('The limit', () => {
  test('does not apply to an offence that may be tried either way', () => {
    expect(statutoryTimeLimit(record({}, '2020-01-01'), today)).toEqual({
      applies: 'no',
      lastDay: null,
      passed: false,
    });
  });

  test('is not known where the day of the offence is not, or how it may be tried', () => {
    expect(statutoryTimeLimit(record(drunk, null), today).applies).toBe('not-known');
    expect(statutoryTimeLimit(record({ 'offence-group': 'weapon' }, '2020-01-01'), today).applies).toBe('not-known');
  });

  test('goes by what the officer says of the offence, before what its group says', () => {
    expect(statutoryTimeLimit(record({}, '2020-01-01', 'summary-only'), today).passed).toBe(true);
  });
});
