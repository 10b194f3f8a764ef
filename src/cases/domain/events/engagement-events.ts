import { z } from 'zod';
import type { DeepReadonly } from '../../../shared/deep-readonly.ts';
import { instantSchema } from '../../../shared/instant-schema.ts';
import { authorSchema } from '../author.ts';

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
  'too-unwell',
  'could-not-be-provided',
  'other',
]);
export type NotCompletedReason = z.infer<typeof notCompletedReasonSchema>;

const stepDoseSchema = z.strictObject({ step: z.string(), planned: z.int(), delivered: z.int() });

/** Sessions planned and delivered for one step of the pathway. */
export type StepDose = Readonly<z.infer<typeof stepDoseSchema>>;

/** What the events hold from the provider's yes to the end of the activity. */
export const engagementEvents = {
  'contact-attempted': z.strictObject({ reached: z.boolean() }),
  'appointment-booked': z.strictObject({ appointmentId: z.string(), step: z.string(), startsAt: instantSchema }),
  'appointment-moved': z.strictObject({
    appointmentId: z.string(),
    supersededBy: z.string(),
    startsAt: instantSchema,
    whose: whoseDoingSchema,
  }),
  'appointment-kept': z.strictObject({ appointmentId: z.string() }),
  'appointment-late': z.strictObject({ appointmentId: z.string(), whose: whoseDoingSchema }),
  'appointment-missed': z.strictObject({ appointmentId: z.string(), whose: whoseDoingSchema }),
  /** What was recorded of an appointment was wrong. The first record stays in the log. */
  'attendance-corrected': z.strictObject({
    appointmentId: z.string(),
    from: attendanceSchema,
    to: attendanceSchema,
    reason: z.string(),
  }),
  'appointment-cancelled': z.strictObject({
    appointmentId: z.string(),
    whose: whoseDoingSchema,
    reason: z.string(),
  }),
  'condition-varied': z.strictObject({
    conditionId: z.string(),
    from: z.string(),
    to: z.string(),
    reason: z.string(),
    proposedBy: authorSchema,
  }),
  'breach-recorded': z.strictObject({ step: z.string(), reason: z.string() }),
  'activity-completed': z.strictObject({ dose: z.array(stepDoseSchema), shortfallReason: z.string().nullable() }),
  'activity-not-completed': z.strictObject({ reason: notCompletedReasonSchema, words: z.string() }),
} as const;
