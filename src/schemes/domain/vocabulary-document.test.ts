import { expect, test } from 'vitest';
import { loadVocabulary } from '../../reference/store/reference-lists.ts';
import { contentHash } from '../../shared/canonical-json.ts';
import { vocabularyDocumentOf, vocabularyDocumentSchema, vocabularyOf } from './vocabulary-document.ts';

test('The vocabulary, kept as JSON and read again, is the same to the engine, open ends and forces included', async () => {
  const vocabulary = await loadVocabulary();
  const kept = JSON.parse(JSON.stringify(vocabularyDocumentOf(vocabulary))) as unknown;
  expect(vocabularyOf(vocabularyDocumentSchema.parse(kept))).toEqual(vocabulary);
});

test('A vocabulary has another version as soon as a fact has another value, and not before', async () => {
  const vocabulary = await loadVocabulary();
  const version = contentHash(vocabularyDocumentOf(vocabulary));
  expect(contentHash(vocabularyDocumentOf(await loadVocabulary()))).toBe(version);
  const [first, ...others] = vocabulary.facts;
  const fact = { ...first!, type: { kind: 'choice', values: ['durham'] } as const };
  expect(contentHash(vocabularyDocumentOf({ ...vocabulary, facts: [fact, ...others] }))).not.toBe(version);
});
