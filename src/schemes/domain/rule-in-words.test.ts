import { expect, test } from 'vitest';
import type { ReferenceWords } from '../../reference/index.ts';
import { ruleInWords } from './rule-in-words.ts';

const words: ReferenceWords = {
  facts: new Map([
    ['age', { question: 'How old?', unit: 'years', labels: {} }],
    ['admission', { question: 'What is said?', labels: { admits: 'Admits the offence' } }],
  ]),
  forces: new Map(),
  outcomeTypes: new Map(),
  schemes: new Map(),
  localAuthorities: new Map(),
};

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
