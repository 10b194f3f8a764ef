import { z } from 'zod';
import { calendarDaySchema } from '../../shared/calendar-day-schema.ts';
import type { DeepReadonly } from '../../shared/deep-readonly.ts';

export const contactSchema = z.strictObject({
  telephone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  safe: z.enum(['safe', 'only-as-described', 'not-safe']),
  /** What to keep to, where contact is safe only so. */
  howSafely: z.string().nullable(),
});

/** How a person may be reached, and whether that is safe: somebody else may read a letter or answer a telephone. */
export type Contact = Readonly<z.infer<typeof contactSchema>>;

export const personSchema = z.strictObject({
  name: z.string(),
  bornOn: calendarDaySchema.nullable(),
  contact: contactSchema,
  /** The language they are most at ease in. */
  language: z.string(),
  interpreterNeeded: z.boolean(),
  /** What has to be arranged for them to take part: access, reading, childcare. */
  needs: z.string().nullable(),
  /** What a worker who meets them must know to be safe; null where nothing is known. */
  riskToStaff: z.string().nullable(),
  /** Codes of reference/ethnicity: what the person says, and what the officer saw. */
  ethnicity: z.strictObject({ selfDefined: z.string().nullable(), officerDefined: z.string().nullable() }),
  /** The force's own number: a crime, custody or stop reference. */
  policeReference: z.string().nullable(),
});

/** The person diverted. Kept beside the case's log, so that it can be corrected, and removed when its time has come. */
export type Person = DeepReadonly<z.infer<typeof personSchema>>;
