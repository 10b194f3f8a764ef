import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { factsFromPerson } from './facts-from-person.ts';

const day = calendarDayOf;
const offence = (occurredOn: string | null) => ({
  occurredOn: occurredOn === null ? null : day(occurredOn),
  modeOfTrial: null,
});
const today = day('2026-03-02');

describe('A birthday and the day of the offence settle', () => {
  test.each([
    ['2008-03-01', '2026-02-28', 17],
    ['2008-02-28', '2026-02-28', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('for somebody born on %s and an offence on %s the age: %i', (bornOn, occurredOn, age) => {
    expect(factsFromPerson(day(bornOn), offence(occurredOn), today)['age']).toBe(age);
  });

  test('the age on the day of the offence and the age today, which differ where a birthday lies between', () => {
    const ages = factsFromPerson(day('2008-03-01'), offence('2026-02-28'), today);
    expect([ages['age'], ages['age-today']]).toEqual([17, 18]);
  });

  test('an age today that is never below the age at the offence, whatever day the clock says', () => {
    const ages = factsFromPerson(day('2008-03-01'), offence('2026-03-01'), day('2026-02-28'));
    expect(ages).toMatchObject({ age: 18, 'age-today': 18 });
  });

  test('how many days ago it was', () => {
    expect(factsFromPerson(null, offence('2026-02-27'), today)).toEqual({ 'offence-age-days': 3 });
  });

  test('the age as of today where the day of the offence is not known', () => {
    expect(factsFromPerson(day('2000-03-02'), offence(null), today)).toEqual({ age: 26, 'age-today': 26 });
  });

  test('nothing, where neither is known', () => {
    expect(factsFromPerson(null, offence(null), today)).toEqual({});
  });
});
