import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { isMature } from './maturity.ts';
import { reoffencesInWindow, reoffencesOf } from './reoffences-in-window.ts';
import { cohortOf, reoffenceOf, studyRow } from './study-row.test-support.ts';

const row = studyRow({ indexedOn: calendarDayOf('2023-01-31') });
const counted = (committedOn: string, provenOn: string | null = committedOn) => {
  const reoffence = reoffenceOf(row, committedOn, { provenOn: provenOn === null ? null : calendarDayOf(provenOn) });
  return reoffencesInWindow(row, reoffencesOf(cohortOf([row], [reoffence])), 1).length === 1;
};

describe('reoffencesInWindow', () => {
  test('counts from the day after the index day to the last day of the window', () => {
    expect(counted('2023-01-31')).toBe(false);
    expect(counted('2023-02-01')).toBe(true);
    expect(counted('2023-02-28')).toBe(true);
    expect(counted('2023-03-01')).toBe(false);
  });

  test('counts what is proven in the window or in the six months after it', () => {
    expect(counted('2023-02-10', '2023-08-31')).toBe(true);
    expect(counted('2023-02-10', '2023-09-01')).toBe(false);
    expect(counted('2023-02-10', null)).toBe(false);
  });
});

describe('isMature', () => {
  test('asks for the window and six months more', () => {
    const until = (followedUntil: string) => studyRow({ ...row, followedUntil: calendarDayOf(followedUntil) });
    expect(isMature(until('2024-07-31'), 12)).toBe(true);
    expect(isMature(until('2024-07-30'), 12)).toBe(false);
    expect(isMature(until('2024-07-30'), 6)).toBe(true);
  });
});
