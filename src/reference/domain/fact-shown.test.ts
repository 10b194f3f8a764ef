import { expect, test } from 'vitest';
import { loadReferenceWords } from '../store/reference-words.ts';
import { isForThePerson, isNeedToKnow } from './fact-shown.ts';

const words = await loadReferenceWords();

test('facts that may show that somebody is at risk are seen by need alone', () => {
  expect([...words.facts.keys()].filter((fact) => isNeedToKnow(words, fact)).sort()).toEqual([
    'co-accused',
    'domestic-abuse',
    'intimate-partner-abuse',
    'marac-known',
    'offending-behaviour',
    'reoffending-risk',
  ]);
});

test('a copy for the person turns on none of those, and on nothing about anybody else', () => {
  const kept = [...words.facts.keys()].filter((fact) => !isForThePerson(words, fact) && !isNeedToKnow(words, fact));
  expect(kept.sort()).toEqual(['emergency-worker-victim', 'serious-injury', 'victim']);
  expect(isForThePerson(words, 'age')).toBe(true);
});
