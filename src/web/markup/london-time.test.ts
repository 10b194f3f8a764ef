import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { formatDateTime, formatDay, formatTime, formatWait, londonInstant, londonInstants } from './london-time.ts';

test('A day is written out', () => {
  expect(formatDay(calendarDayOf('2026-11-22'))).toBe('22 November 2026');
});

test('A moment in summer is an hour later in London than in UTC', () => {
  expect(formatDateTime(new Date('2026-07-01T23:05:00Z'))).toBe('2 July 2026 at 12:05am');
});

test('A moment in winter is the same in London as in UTC', () => {
  expect(formatDateTime(new Date('2026-11-22T15:54:00Z'))).toBe('22 November 2026 at 3:54pm');
});

test('Whole hours have no minutes; noon and midnight are words', () => {
  const at = (time: string): string => formatTime(new Date(`2026-01-05T${time}:00Z`));
  expect([at('09:00'), at('12:00'), at('00:00'), at('12:30'), at('00:30')]).toEqual([
    '9am',
    'midday',
    'midnight',
    '12:30pm',
    '12:30am',
  ]);
});

test('A wait is told in whole units gone by', () => {
  const from = new Date('2026-01-01T00:00:00Z');
  const after = (hours: number): string => formatWait(from, new Date(from.getTime() + hours * 3_600_000));
  expect([0.5, 1, 47.9, 48, 80].map(after)).toEqual(['less than an hour', '1 hour', '47 hours', '2 days', '3 days']);
});

test('A time of day in London is an instant, in summer, winter and where the clocks change', () => {
  const at = (day: string, hour: number, minute = 0): string =>
    londonInstant(calendarDayOf(day), hour * 60 + minute).toISOString();
  expect(at('2026-07-01', 9, 30)).toBe('2026-07-01T08:30:00.000Z');
  expect(at('2026-11-22', 9, 30)).toBe('2026-11-22T09:30:00.000Z');
  expect(at('2026-07-01', 0)).toBe('2026-06-30T23:00:00.000Z');
  expect(at('2026-03-29', 0, 30)).toBe('2026-03-29T00:30:00.000Z');
  expect(at('2026-03-29', 2, 30)).toBe('2026-03-29T01:30:00.000Z');
  expect(at('2026-10-25', 1, 30)).toBe('2026-10-25T00:30:00.000Z');
  expect(at('2026-10-25', 3)).toBe('2026-10-25T03:00:00.000Z');
});

describe('A minute of a day in London', () => {
  const at = (day: string, minute: number) =>
    londonInstants(calendarDayOf(day), minute).map((each) => each.toISOString());

  test.each([
    ['2026-03-28', 90, ['2026-03-28T01:30:00.000Z']],
    ['2026-03-29', 59, ['2026-03-29T00:59:00.000Z']],
    ['2026-03-29', 60, []],
    ['2026-03-29', 119, []],
    ['2026-03-29', 120, ['2026-03-29T01:00:00.000Z']],
    ['2026-07-01', 0, ['2026-06-30T23:00:00.000Z']],
    ['2026-10-25', 59, ['2026-10-24T23:59:00.000Z']],
    ['2026-10-25', 60, ['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z']],
    ['2026-10-25', 119, ['2026-10-25T00:59:00.000Z', '2026-10-25T01:59:00.000Z']],
    ['2026-10-25', 120, ['2026-10-25T02:00:00.000Z']],
  ])('of %s, minute %i, comes never, once or twice: %j', (day, minute, expected) => {
    expect(at(day, minute)).toEqual(expected);
  });
});
