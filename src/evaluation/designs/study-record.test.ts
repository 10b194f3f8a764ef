import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { studyRow } from '../domain/cohort/study-row.test-support.ts';
import { studyRecord } from './study-record.ts';

const day = calendarDayOf;
const subjects = [
  studyRow({
    person: 'a',
    indexedOn: day('2022-03-01'),
    followedUntil: day('2024-01-01'),
    age: 30,
    diedOn: day('2023-01-01'),
  }),
  studyRow({ person: 'b', indexedOn: day('2022-01-05'), followedUntil: day('2023-06-30'), age: null, sex: 'male' }),
  // Died after watching ended: nobody watching saw it.
  studyRow({
    person: 'c',
    indexedOn: day('2022-12-31'),
    followedUntil: day('2024-05-01'),
    age: null,
    diedOn: day('2024-06-01'),
  }),
  studyRow({ person: 'd', indexedOn: day('2022-06-01'), followedUntil: day('2024-02-01'), age: 41, sex: 'female' }),
].map((row) => ({ row, reoffences: [] }));
const treated = [1, 0, 0, 0];

describe('the record of a study', () => {
  test('counts who died while watched, and of whom something is missing, those with the scheme first', () => {
    expect(studyRecord(subjects, treated, ['age', 'age_squared', 'sex'])).toEqual({
      deaths: [1, 0],
      missing: [
        { name: 'age', counts: [0, 2] },
        { name: 'sex', counts: [1, 1] },
      ],
      indexedFrom: '2022-01-05',
      indexedUntil: '2022-12-31',
      followedUntil: ['2023-06-30', '2024-05-01'],
    });
  });

  test('of nobody is none', () => {
    expect(studyRecord([], [], ['age'])).toBeNull();
  });
});
