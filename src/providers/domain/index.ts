/** What a provider has for itself, as far as nothing is read or written for it. */
export {
  ownEndingReasonSchema,
  ownReasonSchema,
  ownRejectionReasonSchema,
  type OwnEndingReason,
  type OwnReason,
  type OwnRejectionReason,
} from './own-reasons.ts';
