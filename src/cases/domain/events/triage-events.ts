import { z } from 'zod';
import { calendarDaySchema } from '../../../shared/calendar-day-schema.ts';
import type { DeepReadonly } from '../../../shared/deep-readonly.ts';
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

const amendedValueSchema = z.strictObject({
  fact: z.string(),
  /** Null where the fact was, or is now, not known. */
  old: recordedFactValueSchema.nullable(),
  new: recordedFactValueSchema.nullable(),
});

/** One fact said otherwise than before. */
export type AmendedValue = DeepReadonly<z.infer<typeof amendedValueSchema>>;

/** What the events of a triage hold, and of what is amended afterwards. */
export const triageEvents = {
  'person-triaged': z.strictObject({
    force: z.string(),
    facts: recordedFactsSchema,
    /** What the person preferred not to say: not known, and not to be asked again as if nobody had. */
    declined: z.array(z.string()),
    /** What was answered by our records, which show nothing: the officer said that nothing else is known. */
    fromRecords: z.array(z.string()),
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
  'fact-amended': amendedValueSchema.extend({
    reason: z.string(),
    /** What follows from it: of another day of the offence the age on that day, and how long ago it was. */
    follows: z.array(amendedValueSchema),
    changed: z.array(changedVerdictSchema),
  }),
  /** A date of birth is corrected. The day itself stands beside the log; here stand the ages that follow from it. */
  'birthday-corrected': z.strictObject({
    /** The fields that were corrected, by name. */
    corrected: z.array(z.string()),
    reason: z.string(),
    follows: z.array(amendedValueSchema),
    changed: z.array(changedVerdictSchema),
  }),
  /** What was not known was found out, or what was amended is decided on: every decision taken again, as of today. */
  'decided-again': z.strictObject({
    answers: z.array(amendedValueSchema),
    reason: z.string(),
    facts: recordedFactsSchema,
    asOf: calendarDaySchema,
    decisions: z.array(recordedDecisionSchema),
  }),
  /** Somebody with the right lets the case go on though the rules would now decide otherwise. */
  'verdict-confirmed': z.strictObject({
    scheme: z.string(),
    verdict: verdictSchema,
    reason: z.string(),
    /** The inspector or prosecutor whose judgement it was, where the scheme asks for one. */
    authority: z.string().nullable(),
  }),
} as const;
