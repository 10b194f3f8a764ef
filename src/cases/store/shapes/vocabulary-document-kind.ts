import { vocabularyDocumentSchema, type VocabularyDocument } from '../../../schemes/index.ts';
import { vocabularyDocument1To2 } from './vocabulary-document/1-to-2.ts';
import { vocabularyDocument2To3 } from './vocabulary-document/2-to-3.ts';
import { storedKind, type StoredKind } from '../../../stored/index.ts';

/** A vocabulary of facts that decisions were made by. */
export const vocabularyDocumentKind: StoredKind<VocabularyDocument> = storedKind({
  name: 'vocabulary-document',
  schema: vocabularyDocumentSchema,
  upcasters: [vocabularyDocument1To2, vocabularyDocument2To3],
});
