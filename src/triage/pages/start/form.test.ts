import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import type { FormBody } from '../../../web/markup/index.ts';
import { readStart, startAnew } from './form.ts';
import { startTriagePage } from './page.ts';

const today = calendarDayOf('2026-11-22');
const born = { 'born-on': '1 2 1999' };

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

  test('takes what was found for the kind of offence, and leaves open what nobody said', () => {
    const foundIn = (body: FormBody) => {
      const result = readStart({ when: 'today', ...body }, { today, draft: null, oldest: 120 });
      return result.ok && result.value.facts;
    };
    expect(foundIn({ found: 'cannabis' })).toEqual({ 'offence-group': 'possession', substances: ['cannabis'] });
    expect(foundIn({ found: 'possession' })).toEqual({ 'offence-group': 'possession' });
    for (const found of ['other', 'invented', 'constructor', '']) expect(foundIn({ found })).toEqual({});
    expect(foundIn({})).toEqual({});
  });

  test('says nothing of the offence by the key Enter: the first button of the form has no name', () => {
    const page = startTriagePage({ action: '/', csrfToken: 'token', underWay: false, body: startAnew, errors: [] });
    const [first] = String(page.content).match(/<button[^>]*>/g) ?? [];
    expect(first).not.toContain('name=');
  });

  test('takes contact for unsafe until somebody says that it is safe', () => {
    const result = readStart({ when: 'today' }, { today, draft: null, oldest: 120 });
    expect(result.ok && result.value.person.contact.safe).toBe('not-safe');
  });
});
