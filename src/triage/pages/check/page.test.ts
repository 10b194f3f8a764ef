import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/cases/people.ts';
import { loadVocabulary } from '../../../reference/store/reference-lists.ts';
import { loadReferenceWords } from '../../../reference/store/reference-words.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import type { TriageDraft } from '../../domain/triage-draft.ts';
import { triageView } from '../../domain/triage-view.ts';
import { checkAnswersPage } from './page.ts';

const words = await loadReferenceWords();
const vocabulary = await loadVocabulary();

function rowOf(fact: string, different: Partial<TriageDraft>): string {
  const draft: TriageDraft = {
    draftId: 'd1',
    force: 'durham',
    startedAt: '2026-11-27T10:00:00.000Z',
    person: null,
    offence: { occurredOn: null, modeOfTrial: null },
    facts: {},
    answered: [fact],
    declined: [],
    fromRecords: [],
    finishedAs: null,
    isDemonstration: true,
    ...different,
  };
  const view = triageView({ vocabulary, schemes: [] }, draft, calendarDayOf('2026-11-27'));
  const page = checkAnswersPage({ words, nameOf: (id) => id, view, csrfToken: '', errors: [] }).content.toString();
  const [answers = ''] = page.split('</dl>');
  return answers.split('govuk-summary-list__row').find((row) => row.includes(`/questions/${fact}"`)) ?? '';
}

test('an answer that may show somebody’s risk is not shown or printed, whatever it is, and can be changed', () => {
  const rows = [
    { facts: { 'marac-known': true } },
    { facts: { 'marac-known': false } },
    {},
    { declined: ['marac-known'] },
  ];
  const drawn = new Set(rows.map((row) => rowOf('marac-known', row)));
  expect(drawn.size).toBe(1);
  expect([...drawn].join()).toContain('Not shown here');
  expect([...drawn].join()).toMatch(/^[^>]*waymark-screen-only/);
});

test('any other answer is shown, and printed', () => {
  const row = rowOf('admission', { facts: { admission: 'admits' } });
  expect(row).toContain('Admits the offence');
  expect(row).not.toContain('waymark-screen-only');
});

test('an age is said to be that of today where the day of the offence is not known, and no date of birth was answered over', () => {
  const person = aPerson({ bornOn: calendarDayOf('2000-01-01') });
  const offence = { occurredOn: calendarDayOf('2026-11-20'), modeOfTrial: null };
  const known = { facts: { age: 26 }, answered: [], person };
  expect(rowOf('age', known)).toContain('The age today, from the date of birth');
  for (const other of [
    { ...known, offence },
    { ...known, answered: ['age'] },
    { ...known, person: null },
  ])
    expect(rowOf('age', other)).not.toContain('The age today');
});
