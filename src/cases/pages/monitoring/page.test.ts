import { expect, test } from 'vitest';
import { policeView, site } from '../../../../tests/forms/case-views.ts';
import { aPerson } from '../../../../tests/cases/people.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import type { Person } from '../../../triage/index.ts';
import { policeRows } from '../case/police-rows.ts';
import { monitoringFields, whyMonitoring } from './page.ts';

const answered = aPerson({
  language: null,
  ethnicity: { selfDefined: 'W3', officerDefined: null },
  monitoring: { sex: 'female', disability: 'yes', language: 'prefer-not-to-say' },
});

/** What the case page says of a person, by the name of its row, and where the row leads. */
function rowsOf(person: Person) {
  const view = policeView('triaged');
  const shown = { ...view, file: { ...view.file, person } };
  const rows = policeRows(site, shown, { mayProposeVariation: false, today: calendarDayOf('2026-03-02') });
  const named = rows.map(({ key, value, actions }) => {
    const leads = actions?.items?.[0];
    return [String('text' in key && key.text), { value: String('html' in value && value.html), leads }] as const;
  });
  return new Map(named);
}

test('The case offers equality monitoring until it was asked', () => {
  const row = rowsOf(aPerson({ language: null })).get('Equality monitoring');
  expect(row?.value).toBe('Not asked yet');
  expect(row?.leads?.text).toBe('Ask');
  expect(row?.leads?.href).toMatch(/^\/cases\/.+\/monitoring$/);
});

test('The case says that it was asked, and not what was answered', () => {
  const rows = rowsOf(answered);
  expect(rows.get('Equality monitoring')).toMatchObject({ value: 'Asked', leads: { text: 'Change' } });
  const all = [...rows.values()].map(({ value }) => value).join('\n');
  expect(all).not.toMatch(/W3|Traveller|disab|female/i);
});

test('A language that nobody asked for is not English, and one that was not said is not unasked', () => {
  const languageOf = (person: Person) => rowsOf(person).get('Language and needs')?.value;
  expect(languageOf(aPerson({ language: null }))).toBe('Language: not asked');
  expect(languageOf(answered)).toBe('Language: preferred not to say');
  expect(languageOf(aPerson({ language: 'Polish' }))).toBe('Polish');
});

test('The form says why it asks, that nothing is decided by it, and offers not to say with every choice', () => {
  const why = String(whyMonitoring());
  expect(why).toContain('Equality Act 2010, section 149');
  expect(why).toContain('nothing is decided by them');
  const fields = String(monitoringFields({ body: {}, errors: [] }, { asksSex: true }));
  expect(fields.match(/Prefer not to say/g)).toHaveLength(4);
  const withoutSex = String(monitoringFields({ body: {}, errors: [] }, { asksSex: false }));
  expect(withoutSex.match(/Prefer not to say/g)).toHaveLength(3);
  expect(withoutSex).not.toContain('What is your sex?');
});
