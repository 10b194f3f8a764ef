import { z } from 'zod';

/** Why a provider rejects a referral, as it has it for itself. Of the person it may say more than the police are told. */
export const ownRejectionReasonSchema = z.enum([
  'no-capacity',
  'outside-our-area',
  'does-not-meet-our-criteria',
  'already-with-us',
  'needs-another-service',
  'too-great-a-risk',
  'other',
]);
export type OwnRejectionReason = z.infer<typeof ownRejectionReasonSchema>;

/** Why an activity was not completed, as a provider has it for itself. */
export const ownEndingReasonSchema = z.enum([
  'did-not-engage',
  'breached-the-agreement',
  'withdrew-consent',
  'offended-again',
  'moved-away',
  'too-unwell',
  'could-not-be-provided',
  'other',
]);
export type OwnEndingReason = z.infer<typeof ownEndingReasonSchema>;

/** Any reason that a provider keeps for itself. */
export const ownReasonSchema = z.enum([
  ...ownRejectionReasonSchema.options,
  ...ownEndingReasonSchema.exclude(['other']).options,
]);
export type OwnReason = z.infer<typeof ownReasonSchema>;
