import { describe, expect, test } from 'vitest';
import type { FactDefinition } from '../../../eligibility/index.ts';
import type { TriageDraft } from '../../domain/triage-draft.ts';
import { answerSoFar, triageQuestionPage } from './triage-question-page.ts';

const fact = (id: string): FactDefinition => ({
  id,
  slot: 0,
  when: 'seen',
  question: `${id}?`,
  type: { kind: 'choice', values: [true, false] },
});

const viewOf = (facts: TriageDraft['facts'], answered: readonly string[]) => ({
  draft: {
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
  },
  decisions: [],
  settled: {},
  counted: {},
  ticks: [],
  ready: [],
  ticked: [],
  next: null,
});

function page(id: string, facts: TriageDraft['facts'], answered: readonly string[]) {
  const view = viewOf(facts, answered);
  const drawn = triageQuestionPage({
    view,
    fact: fact(id),
    body: answerSoFar(view, fact(id)),
    errors: [],
    words: {
      facts: new Map(),
      forces: new Map(),
      outcomeTypes: new Map(),
      schemes: new Map(),
      localAuthorities: new Map(),
    },
    ownForce: 'durham',
    nameOf: (scheme) => scheme,
    csrfToken: 'token',
  });
  return { back: drawn.backLink?.href, markup: drawn.content.toString() };
}

describe('A question of a triage', () => {
  test('leads back to the person first, then to the question before', () => {
    expect(page('first', {}, []).back).toBe('/triages/d1/person');
    expect(page('second', { first: true }, ['first']).back).toBe('/triages/d1/questions/first');
  });

  test('that was answered leads back to the check, and keeps its number', () => {
    const again = page('first', { first: false, second: true }, ['first', 'second']);
    expect(again.back).toBe('/triages/d1/check');
    expect(again.markup).toContain('Triage, question 1<');
    expect(page('third', {}, ['first', 'second']).markup).toContain('Triage, question 3<');
  });

  test('shows the answer given, a no as a no', () => {
    const { markup } = page('first', { first: false }, ['first']);
    expect(markup).toContain('Answered so far: No<');
    expect(page('first', {}, []).markup).not.toContain('Answered so far');
  });

  test('with few answers has a button for each, and no other that goes on', () => {
    const { markup } = page('first', {}, []);
    const sent = [
      ...markup.matchAll(/<button[^>]* name="answer" value="(\w+)"|<button[^>]* value="(\w+)" name="answer"/g),
    ];
    expect(sent.map(([, one, other]) => one ?? other)).toEqual(['true', 'false']);
    expect(markup).not.toContain('Continue');
  });

  test('is sent to its own address', () => {
    expect(page('first', {}, []).markup).toContain('action="/triages/d1/questions/first"');
  });
});
