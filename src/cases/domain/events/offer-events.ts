import { z } from 'zod';
import { calendarDaySchema } from '../../../shared/calendar-day-schema.ts';
import { conditionSchema } from './condition.ts';
import { consentSchema } from './consent.ts';

const appropriateAdultSchema = z.strictObject({
  name: z.string(),
  relationship: z.enum(['parent-or-guardian', 'other-relative', 'social-worker', 'scheme-volunteer', 'other-adult']),
});
export type AppropriateAdult = Readonly<z.infer<typeof appropriateAdultSchema>>;

const otherwiseConsequenceSchema = z.enum([
  'prosecution',
  'caution',
  'penalty-notice',
  'community-resolution',
  'no-further-action',
]);

/** What would happen to the person were nothing offered: the ceiling on what a failed diversion may lead to. */
export type OtherwiseConsequence = z.infer<typeof otherwiseConsequenceSchema>;

/** What the events of an offer hold, up to the signed agreement. */
export const offerEvents = {
  'scheme-offered': z.strictObject({
    scheme: z.string(),
    schemeVersion: z.string(),
    overridden: z.boolean(),
    /** 1 for the first time this person is offered this scheme, 2 for the second. */
    time: z.int(),
    otherwise: otherwiseConsequenceSchema,
  }),
  'offer-declined': z.strictObject({ reason: z.string() }),
  'offer-accepted': z.strictObject({
    takePart: consentSchema,
    /** Null where the scheme has no activity: there is no provider to share with, so nobody was asked. */
    share: consentSchema.nullable(),
    appropriateAdult: appropriateAdultSchema.nullable(),
  }),
  'agreement-signed': z.strictObject({
    conditions: z.array(conditionSchema),
    signedOn: calendarDaySchema,
    /** Consent to share given with the signature; null where it was not asked again. */
    share: consentSchema.nullable(),
  }),
} as const;
