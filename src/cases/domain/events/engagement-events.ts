import { z } from 'zod';
import type { DeepReadonly } from '../../../shared/deep-readonly.ts';
import { instantSchema } from '../../../shared/instant-schema.ts';
import { authorSchema } from '../author.ts';
import { crossingCodeSchema as code } from './crossing-code.ts';

const whoseDoingSchema = z.enum(['person-acceptable', 'person-not-acceptable', 'logistics']);

/** Whose doing a late or missed appointment was. */
export type WhoseDoing = z.infer<typeof whoseDoingSchema>;

const attendanceSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('kept') }),
  z.strictObject({ is: z.literal('late'), whose: whoseDoingSchema }),
  z.strictObject({ is: z.literal('missed'), whose: whoseDoingSchema }),
]);

/** Whether the person came, and whose doing it was where they were late or did not. */
export type Attendance = DeepReadonly<z.infer<typeof attendanceSchema>>;

const notCompletedReasonSchema = z.enum([
  'did-not-engage',
  'breached-the-agreement',
  'withdrew-consent',
  'offended-again',
  'moved-away',
  'not-able-to-continue',
]);

/**
 * Why an activity was not completed, as far as the police are told. `not-able-to-continue` does not say on whose side it
 * lay: the person's health, the provider's means, or anything else.
 */
export type NotCompletedReason = z.infer<typeof notCompletedReasonSchema>;

const policeEndingReasonSchema = z.enum([...notCompletedReasonSchema.options, 'other']);

/** Why the police end an activity. */
export type PoliceEndingReason = z.infer<typeof policeEndingReasonSchema>;

const stepDoseSchema = z.strictObject({ step: code, planned: z.int(), delivered: z.int() });

/** Sessions planned and delivered for one step of the pathway. */
export type StepDose = Readonly<z.infer<typeof stepDoseSchema>>;

/** An end by the provider holds no words; those are its own. The police may put in words why they end an activity. */
const endedByProviderSchema = z.strictObject({ endedBy: z.literal('provider'), reason: notCompletedReasonSchema });
const endedByPoliceSchema = z.strictObject({
  endedBy: z.literal('police'),
  reason: policeEndingReasonSchema,
  words: z.string(),
});

/** What the events hold from the provider's yes to the end of the activity. */
export const engagementEvents = {
  'contact-attempted': z.strictObject({ reached: z.boolean() }),
  'appointment-booked': z.strictObject({ appointmentId: code, step: code, startsAt: instantSchema }),
  'appointment-moved': z.strictObject({
    appointmentId: code,
    supersededBy: code,
    startsAt: instantSchema,
    whose: whoseDoingSchema,
  }),
  'appointment-kept': z.strictObject({ appointmentId: code }),
  'appointment-late': z.strictObject({ appointmentId: code, whose: whoseDoingSchema }),
  'appointment-missed': z.strictObject({ appointmentId: code, whose: whoseDoingSchema }),
  /** What was recorded of an appointment was wrong. The first record stays in the log. */
  'attendance-corrected': z.strictObject({
    appointmentId: code,
    from: attendanceSchema,
    to: attendanceSchema,
  }),
  'appointment-cancelled': z.strictObject({ appointmentId: code, whose: whoseDoingSchema }),
  'condition-varied': z.strictObject({
    conditionId: z.string(),
    from: z.string(),
    to: z.string(),
    reason: z.string(),
    proposedBy: authorSchema,
  }),
  'breach-recorded': z.strictObject({ step: z.string(), reason: z.string() }),
  'activity-completed': z.strictObject({ dose: z.array(stepDoseSchema) }),
  'activity-not-completed': z.discriminatedUnion('endedBy', [endedByProviderSchema, endedByPoliceSchema]),
} as const;

/** The ends of an activity, by who ends it. */
export const endings = { byProvider: endedByProviderSchema, byPolice: endedByPoliceSchema } as const;
