import { expect, test } from 'vitest';
import type { FactValue } from '../../eligibility/index.ts';
import { type ReferenceWords, valueWords } from './reference-words.ts';

const words: ReferenceWords = {
  facts: new Map([
    ['age', { question: 'How old?', unit: 'years', labels: {} }],
    ['admission', { question: 'What is said?', labels: { admits: 'Admits the offence' } }],
    ['diversions-by-scheme', { question: 'How many times?', unit: 'times', labels: {} }],
  ]),
  forces: new Map([['durham', 'Durham Constabulary']]),
  outcomeTypes: new Map(),
  schemes: new Map([['west-midlands-divert', 'DIVERT']]),
  localAuthorities: new Map(),
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

test('A count by scheme is said with the name of the scheme', () => {
  expect(said('diversions-by-scheme', { 'west-midlands-divert': 1, gone: 2 })).toBe('DIVERT: 1 time, Gone: 2 times');
});
