import { describe, expect, test } from 'vitest';
import { compileScheme, decide, parseFacts, parseVocabulary, type Rule } from './index.ts';
import { asOf, schemeOf } from './random-schemes.test-support.ts';

const vocabulary = parseVocabulary(
  [
    { id: 'age', type: 'number', min: 0, max: 120, when: 'asked', question: 'Age?' },
    {
      id: 'age-today',
      type: 'number',
      min: 0,
      max: 120,
      when: 'asked',
      question: 'Age today?',
      bounds: { notBelow: 'age' },
      standIn: 'age',
    },
    { id: 'found', type: 'set', values: ['x', 'y'], when: 'seen', question: 'Found?' },
    {
      id: 'grams',
      type: 'amounts',
      values: ['x', 'y'],
      when: 'seen',
      question: 'Grams?',
      bounds: { noneUnlessIn: 'found' },
    },
    { id: 'held', type: 'yes-no', when: 'seen', question: 'Held?' },
    { id: 'held-for-court', type: 'yes-no', when: 'seen', question: 'For a court?', onlyIf: 'held' },
    { id: 'held-where', type: 'choice', values: ['x', 'y'], when: 'seen', question: 'Where?', onlyIf: 'held' },
    { id: 'times', type: 'number', min: 0, when: 'looked-up', question: 'Times?' },
    {
      id: 'times-by-scheme',
      type: 'counts-by-scheme',
      min: 0,
      when: 'looked-up',
      question: 'Times on it?',
      bounds: { notAbove: 'times' },
      standIn: 'times',
    },
    { id: 'kept-to-all', type: 'yes-no', when: 'looked-up', question: 'Kept to all?' },
    {
      id: 'failed-by-scheme',
      type: 'counts-by-scheme',
      min: 0,
      when: 'looked-up',
      question: 'Failed on it?',
      bounds: { notAbove: 'times' },
      standIn: 'kept-to-all',
    },
  ],
  [],
);

function verdict(rule: Rule, raw: unknown, standIns = false): string {
  const facts = parseFacts(vocabulary, raw, { standIns });
  if (!facts.ok) return facts.refusal.map(({ path, problem, remedy }) => `${path}: ${problem}; ${remedy}`).join('\n');
  return decide(compileScheme(vocabulary, schemeOf([rule])), facts.value, asOf).verdict;
}

