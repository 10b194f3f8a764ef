import { expect, test } from 'vitest';
import { compileScheme, parseVocabulary, type Judge, type SchemeRules } from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { TriageDraft } from './triage-draft.ts';
import { triageView } from './triage-view.ts';

const today = '2026-11-27' as CalendarDay;
const told = { turn: 'terms-told' };
const vocabulary = parseVocabulary(
  [
    { id: 'seen', type: 'yes-no', when: 'seen', question: 'seen?' },
    { id: 'agrees', type: 'yes-no', when: 'asked', question: 'agrees?', asking: told },
    { id: 'grasps', type: 'yes-no', when: 'asked', question: 'grasps?', asking: told },
  ],
  [],
);
type Rule = SchemeRules['eligibility'][number]['rule'];
const is = (fact: string): Rule => ({ fact, is: true });
const judged = (by: Judge): Rule => ({ discretion: 'Right for them?', by });

function ready(rules: readonly Rule[], facts: Readonly<Record<string, boolean>>, answered: readonly string[] = []) {
  const eligibility = rules.map(
    (rule, index) => ({ id: `R-${index}`, says: 'so', rule, source: 'law', standing: 'sourced' }) as const,
  );
  const standing = [{ from: '2020-01-01' as CalendarDay, is: 'live' as const }];
  const scheme = compileScheme(vocabulary, { id: 'open', version: 'open', standing, eligibility });
  const draft: TriageDraft = {
    draftId: 'd1',
    force: 'durham',
    startedAt: '2026-11-27T10:00:00.000Z',
    person: null,
    offence: { occurredOn: null, modeOfTrial: null },
    facts,
    answered,
    declined: [],
    fromRecords: [],
    finishedAs: null,
    isDemonstration: false,
  };
  return triageView({ vocabulary, schemes: [scheme] }, draft, today).ready.map(({ ifAgreed, asks }) => [
    ifAgreed.verdict,
    [...asks].sort(),
  ]);
}

test('A scheme is ready to be offered once nothing is left to ask but what is asked when its terms were told', () => {
  const rules = [is('seen'), is('agrees'), is('grasps')];
  expect(ready(rules, {})).toEqual([]);
  expect(ready(rules, { seen: true }, ['seen'])).toEqual([['eligible', ['agrees', 'grasps']]]);
  expect(ready(rules, { seen: false }, ['seen'])).toEqual([]);
});

test('It is not where anything of that was asked by itself, or nobody knew the answer', () => {
  const rules = [is('agrees'), is('grasps')];
  expect(ready(rules, { agrees: true }, ['agrees'])).toEqual([]);
  expect(ready(rules, {}, ['agrees'])).toEqual([]);
  expect(ready([is('seen'), is('agrees')], {}, ['seen'])).toEqual([]);
});

test('What is left to an officer is judged on the page of the offer; what is left to a rank above is not', () => {
  expect(ready([is('agrees'), judged('officer')], {})).toEqual([['needs-discretion', ['agrees']]]);
  for (const by of ['sergeant', 'inspector', 'prosecutor'] as const)
    expect(ready([is('agrees'), judged(by)], {})).toEqual([]);
});
