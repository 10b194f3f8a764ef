import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDayOf, londonDayOf } from '../../shared/calendar-day.ts';
import { londonMinuteOf } from '../../shared/london-instants.ts';
import { weeklyTimes } from './weekly-times.ts';

const TEN = 10 * 60;
const starts = (from: string, weeks: number, startsAt = TEN, endsAt = startsAt + 120) =>
  weeklyTimes({ from: calendarDayOf(from), weeks, startsAt, endsAt });

describe('A weekly series', () => {
  test('stays at ten in the morning over both changes of clocks', () => {
    const iso = (from: string) => starts(from, 2).times.map(({ startsAt }) => startsAt.toISOString());
    expect(iso('2026-03-24')).toEqual(['2026-03-24T10:00:00.000Z', '2026-03-31T09:00:00.000Z']);
    expect(iso('2026-10-20')).toEqual(['2026-10-20T09:00:00.000Z', '2026-10-27T10:00:00.000Z']);
  });

  test('leaves out the night whose hour clocks leave out, and says which day', () => {
    const { times, leftOut } = starts('2026-03-22', 3, 90, 180);
    expect(times.map(({ startsAt }) => londonDayOf(startsAt))).toEqual(['2026-03-22', '2026-04-05']);
    expect(leftOut).toEqual(['2026-03-29']);
  });

  test('means the first of the hour that comes twice', () => {
    const [time] = starts('2026-10-25', 1, 90, 180).times;
    expect([time?.startsAt.toISOString(), time?.endsAt.toISOString()]).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T03:00:00.000Z',
    ]);
  });

  test('that ends no later than it starts ends on the next day', () => {
    const [time] = starts('2026-03-09', 1, 22 * 60, 60).times;
    expect(time?.endsAt.toISOString()).toBe('2026-03-10T01:00:00.000Z');
  });
});

test('Every time of any series is at its hour in London, a week after the one before, and ends after it starts', () => {
  const series = fc.record({
    day: fc.integer({ min: 0, max: 1500 }),
    weeks: fc.integer({ min: 1, max: 60 }),
    startsAt: fc.integer({ min: 0, max: 1439 }),
    endsAt: fc.integer({ min: 0, max: 1439 }),
  });
  fc.assert(
    fc.property(series, ({ day, weeks, startsAt, endsAt }) => {
      const from = addDays(calendarDayOf('2026-01-01'), day);
      const { times, leftOut } = weeklyTimes({ from, weeks, startsAt, endsAt });
      expect(times.length + leftOut.length).toBe(weeks);
      const days = times.map((time) => londonDayOf(time.startsAt));
      expect([...days, ...leftOut].toSorted()).toEqual(
        Array.from({ length: weeks }, (_, week) => addDays(from, 7 * week)),
      );
      for (const time of times) {
        expect(londonMinuteOf(time.startsAt)).toBe(startsAt);
        expect(londonMinuteOf(time.endsAt)).toBe(endsAt);
        expect(time.endsAt > time.startsAt).toBe(true);
      }
    }),
  );
});
