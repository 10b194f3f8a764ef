import { schemeSchema, type SchemeDocument } from '../../../schemes/index.ts';
import { storedKind, type StoredKind } from '../../../stored/index.ts';

/** A scheme document that decisions were made by. */
export const schemeDocumentKind: StoredKind<SchemeDocument> = storedKind({
  name: 'scheme-document',
  schema: schemeSchema,
  upcasters: [],
});
