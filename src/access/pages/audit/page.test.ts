import { expect, test } from 'vitest';
import { auditFilterOf } from '../../use-cases/read-audit.ts';
import { auditPage } from './page.ts';

const nothing = { who: '', reference: '', day: '', action: '' };
const line = {
  at: new Date('2026-03-01T09:30:00Z'),
  action: 'case-viewed',
  who: 'PC <Made> Up',
  role: 'officer',
  organisation: 'Durham Constabulary',
  subject: 'case:0f8fad5b',
  caseReference: '0F8F-AD5B',
  details: { page: 'decision' },
};
const shown = (more: object = {}) =>
  auditPage({ lines: [line], page: 1, hasMore: false, isCut: false, typed: nothing, dayIsWrong: false, ...more });
const text = (more?: object): string => String(shown(more).content);

test('an entry says what was done to which case, when and by whom, with nothing of it as markup', () => {
  for (const told of ['Case viewed', '0F8F-AD5B', '9:30am', 'officer', 'Durham Constabulary', 'page: decision'])
    expect(text()).toContain(told);
  expect(text()).toContain('PC &lt;Made&gt; Up');
  expect(text({ lines: [{ ...line, who: null }] })).toContain('Nobody signed in');
});

test('that nothing was found is said, and there is no other page to go to', () => {
  expect(text({ lines: [] })).toContain('There are no such entries.');
  expect(text({ lines: [] })).not.toContain('govuk-pagination');
});

test('the pages before and after keep what was looked for', () => {
  const page = text({ page: 2, hasMore: true, typed: { ...nothing, who: 'A & B' } });
  expect(page).toContain('/audit?who=A+%26+B&amp;page=1');
  expect(page).toContain('/audit?who=A+%26+B&amp;page=3');
});

test('a day that is none is an error at its field and above the page, and narrows nothing', () => {
  const typed = { ...nothing, day: '2026-02-30' };
  const { filter, dayIsWrong } = auditFilterOf(typed);
  expect([filter.day, dayIsWrong]).toEqual([null, true]);
  expect(shown({ typed, dayIsWrong }).errors).toEqual([
    { field: 'day', text: 'Enter a day that there is, such as 2026-03-27' },
  ]);
  expect(text({ typed, dayIsWrong })).toContain('govuk-error-message');
  expect(shown().errors).toEqual([]);
});

test('what was typed narrows the entries: references in capitals, nothing where nothing was typed', () => {
  expect(auditFilterOf({ who: ' Ash ', reference: 'ab12-cd34', day: '2026-03-01', action: 'case-viewed' })).toEqual({
    filter: { who: 'Ash', reference: 'AB12-CD34', day: '2026-03-01', action: 'case-viewed' },
    dayIsWrong: false,
  });
  expect(auditFilterOf(nothing).filter).toEqual({ who: null, reference: null, day: null, action: null });
});
