import { describe, expect, test } from 'vitest';
import { parseCalendarDay } from './calendar-day.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const four = (number: number): string => String(number).padStart(4, '0');

/** Whether the platform's own calendar has the day. */
function isInCalendar(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

describe('A calendar day', () => {
  test('is read where the calendar has it, and only there', () => {
    for (const year of [0, 4, 100, 400, 1899, 1900, 1999, 2000, 2023, 2024, 2100, 9999]) {
      for (let month = 0; month <= 13; month += 1) {
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const text = `${four(year)}-${two(month)}-${two(day)}`;
          expect(parseCalendarDay(text), text).toBe(isInCalendar(text) ? text : null);
        }
      }
    }
  });

  test.each([
    '',
    '2023-1-01',
    '2023-01-1',
    '02023-01-01',
    '2023-01-01T00:00',
    ' 2023-01-01',
    '2023-01-01\n',
    '2023/01/01',
  ])('is not read from "%s"', (text) => {
    expect(parseCalendarDay(text)).toBeNull();
  });
});
