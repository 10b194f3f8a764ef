import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { type EarlierDiversion, type HowItWent, isOnOurRecords, proposedByRecords } from './earlier-diversion.ts';

const was = (scheme: string, went: HowItWent): EarlierDiversion => ({
  caseId: 'c',
  reference: 'WM-1',
  scheme,
  acceptedOn: calendarDayOf('2025-05-03'),
  went,
});
const earlier = [
  was('divert', 'completed'),
  was('divert', 'not-completed'),
  was('dep', 'under-way'),
  was('dep', 'withdrawn'),
];
const counted = ['divert', 'dep', 'never'];

describe('What our records propose', () => {
  test.each([
    ['prior-diversions', 3],
    ['diversions-by-scheme', { divert: 2, dep: 1, never: 0 }],
    ['failed-diversions-by-scheme', { divert: 1, dep: 0, never: 0 }],
    ['engaged-with-every-prior-diversion', null],
    ['prior-convictions', null],
  ])('of %s is %j', (fact, proposed) => {
    expect(proposedByRecords(fact, earlier, counted)).toEqual(proposed);
  });

  test('is nothing where nobody was found: other forces may know them', () => {
    for (const fact of ['prior-diversions', 'diversions-by-scheme', 'failed-diversions-by-scheme'])
      expect(proposedByRecords(fact, [], counted)).toBeNull();
  });

  test('is looked up for no other fact', () => {
    expect(['diversions-by-scheme', 'prior-convictions', 'age'].map(isOnOurRecords)).toEqual([true, false, false]);
  });
});
