import { z } from 'zod';
import { serviceModeSchema } from '../../../providers/domain/index.ts';
import { instantSchema } from '../../../shared/instant-schema.ts';

const rejectionReasonSchema = z.enum(['no-capacity', 'outside-our-area', 'service-cannot-take']);

/** Why a referral was rejected, as far as the police are told: of the service, and nothing of the person. */
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
  /** A published place that the police booked, as the person was told of it: what the service says later changes nothing here. */
  'place-booked': z.strictObject({
    appointmentId: z.string(),
    timeId: z.string(),
    step: z.string(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    mode: serviceModeSchema,
    where: z.string(),
  }),
  'referral-rejected': z.strictObject({ reason: rejectionReasonSchema }),
  'referral-accepted': z.strictObject({}),
} as const;
