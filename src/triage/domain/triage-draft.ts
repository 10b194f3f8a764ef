import { z } from 'zod';
import type { DeepReadonly } from '../../shared/deep-readonly.ts';
import { offenceSchema } from './offence.ts';
import { personSchema } from './person.ts';

/** What an officer has entered so far. */
export const draftContentSchema = z.strictObject({
  person: personSchema.nullable(),
  offence: offenceSchema,
  /** Raw facts by id, each one valid by itself. */
  facts: z.record(z.string(), z.unknown()),
  /** The facts asked so far, in order, those that nobody knew among them. */
  answered: z.array(z.string()),
  /** Those among them that the person preferred not to say. */
  declined: z.array(z.string()),
  /** Those among them whose answer is that our records show nothing, and that nothing else is known. */
  fromRecords: z.array(z.string()),
});
export type DraftContent = DeepReadonly<z.infer<typeof draftContentSchema>>;

/** An officer's unfinished triage. */
export interface TriageDraft extends DraftContent {
  readonly draftId: string;
  readonly force: string;
  readonly startedAt: string;
  readonly finishedAs: string | null;
  readonly isDemonstration: boolean;
}
