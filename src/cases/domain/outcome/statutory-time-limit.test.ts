import { describe, expect, test } from 'vitest';
import { facts, caseThrough, law, today } from '../../../../tests/cases/case-in-state.ts';
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
  return recordOf(caseThrough('triaged', { facts: { ...facts, ...different }, offence }).state());
}
const drunk = { 'offence-group': 'drunk-and-disorderly' };

describe('A summary-only offence is charged within six calendar months', () => {
  test.each([
    ['2026-01-05', '2026-07-05'],
    ['2025-08-31', '2026-02-28'],
    ['2023-08-31', '2024-02-29'],
    ['2025-12-31', '2026-06-30'],
  ])('of %s: by %s', (occurredOn, lastDay) => {
    const on = (day: string) => statutoryTimeLimit(law, record(drunk, occurredOn), calendarDayOf(day));
    expect(on(lastDay)).toEqual({ applies: 'yes', lastDay, passed: false });
    expect(on(addDays(calendarDayOf(lastDay), 1)).passed).toBe(true);
  });

  test('and where only its age in days is known, from that', () => {
    const aged = record({ ...drunk, 'offence-age-days': 10 }, null);
    expect(statutoryTimeLimit(law, aged, today).lastDay).toBe('2026-08-20');
  });
});

const assaultAlone = { 'offence-group': 'common-assault', 'hate-crime': false, 'emergency-worker-victim': false };

describe('The limit', () => {
  test('does not apply to an offence that may be tried either way', () => {
    expect(statutoryTimeLimit(law, record({}, '2020-01-01'), today)).toEqual({
      applies: 'no',
      lastDay: null,
      passed: false,
    });
  });

  test('is not known where the day of the offence is not, or how it may be tried', () => {
    expect(statutoryTimeLimit(law, record(drunk, null), today).applies).toBe('not-known');
    expect(statutoryTimeLimit(law, record({ 'offence-group': 'weapon' }, '2020-01-01'), today).applies).toBe(
      'not-known',
    );
  });

  test('goes by what the officer says of the offence, before what its group says', () => {
    expect(statutoryTimeLimit(law, record({}, '2020-01-01', 'summary-only'), today).passed).toBe(true);
  });

  test.each<[string, RecordedFacts]>([
    ['domestic abuse', { 'domestic-abuse': 'standard' }],
    ['a hate crime', { 'domestic-abuse': 'none', 'hate-crime': true }],
    ['an assault on an emergency worker', { 'domestic-abuse': 'none', 'emergency-worker-victim': true }],
    ['one of which nobody has said that nothing was domestic', {}],
    [
      'perhaps a hate crime',
      { 'domestic-abuse': 'none', 'emergency-worker-victim': false, 'hate-crime': { oneOf: [true, false] } },
    ],
    ['perhaps an assault on an emergency worker', { 'domestic-abuse': 'none', 'hate-crime': false }],
    ['perhaps domestic abuse', { 'hate-crime': false, 'emergency-worker-victim': false }],
  ])('of a common assault that is %s is not known after nine months', (_, different) => {
    const assault = record({ 'offence-group': 'common-assault', ...different }, '2025-06-02');
    expect(statutoryTimeLimit(law, assault, today)).toEqual({ applies: 'not-known', lastDay: null, passed: false });
  });

  test('of a common assault that is domestic abuse has passed two years after the offence', () => {
    const assault = record({ ...assaultAlone, 'domestic-abuse': 'high' }, '2024-03-01');
    expect(statutoryTimeLimit(law, assault, today)).toEqual({ applies: 'yes', lastDay: '2026-03-01', passed: true });
    const dayBefore = addDays(today, -1);
    expect(statutoryTimeLimit(law, assault, dayBefore).passed).toBe(false);
  });

  test('of a common assault in which nothing was domestic is six months', () => {
    const assault = record({ ...assaultAlone, 'domestic-abuse': 'none' }, '2025-06-02');
    expect(statutoryTimeLimit(law, assault, today).passed).toBe(true);
  });

  test.each<[string, RecordedFacts, 'summary-only' | 'either-way', object]>([
    ['six months', {}, 'summary-only', { applies: 'yes', lastDay: '2025-12-02', passed: true }],
    ['none', { 'hate-crime': true }, 'either-way', { applies: 'no', lastDay: null, passed: false }],
  ])('of a common assault is %s where the officer says where it may be tried', (_, different, mode, flag) => {
    const facts = { 'offence-group': 'common-assault', 'domestic-abuse': 'none', ...different };
    expect(statutoryTimeLimit(law, record(facts, '2025-06-02', mode), today)).toEqual(flag);
  });

  test('of domestic abuse that may be a hate crime is not known after two years', () => {
    const assault = record({ 'offence-group': 'common-assault', 'domestic-abuse': 'high' }, '2024-03-01');
    expect(statutoryTimeLimit(law, assault, today).applies).toBe('not-known');
  });

  test('is not known in Scotland, whose limits are others', () => {
    const scottish = { ...record(drunk, '2020-01-01'), force: 'scotland' };
    expect(statutoryTimeLimit(law, scottish, today).applies).toBe('not-known');
  });
});
