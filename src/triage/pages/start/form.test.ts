import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import type { FormBody } from '../../../web/markup/index.ts';
import { readStart } from './form.ts';

const today = calendarDayOf('2026-11-22');
const born = { 'born-on-day': '1', 'born-on-month': '2', 'born-on-year': '1999' };

function read(body: FormBody): unknown {
  const result = readStart(body, { today, draft: null, oldest: 120 });
  if (!result.ok) return result.errors.map(({ text }) => text);
  const { person, offence } = result.value;
  return [person.name, person.bornOn, offence.occurredOn];
}

describe('The beginning of a triage', () => {
  test('takes today, yesterday, another day or none for the offence', () => {
    expect(read({ when: 'today', name: ' Robin ', ...born })).toEqual(['Robin', '1999-02-01', '2026-11-22']);
    expect(read({ when: 'yesterday' })).toEqual(['', null, '2026-11-21']);
    expect(read({ when: 'not-known' })).toEqual(['', null, null]);
    const other = { 'occurred-on-day': '3', 'occurred-on-month': '9', 'occurred-on-year': '2026' };
    expect(read({ when: 'other', ...other })).toEqual(['', null, '2026-09-03']);
  });

  test('asks again for a day that is missing, to come, or before the person was born', () => {
    expect(read({})).toEqual(['Select when the offence was']);
    expect(read({ when: 'other' })).toEqual(['Enter the date of the offence']);
    const soon = { 'occurred-on-day': '23', 'occurred-on-month': '11', 'occurred-on-year': '2026' };
    expect(read({ when: 'other', ...soon })).toEqual(['The date of the offence must be today or in the past']);
    const before = { 'occurred-on-day': '1', 'occurred-on-month': '1', 'occurred-on-year': '1999' };
    expect(read({ when: 'other', ...before, ...born })).toEqual(['The date of birth must be before the offence']);
  });

  test('takes contact for unsafe until somebody says that it is safe', () => {
    const result = readStart({ when: 'today' }, { today, draft: null, oldest: 120 });
    expect(result.ok && result.value.person.contact.safe).toBe('not-safe');
  });
});
