import { z } from 'zod';

const rejectionReasonSchema = z.enum([
  'no-capacity',
  'outside-our-area',
  'does-not-meet-our-criteria',
  'already-with-us',
  'needs-another-service',
  'too-great-a-risk',
  'other',
]);
export type RejectionReason = z.infer<typeof rejectionReasonSchema>;

/** What the events of a referral hold, up to the provider's answer. */
export const referralEvents = {
  'person-referred': z.strictObject({
    referralId: z.string(),
    providerOrganisationId: z.string(),
    providerName: z.string(),
    serviceId: z.string(),
    serviceName: z.string(),
  }),
  'referral-rejected': z.strictObject({ reason: rejectionReasonSchema, words: z.string() }),
  'referral-accepted': z.strictObject({}),
} as const;
