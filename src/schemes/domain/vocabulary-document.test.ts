import { expect, test } from 'vitest';
import { vocabularyOfFacts } from '../../eligibility/index.ts';
import { loadVocabulary } from '../../reference/store/reference-lists.ts';
import { contentHash } from '../../shared/canonical-json.ts';
import { vocabularyDocumentOf, vocabularyDocumentSchema, vocabularyOf } from './vocabulary-document.ts';

test('The vocabulary, kept as JSON and read again, decides the same, open ends and forces included', async () => {
  const { facts } = await loadVocabulary();
  const asked = facts.map(({ asking: _, untilOutcome: __, ...fact }) => fact);
  const vocabulary = vocabularyOfFacts(asked);
  const kept = JSON.parse(JSON.stringify(vocabularyDocumentOf(vocabulary))) as unknown;
  expect(vocabularyOf(vocabularyDocumentSchema.parse(kept))).toEqual(vocabulary);
});

test('A vocabulary has another version as soon as a fact has another value, and not before', async () => {
  const vocabulary = await loadVocabulary();
  const version = contentHash(vocabularyDocumentOf(vocabulary));
  expect(contentHash(vocabularyDocumentOf(await loadVocabulary()))).toBe(version);
  const [first, ...others] = vocabulary.facts;
  const askedLast = { ...first!, asking: { turn: 'history' } as const };
  expect(contentHash(vocabularyDocumentOf({ ...vocabulary, facts: [askedLast, ...others] }))).toBe(version);
  const fact = { ...first!, type: { kind: 'choice', values: ['durham'] } as const };
  expect(contentHash(vocabularyDocumentOf({ ...vocabulary, facts: [fact, ...others] }))).not.toBe(version);
});
