import { expect, test } from 'vitest';
import type { FactValue } from '../../eligibility/index.ts';
import { durationWords } from './duration-words.ts';
import { type ReferenceWords, valueWords } from './reference-words.ts';
import { ruleInWords } from './rule-in-words.ts';

const words: ReferenceWords = {
  facts: new Map([
    ['age', { question: 'How old?', unit: 'years', labels: {} }],
    ['admission', { question: 'What is said?', labels: { admits: 'Admits the offence' } }],
  ]),
  forces: new Map([['durham', 'Durham Constabulary']]),
  outcomeTypes: new Map(),
};
const said = (fact: string, value: FactValue): string => valueWords(words, fact, value);

test('A value is said in the words of its fact, of the forces, or by its id', () => {
  expect(said('admission', 'admits')).toBe('Admits the offence');
  expect(said('force', 'durham')).toBe('Durham Constabulary');
  expect(said('amount', 'personal-use')).toBe('Personal use');
  expect(said('co-accused', false)).toBe('No');
});

test('A number, a range and a choice are said with their unit', () => {
  expect([said('age', 1), said('age', 18)]).toEqual(['1 year', '18 years']);
  expect(said('age', { from: 18, to: 24 })).toBe('18 to 24 years');
  expect(said('age', { from: 18 })).toBe('18 or more years');
  expect(said('age', { oneOf: [17, 18] })).toBe('17 years or 18 years');
});

test('A set lists its members, and an empty one says so', () => {
  expect(said('substances', ['cannabis', 'khat'])).toBe('Cannabis, Khat');
  expect(said('substances', [])).toBe('None');
  expect(said('grams', { cannabis: 3 })).toBe('Cannabis: 3');
});

test('A rule is said to any depth', () => {
  const rule = ruleInWords(words, {
    anyOf: [
      { fact: 'age', atLeast: 18 },
      { not: { fact: 'admission', in: ['admits'] } },
      { discretion: 'Is it right?', by: 'sergeant' },
    ],
  });
  expect(rule).toEqual({
    text: 'One or more of these',
    parts: [
      { text: 'How old? 18 or more (years)', parts: [] },
      { text: 'This must not be so', parts: [{ text: 'What is said? Only: Admits the offence', parts: [] }] },
      { text: 'Is it right? A judgement for the sergeant.', parts: [] },
    ],
  });
});

test('A length of time is said in its units', () => {
  expect(['P4M', 'P3D', 'PT1H', 'P1Y2M', 'PT1H30M', 'PT15M', 'P1W'].map(durationWords)).toEqual([
    '4 months',
    '3 days',
    '1 hour',
    '1 year 2 months',
    '1 hour 30 minutes',
    '15 minutes',
    '1 week',
  ]);
});
