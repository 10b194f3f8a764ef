import { vocabularyDocumentSchema, type VocabularyDocument } from '../../../schemes/index.ts';
import { vocabularyDocument1To2 } from './vocabulary-document/1-to-2.ts';
import { storedKind, type StoredKind } from '../../../stored/index.ts';

/** A vocabulary of facts that decisions were made by. */
export const vocabularyDocumentKind: StoredKind<VocabularyDocument> = storedKind({
  name: 'vocabulary-document',
  schema: vocabularyDocumentSchema,
  upcasters: [vocabularyDocument1To2],
});
