import { vocabularyDocumentSchema, type VocabularyDocument } from '../../../schemes/index.ts';
import { storedKind, type StoredKind } from '../../../stored/index.ts';

/** A vocabulary of facts that decisions were made by. */
export const vocabularyDocumentKind: StoredKind<VocabularyDocument> = storedKind({
  name: 'vocabulary-document',
  schema: vocabularyDocumentSchema,
  upcasters: [],
});
