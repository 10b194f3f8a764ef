import { describe, expect, test } from 'vitest';
import { compileScheme, parseVocabulary, type SchemeRules } from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { answerDraft, DECLINED } from './answer-draft.ts';
import type { TriageDraft } from './triage-draft.ts';
import { triageView } from './triage-view.ts';

const today = '2026-11-27' as CalendarDay;
const vocabulary = parseVocabulary(
  ['first', 'second', 'third'].map((id) => ({ id, type: 'yes-no', when: 'seen', question: `${id}?` })),
  [],
);

function scheme(id: string, facts: readonly string[], is: 'live' | 'proposed'): SchemeRules {
  const clause = (fact: string) =>
    ({ id: fact, says: fact, rule: { fact, is: true }, source: 'law', standing: 'sourced' }) as const;
  const standing = [{ from: '2020-01-01' as CalendarDay, is }];
  return { id, version: id, standing, eligibility: facts.map(clause) };
}

const rules = {
  vocabulary,
  schemes: [scheme('open', ['first', 'second'], 'live'), scheme('planned', ['third'], 'proposed')].map((one) =>
    compileScheme(vocabulary, one),
  ),
};

const begun: TriageDraft = {
  draftId: 'd1',
  force: 'durham',
  startedAt: '2026-11-27T10:00:00.000Z',
  person: null,
  offence: { occurredOn: null, modeOfTrial: null },
  facts: {},
  answered: [],
  declined: [],
  fromRecords: [],
  finishedAs: null,
  isDemonstration: false,
};
const next = (draft: TriageDraft): string | undefined => triageView(rules, draft, today).next?.id;

describe('A triage under way', () => {
  test('asks what live schemes wait for, and lets the others answer from what is known', () => {
    const view = triageView(rules, begun, today);
    expect(view.next?.id).toBe('first');
    expect(view.decisions.map(({ scheme: id, standing, verdict }) => [id, standing, verdict])).toEqual([
      ['open', 'live', 'needs-information'],
      ['planned', 'proposed', 'needs-information'],
    ]);
  });

  test('does not ask again what nobody knows, and asks the rest', () => {
    expect(next(answerDraft(begun, 'first', null))).toBe('second');
    expect(next(answerDraft(answerDraft(begun, 'first', null), 'second', null))).toBeUndefined();
  });

  test('has nothing left to ask once every live scheme is settled', () => {
    const view = triageView(rules, answerDraft(begun, 'first', false), today);
    expect([view.next, view.decisions[0]?.verdict]).toEqual([null, 'ineligible']);
  });
});

describe('An answer', () => {
  test('is kept with the question; the last one counts, and the order of asking stays', () => {
    const twice = answerDraft(answerDraft(answerDraft(begun, 'first', true), 'second', false), 'first', false);
    expect([twice.facts, twice.answered]).toEqual([{ first: false, second: false }, ['first', 'second']]);
  });

  test('that nobody knows takes an earlier one away, and counts as asked', () => {
    const unknown = answerDraft(answerDraft(begun, 'first', true), 'first', null);
    expect([unknown.facts, unknown.answered]).toEqual([{}, ['first']]);
  });

  test('that the person prefers not to give is remembered as that until they do, and not asked again', () => {
    const declined = answerDraft(begun, 'first', DECLINED);
    expect([declined.facts, declined.answered, declined.declined]).toEqual([{}, ['first'], ['first']]);
    expect(next(declined)).toBe('second');
    expect(answerDraft(declined, 'first', true).declined).toEqual([]);
    expect(answerDraft(declined, 'first', null).declined).toEqual([]);
    expect(answerDraft(declined, 'first', DECLINED).declined).toEqual(['first']);
  });

  test('of no or nothing found is an answer', () => {
    expect(answerDraft(begun, 'first', false).facts).toEqual({ first: false });
    expect(answerDraft(begun, 'first', []).facts).toEqual({ first: [] });
  });
});