describe('what facts say of each other', () => {
  const adultToday: Rule = { fact: 'age-today', atLeast: 18 };

  test('what makes sense only on a condition is false where the condition is, unless it was said otherwise', () => {
    const forCourt: Rule = { fact: 'held-for-court', is: false };
    expect(verdict(forCourt, { held: false })).toBe('eligible');
    expect(verdict(forCourt, { held: true })).toBe('needs-information');
    expect(verdict(forCourt, {})).toBe('needs-information');
    expect(verdict(forCourt, { held: false, 'held-for-court': true })).toBe('ineligible');
    expect(verdict({ fact: 'held-where', is: 'x' }, { held: false })).toBe('needs-information');
  });

  test('somebody of 18 at the offence is 18 or more today, and of 17 it is not known', () => {
    expect(verdict(adultToday, { age: 18 })).toBe('eligible');
    expect(verdict(adultToday, { age: { from: 18 } })).toBe('eligible');
    expect(verdict(adultToday, { age: 17 })).toBe('needs-information');
    expect(verdict(adultToday, { age: 17, 'age-today': 18 })).toBe('eligible');
    expect(verdict(adultToday, { age: 18, 'age-today': { from: 10 } })).toBe('eligible');
    expect(verdict(adultToday, { age: 18, 'age-today': { oneOf: [17, 19] } })).toBe('eligible');
  });

  test('somebody younger today than at the offence is a fault, which names both facts', () => {
    expect(verdict(adultToday, { age: 18, 'age-today': 17 })).toBe(
      'age-today: less than age; it is never below age: correct one of the two',
    );
    expect(verdict(adultToday, { age: 18, 'age-today': { oneOf: [16, 17] } })).toContain('less than age');
    expect(verdict(adultToday, { age: { from: 18 }, 'age-today': { to: 17 } })).toContain('less than age');
  });

  test('in a file the age at the offence stands in for the age today, unless that is written', () => {
    expect(verdict(adultToday, { age: 17 }, true)).toBe('ineligible');
    expect(verdict(adultToday, { age: 17, 'age-today': 18 }, true)).toBe('eligible');
    const facts = parseFacts(vocabulary, { age: 17 }, { standIns: true });
    expect(facts.ok && facts.value.stoodIn).toEqual({ 'age-today': 17 });
    expect(facts.ok && facts.value.values).toEqual({ age: 17 });
  });

  test('in a file a yes stands in for none on each scheme, and a no for one or more', () => {
    const neverFailed: Rule = { fact: 'failed-by-scheme', atMost: 0, forScheme: 'durham-checkpoint' };
    const twice: Rule = { fact: 'failed-by-scheme', atLeast: 2, forScheme: 'durham-checkpoint' };
    expect(verdict(neverFailed, { 'kept-to-all': true }, true)).toBe('eligible');
    expect(verdict(neverFailed, { 'kept-to-all': false }, true)).toBe('ineligible');
    expect(verdict(neverFailed, { 'kept-to-all': false, times: 0 }, true)).not.toContain('correct');
    expect(verdict(twice, { 'kept-to-all': false }, true)).toBe('needs-information');
    expect(verdict(neverFailed, { 'kept-to-all': { oneOf: [true, false] } }, true)).toBe('needs-information');
    expect(verdict(neverFailed, { 'kept-to-all': false, 'failed-by-scheme': { 'durham-checkpoint': 0 } }, true)).toBe(
      'eligible',
    );
    expect(verdict(neverFailed, { 'kept-to-all': true })).toBe('needs-information');
  });

  test('what was not found weighs nothing, so that a sum needs only what was found', () => {
    const inAll: Rule = { fact: 'grams', atMost: 2.5, forSubstances: ['x', 'y'] };
    expect(verdict(inAll, { grams: { x: 2.5 } })).toBe('needs-information');
    expect(verdict(inAll, { grams: { x: 2.5 }, found: ['x'] })).toBe('eligible');
    expect(verdict(inAll, { grams: { x: 2 }, found: ['x', 'y'] })).toBe('needs-information');
    expect(verdict(inAll, { grams: { x: 2, y: 0.6 }, found: ['x', 'y'] })).toBe('ineligible');
    expect(verdict(inAll, { grams: { x: 2.6 }, found: ['x', 'y'] })).toBe('ineligible');
  });

  test('less than and more than leave their number out', () => {
    const less: Rule = { fact: 'grams', lessThan: 1, forSubstance: 'x' };
    const more: Rule = { fact: 'grams', moreThan: 0, forSubstance: 'x' };
    expect([0.999999999999, 1, 0].map((x) => verdict(less, { grams: { x } }))).toEqual([
      'eligible',
      'ineligible',
      'eligible',
    ]);
    expect([0, 1e-300].map((x) => verdict(more, { grams: { x } }))).toEqual(['ineligible', 'eligible']);
    expect([17, 18].map((age) => verdict({ fact: 'age', lessThan: 18 }, { age }))).toEqual(['eligible', 'ineligible']);
    expect([18, 19].map((age) => verdict({ fact: 'age', moreThan: 18 }, { age }))).toEqual(['ineligible', 'eligible']);
  });

  test('somebody who was never diverted was never on this scheme; somebody who was may have been', () => {
    const once: Rule = { fact: 'times-by-scheme', atMost: 0, forScheme: 'durham-checkpoint' };
    expect(verdict(once, { times: 0 })).toBe('eligible');
    expect(verdict(once, { times: 1 })).toBe('needs-information');
    expect(verdict(once, { times: 1 }, true)).toBe('ineligible');
    expect(verdict(once, { times: 1, 'times-by-scheme': { 'durham-checkpoint': 0 } }, true)).toBe('eligible');
    expect(verdict(once, { 'times-by-scheme': { 'Not a scheme': 0 } })).toContain('not the id of a scheme');
  });
});
