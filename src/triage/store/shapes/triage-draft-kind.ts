import { storedKind, type StoredKind } from '../../../stored/index.ts';
import { draftContentSchema, type DraftContent } from '../../domain/triage-draft.ts';

/** What an officer has entered of an unfinished triage. */
export const triageDraftKind: StoredKind<DraftContent> = storedKind({
  name: 'triage-draft',
  schema: draftContentSchema,
  upcasters: [],
});
