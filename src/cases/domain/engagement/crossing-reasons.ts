import type { OwnEndingReason, OwnRejectionReason } from '../../../providers/domain/index.ts';
import type { NotCompletedReason, RejectionReason } from '../case-event.ts';

/**
 * What the police are told of a provider's reason. A reason that says something of the person's health, of treatment
 * elsewhere or of an assessment shares its code with reasons that say nothing of the kind, so that nobody can tell which
 * it was. The provider's own reason stays in its records.
 */
export const rejectionCrossesAs: Readonly<Record<OwnRejectionReason, RejectionReason>> = {
  'no-capacity': 'no-capacity',
  'outside-our-area': 'outside-our-area',
  'does-not-meet-our-criteria': 'service-cannot-take',
  'already-with-us': 'service-cannot-take',
  'needs-another-service': 'service-cannot-take',
  'too-great-a-risk': 'service-cannot-take',
  other: 'service-cannot-take',
};

export const endingCrossesAs: Readonly<Record<OwnEndingReason, NotCompletedReason>> = {
  'did-not-engage': 'did-not-engage',
  'breached-the-agreement': 'breached-the-agreement',
  'withdrew-consent': 'withdrew-consent',
  'offended-again': 'offended-again',
  'moved-away': 'moved-away',
  'too-unwell': 'not-able-to-continue',
  'could-not-be-provided': 'not-able-to-continue',
  other: 'not-able-to-continue',
};
