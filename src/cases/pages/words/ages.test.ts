import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { agesInWords, agesOf } from './ages.ts';

const today = calendarDayOf('2026-03-02');
const offence = (on: string | null) => ({ occurredOn: on === null ? null : calendarDayOf(on), modeOfTrial: null });
const words = (facts: { readonly [fact: string]: number }, on: string | null, bornOn: string | null) =>
  agesInWords(
    agesOf({ facts, offence: offence(on) }, { bornOn: bornOn === null ? null : calendarDayOf(bornOn) }, today),
  );

describe('The ages of a person', () => {
  test('are both said, as they differ where a birthday lies between', () => {
    expect(words({}, '2026-02-27', '2008-03-01')).toBe('17 on the day of the offence, 18 today');
  });

  test('are of the date of birth, whatever was answered before', () => {
    expect(words({ age: 30, 'age-today': 31 }, '2026-02-27', '2008-03-01')).toBe(
      '17 on the day of the offence, 18 today',
    );
  });

  test('are as answered where there is no date of birth', () => {
    expect(words({ age: 30 }, '2026-02-27', null)).toBe('30 on the day of the offence');
  });

  test('are assumed to be those of the triage where the day of the offence is not known, and said to be', () => {
    expect(words({ age: 17 }, null, '2008-03-01')).toBe(
      '17 on the day of the offence (taken as of the triage, since that day is not known), 18 today',
    );
  });

  test('are not said where they are not known', () => {
    expect(words({}, null, null)).toBeNull();
    expect(words({}, null, '2008-03-01')).toBe('18 today');
  });
});
