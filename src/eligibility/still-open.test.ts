import { expect, test } from 'vitest';
import {
  BulkDecider,
  bulkVerdict,
  clausesOn,
  compileScheme,
  decide,
  nextAsked,
  parseFacts,
  parseVocabulary,
  vocabularyAtTheOutcome,
} from './index.ts';
import type { FactValue, Rule } from './index.ts';
import { asOf, schemeOf } from './random-schemes.test-support.ts';

const says = {
  id: 'says',
  type: 'choice',
  values: ['admits', 'no-reply', 'denies', 'not-asked'],
  when: 'asked',
  question: 'Says what?',
  mayBecome: { 'not-asked': ['admits', 'no-reply'] },
};
const vocabulary = parseVocabulary([says], []);

function factsOf(value: FactValue) {
  const facts = parseFacts(vocabulary, { says: value });
  if (!facts.ok) throw new Error(facts.refusal[0]?.problem);
  return facts.value;
}

const needsAdmission: Rule = { fact: 'says', is: 'admits' };
const keepsOutWhoDenies: Rule = { fact: 'says', isNot: 'denies' };

test.each<[string, Rule, readonly string[], string]>([
  ['who was not asked yet may still admit', needsAdmission, ['not-asked'], 'needs-information'],
  ['or keep silent', { fact: 'says', in: ['admits', 'no-reply'] }, ['not-asked'], 'needs-information'],
  ['and is no denier', keepsOutWhoDenies, ['not-asked'], 'eligible'],
  ['however that is written', { not: { fact: 'says', is: 'denies' } }, ['not-asked'], 'eligible'],
  ['who may not have been asked', needsAdmission, ['not-asked', 'denies'], 'needs-information'],
  ['who denies', needsAdmission, ['denies'], 'ineligible'],
  ['who makes no reply', needsAdmission, ['no-reply'], 'ineligible'],
  ['who admits', needsAdmission, ['admits'], 'eligible'],
])('One by one and in bulk: %s', (_who, rule, values, verdict) => {
  const scheme = compileScheme(vocabulary, schemeOf([rule]));
  expect(decide(scheme, factsOf({ oneOf: values }), asOf).verdict).toBe(verdict);
  const bulk = new BulkDecider(vocabulary, [clausesOn(scheme, asOf)], 4);
  bulk.table.setChoice('says', 0, values);
  bulk.decide(4);
  const [answers] = bulk.answers;
  expect(answers && bulkVerdict(answers, 0)).toBe(verdict);
});

test('What was answered is shown as it was, stays missing, and is not asked again', () => {
  const scheme = compileScheme(vocabulary, schemeOf([needsAdmission]));
  const facts = factsOf('not-asked');
  expect(facts.values['says']).toBe('not-asked');
  expect(decide(scheme, facts, asOf).missing).toEqual(['says']);
  expect(nextAsked([scheme], facts, asOf).fact).toBe(null);
});

test.each([{ 'not-asked': ['invented'] }, { invented: ['admits'] }])(
  'A vocabulary in which %j is none of the values is refused',
  (mayBecome) =>
    expect(() => parseVocabulary([{ ...says, mayBecome }], [])).toThrow('"invented" is none of its values'),
);

test('What is not done yet is still to be done until the outcome, and then it is not done', () => {
  const done = { id: 'done', type: 'yes-no', when: 'asked', question: 'Done?', mayBecome: { false: [true] } };
  const before = parseVocabulary([{ ...done, untilOutcome: true }], []);
  const verdictOf = (asked: typeof before, isDone: boolean): string => {
    const facts = parseFacts(asked, { done: isDone });
    if (!facts.ok) throw new Error(facts.refusal[0]?.problem);
    return decide(compileScheme(asked, schemeOf([{ fact: 'done', is: true }])), facts.value, asOf).verdict;
  };
  const at = vocabularyAtTheOutcome(before);
  expect([false, true].map((isDone) => verdictOf(before, isDone))).toEqual(['needs-information', 'eligible']);
  expect([false, true].map((isDone) => verdictOf(at, isDone))).toEqual(['ineligible', 'eligible']);
  expect(vocabularyAtTheOutcome(before)).toBe(at);
  const asAlways = parseVocabulary([done], []);
  expect(verdictOf(vocabularyAtTheOutcome(asAlways), false)).toBe('needs-information');
});
