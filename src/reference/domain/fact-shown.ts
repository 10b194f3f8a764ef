import type { ReferenceWords } from './reference-words.ts';

/** Whether a fact may show that somebody is at risk: it is seen only where it is needed, and never printed. */
export function isNeedToKnow(words: ReferenceWords, fact: string): boolean {
  return words.facts.get(fact)?.shown === 'need';
}

/** Whether a copy for the person may turn on a fact: it shows nobody's risk, and is about nobody else. */
export function isForThePerson(words: ReferenceWords, fact: string): boolean {
  return words.facts.get(fact)?.shown === undefined;
}
