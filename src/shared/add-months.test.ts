import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from './add-months.ts';
import { addDays, calendarDayOf, daysBetween } from './calendar-day.ts';

const plus = (day: string, months: number) => addMonths(calendarDayOf(day), months);

describe('addMonths', () => {
  test('keeps the day of the month', () => {
    expect(plus('2023-04-15', 1)).toBe('2023-05-15');
    expect(plus('2023-11-15', 3)).toBe('2024-02-15');
    expect(plus('2023-04-15', 12)).toBe('2024-04-15');
    expect(plus('2023-04-15', 0)).toBe('2023-04-15');
  });

  test('ends with the month where it has no such day', () => {
    expect(plus('2023-01-31', 1)).toBe('2023-02-28');
    expect(plus('2024-01-31', 1)).toBe('2024-02-29');
    expect(plus('2023-03-31', 1)).toBe('2023-04-30');
    expect(plus('2023-08-31', 6)).toBe('2024-02-29');
    expect(plus('2024-02-29', 12)).toBe('2025-02-28');
    expect(plus('2024-02-29', 48)).toBe('2028-02-29');
    expect(plus('2099-02-28', 12)).toBe('2100-02-28');
    expect(plus('2096-02-29', 48)).toBe('2100-02-28');
  });

  test('goes back as well', () => {
    expect(plus('2024-03-31', -1)).toBe('2024-02-29');
    expect(plus('2024-01-15', -1)).toBe('2023-12-15');
    expect(plus('2024-01-15', -13)).toBe('2022-12-15');
  });

  test('refuses a part of a month', () => {
    expect(() => plus('2024-01-15', 1.5)).toThrow('whole');
  });

  test('never comes back before an earlier day, and a year of it is 365 or 366 days', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(calendarDayOf('1990-01-01'), days));
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 36 }), (one, other, months) => {
        const [first, last] = one < other ? [one, other] : [other, one];
        expect(addMonths(first, months) <= addMonths(last, months)).toBe(true);
        expect([365, 366]).toContain(daysBetween(one, addMonths(one, 12)));
      }),
    );
  });
});
