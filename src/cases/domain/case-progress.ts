import type { Instant } from './author.ts';
import {
  recordOf,
  type CaseState,
  type CaseStatus,
  type Closing,
  type ClosingType,
  type ProviderSide,
} from './case-state.ts';

/** Where a case stands, as lists show it: what changes on the provider's side of a case. */
export interface EngagementProgress {
  readonly status: CaseStatus;
  readonly firstContactAt: Instant | null;
  /** The next appointment not yet settled; it may have passed already. */
  readonly nextAppointmentAt: Instant | null;
}

/** The rest of what lists show: what only the police change. */
export interface CaseProgress extends EngagementProgress {
  readonly scheme: string | null;
  readonly schemeVersion: string | null;
  readonly offerAcceptedAt: Instant | null;
  readonly providerOrganisationId: string | null;
  readonly providerName: string | null;
  readonly verdictChanged: boolean;
  readonly closedHow: ClosingType | null;
  readonly outcomeType: string | null;
}

/** What lists show of a provider's side of a case. */
export function engagementProgressOf(side: ProviderSide): EngagementProgress {
  const booked = 'booked' in side && side.booked !== null ? [side.booked] : [];
  const appointments = 'engagement' in side ? side.engagement.appointments : booked;
  const toCome = appointments.filter(({ fate }) => fate.is === 'to-come');
  const [nextAppointmentAt = null] = toCome.map(({ startsAt }) => startsAt).sort();
  return { status: side.status, firstContactAt: side.firstContactAt, nextAppointmentAt };
}

/** What lists show of a case. */
export function caseProgressOf(state: CaseState): CaseProgress {
  const open = state.status === 'closed' ? state.before : state;
  const engaged = 'referral' in open ? engagementProgressOf(open) : null;
  const closing = state.status === 'closed' ? state.closing : null;
  return {
    status: state.status,
    firstContactAt: engaged?.firstContactAt ?? ('firstContactAt' in open ? open.firstContactAt : null),
    nextAppointmentAt: closing ? null : (engaged?.nextAppointmentAt ?? null),
    scheme: 'offer' in open ? open.offer.scheme : null,
    schemeVersion: 'offer' in open ? open.offer.schemeVersion : null,
    offerAcceptedAt: 'acceptance' in open ? open.acceptance.at : null,
    providerOrganisationId: 'referral' in open ? open.referral.providerOrganisationId : null,
    providerName: 'referral' in open ? open.referral.providerName : null,
    verdictChanged: recordOf(state).changedVerdicts.length > 0,
    closedHow: closing?.how ?? null,
    outcomeType: closing ? (outcomeTypeOf(closing) ?? recordOf(state).outcomeGiven?.type ?? null) : null,
  };
}

function outcomeTypeOf(closing: Closing): string | null {
  if ('type' in closing) return closing.type;
  return 'outcomeType' in closing ? closing.outcomeType : null;
}
