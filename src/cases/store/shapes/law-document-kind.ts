import { lawSchema, type LawDocument } from '../../../schemes/index.ts';
import { lawDocument1To2 } from './law-document/1-to-2.ts';
import { lawDocument2To3 } from './law-document/2-to-3.ts';
import { storedKind, type StoredKind } from '../../../stored/index.ts';

/** A law document that decisions were made by. */
export const lawDocumentKind: StoredKind<LawDocument> = storedKind({
  name: 'law-document',
  schema: lawSchema,
  upcasters: [lawDocument1To2, lawDocument2To3],
});
