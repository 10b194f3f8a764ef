import { schemeSchema, type SchemeDocument } from '../../../schemes/index.ts';
import { schemeDocument1To2 } from './scheme-document/1-to-2.ts';
import { storedKind, type StoredKind } from '../../../stored/index.ts';

/** A scheme document that decisions were made by. */
export const schemeDocumentKind: StoredKind<SchemeDocument> = storedKind({
  name: 'scheme-document',
  schema: schemeSchema,
  upcasters: [schemeDocument1To2],
});
