import { z } from 'zod';
import { calendarDaySchema } from '../../shared/calendar-day-schema.ts';
import type { DeepReadonly } from '../../shared/deep-readonly.ts';
import { monitoringSchema, SELF_DEFINED_CODES } from './monitoring.ts';

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
  /** The language they are most at ease in; null where nobody asked, or they preferred not to say. */
  language: z.string().nullable(),
  interpreterNeeded: z.boolean(),
  /** What has to be arranged for them to take part: access, reading, childcare. */
  needs: z.string().nullable(),
  /** What a worker who meets them must know to be safe; null where nothing is known. */
  riskToStaff: z.string().nullable(),
  /** What the person says, asked for monitoring only, and what the officer saw; null where nobody asked or wrote it. */
  ethnicity: z.strictObject({
    selfDefined: z.enum(SELF_DEFINED_CODES).nullable(),
    officerDefined: z.string().nullable(),
  }),
  /** Null until it was asked. */
  monitoring: monitoringSchema.nullable(),
  /** The force's own number: a crime, custody or stop reference. */
  policeReference: z.string().nullable(),
});

/** The person diverted. Kept beside the case's log, so that it can be corrected, and removed when its time has come. */
export type Person = DeepReadonly<z.infer<typeof personSchema>>;

/** Of a person of whom nothing is known yet: nobody may be called on the chance that it is safe. */
export const NOBODY: Person = {
  name: '',
  bornOn: null,
  contact: { telephone: null, email: null, address: null, safe: 'not-safe', howSafely: null },
  language: null,
  interpreterNeeded: false,
  needs: null,
  riskToStaff: null,
  ethnicity: { selfDefined: null, officerDefined: null },
  monitoring: null,
  policeReference: null,
};
