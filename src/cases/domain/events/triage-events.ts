import { z } from 'zod';
import { calendarDaySchema } from '../../../shared/calendar-day-schema.ts';
import {
  recordedDecisionSchema,
  recordedFactsSchema,
  recordedFactValueSchema,
  verdictSchema,
  offenceSchema,
} from '../../../triage/domain/index.ts';

const changedVerdictSchema = z.strictObject({ scheme: z.string(), from: verdictSchema, to: verdictSchema });

/** A verdict that the amended facts would change: shown, never applied. */
export type ChangedVerdict = Readonly<z.infer<typeof changedVerdictSchema>>;

/** What the events of a triage hold, and of what is amended afterwards. */
export const triageEvents = {
  'person-triaged': z.strictObject({
    force: z.string(),
    facts: recordedFactsSchema,
    offence: offenceSchema,
    asOf: calendarDaySchema,
    decisions: z.array(recordedDecisionSchema),
  }),
  'decision-overridden': z.strictObject({
    scheme: z.string(),
    from: verdictSchema,
    to: z.enum(['eligible', 'ineligible']),
    reason: z.string(),
    /** The inspector or prosecutor whose judgement it was, where the scheme asks for one. */
    authority: z.string().nullable(),
  }),
  'fact-amended': z.strictObject({
    fact: z.string(),
    /** Null where the fact was, or is now, not known. */
    old: recordedFactValueSchema.nullable(),
    new: recordedFactValueSchema.nullable(),
    reason: z.string(),
    changed: z.array(changedVerdictSchema),
  }),
} as const;
