import { z } from 'zod';
import { storedKind, type StoredKind } from '../../../stored/index.ts';
import { draftContentSchema } from '../../domain/triage-draft.ts';
import { triageDraft1To2 } from './triage-draft/1-to-2.ts';
import { triageDraft2To3 } from './triage-draft/2-to-3.ts';
import { triageDraft3To4 } from './triage-draft/3-to-4.ts';

const { answered: asked, declined, fromRecords, ...others } = draftContentSchema.shape;
const storedDraftSchema = z.strictObject({ ...others, answered: z.strictObject({ asked, declined, fromRecords }) });
export type StoredDraft = z.infer<typeof storedDraftSchema>;

/** What an officer has entered of an unfinished triage, as its row holds it: what was asked in one column. */
export const triageDraftKind: StoredKind<StoredDraft> = storedKind({
  name: 'triage-draft',
  schema: storedDraftSchema,
  upcasters: [triageDraft1To2, triageDraft2To3, triageDraft3To4],
});
