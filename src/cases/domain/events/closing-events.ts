import { z } from 'zod';
import { calendarDaySchema } from '../../../shared/calendar-day-schema.ts';
import type { DeepReadonly } from '../../../shared/deep-readonly.ts';

export const outcomeBasisSchema = z.strictObject({
  /** Why this outcome, in words. */
  rationale: z.string(),
  responsibilityAccepted: z.boolean(),
  evidenceSufficient: z.boolean(),
  /** The person agrees to the disposal itself (a caution can't be given without). */
  agreesToDisposal: z.boolean(),
  victim: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('no-victim') }),
    z.strictObject({ is: z.literal('consulted'), view: z.string() }),
    z.strictObject({ is: z.literal('not-consulted') }),
  ]),
  /** A serious case in the force's policy, beyond what the gravity score says. */
  serious: z.boolean(),
  /** Whether any police record shows earlier offending; null where it was not asked. */
  history: z.boolean().nullable(),
  /** Which youth justice service agreed, of a child with a history; null where none was asked. */
  youthJustice: z.string().nullable(),
  /** Who above the one who records it gave leave, and their rank; null where nobody was asked. */
  authority: z.strictObject({ by: z.enum(['sergeant', 'inspector', 'prosecutor']), name: z.string() }).nullable(),
  /** Cautions of the Police, Crime, Sentencing and Courts Act 2022, not yet in force. */
  pcscCaution: z.enum(['diversionary-caution', 'community-caution']).nullable(),
  /** Why another type than the scheme's own; null where it is the scheme's. */
  departure: z.string().nullable(),
});

/** What the coordinator relies on for the outcome, beside what the case already holds. */
export type OutcomeBasis = DeepReadonly<z.infer<typeof outcomeBasisSchema>>;

const withdrawnReasonSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('opened-by-mistake') }),
  z.strictObject({ is: z.literal('duplicate'), ofCase: z.string() }),
  z.strictObject({ is: z.literal('died') }),
  z.strictObject({ is: z.literal('moved-away') }),
  z.strictObject({ is: z.literal('ineligible-on-new-facts') }),
]);
export type WithdrawnReason = DeepReadonly<z.infer<typeof withdrawnReasonSchema>>;

const timeLimitFlagSchema = z.strictObject({
  applies: z.enum(['yes', 'no', 'not-known']),
  lastDay: calendarDaySchema.nullable(),
  passed: z.boolean(),
});

/** The last day on which a summary-only offence may be charged, and whether it had passed. */
export type TimeLimitFlag = Readonly<z.infer<typeof timeLimitFlagSchema>>;

/** What the events hold that close a case, or open it again. */
export const closingEvents = {
  'outcome-recorded': z.strictObject({
    /** Null where the scheme leads to no Home Office outcome (treatment, support). */
    type: z.string().nullable(),
    legalBasis: z.string(),
    basis: outcomeBasisSchema,
  }),
  'returned-for-prosecution': z.strictObject({
    consequence: z.enum(['prosecution', 'caution', 'penalty-notice', 'community-resolution']),
    /** '1' where the person has been charged or summonsed; null while the decision is still to be taken. */
    outcomeType: z.literal('1').nullable(),
    timeLimit: timeLimitFlagSchema,
    reason: z.string(),
  }),
  'no-further-consequence': z.strictObject({ reason: z.string() }),
  'case-withdrawn': z.strictObject({ reason: withdrawnReasonSchema }),
  'case-reopened': z.strictObject({ reason: z.string() }),
} as const;
