import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../../reference/store/reference-lists.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { birthdayFault, oldestAge } from './birthday-fault.ts';

const limits = { today: calendarDayOf('2026-03-02'), occurredOn: calendarDayOf('2026-02-27'), oldest: 120 };
const fault = (bornOn: string, different: object = {}) =>
  birthdayFault(calendarDayOf(bornOn), { ...limits, ...different });

describe('A date of birth', () => {
  test.each([
    ['1999-05-17', null],
    ['2026-02-27', null],
    ['2026-02-28', 'after-the-offence'],
    ['2026-03-02', 'after-the-offence'],
    ['2026-03-03', 'in-the-future'],
    ['1905-03-03', null],
    ['1905-03-02', 'too-long-ago'],
    ['1899-01-01', 'too-long-ago'],
  ])('of %s is wrong for this reason: %s', (bornOn, expected) => {
    expect(fault(bornOn)).toBe(expected);
  });

  test('may be today where the day of the offence is not known', () => {
    expect(fault('2026-03-02', { occurredOn: null })).toBeNull();
  });

  test('gives at most the age that the facts take', async () => {
    expect(oldestAge(await loadVocabulary())).toBe(120);
  });
});
