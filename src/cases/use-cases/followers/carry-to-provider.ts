import type { EventType, NumberedEvent } from '../../domain/case-event.ts';
import type { CaseStatus, ReferredCase } from '../../domain/case-state.ts';
import { isProviderSideEvent, handOverOf } from '../../domain/engagement/index.ts';
import { unsettledVerdict } from '../../domain/facts/index.ts';
import { referenceOf } from '../../domain/reference-of.ts';
import type { CaseFile, CaseTransaction, ReferralFile } from '../../store/case-store.ts';
import type { PoliceCase, RecordedEvent } from './follower.ts';

/**
 * Carries to the provider's side what the police did: a new referral, a step on its side, or that the case closed or
 * opened again. Nothing else of the police's log reaches it.
 */
export async function carryToProvider(cases: CaseTransaction, recorded: RecordedEvent): Promise<void> {
  const { event, sequence, after } = recorded;
  if (after.side === 'provider') return;
  const { file, state } = after;
  if (event.type === 'person-referred' && state.status === 'referred') {
    return cases.addReferral(newReferral(file, state, sequence));
  }
  if (changesWhatStands(event.type)) await saveHold(cases, after);
  if (!isForTheProvider(after, recorded)) return;
  const open = state.status === 'closed' ? state.before : state;
  const agreement = 'agreement' in open ? open.agreement : null;
  const referral = await cases.referral(file.caseId);
  if (referral === null) throw new Error(`Case ${file.caseId} was referred and has no referral`);
  // What it rejected stays as it was: of this case it is told nothing more.
  if (referral.status === 'sent-back') return;
  const moved = { status: state.status, sequence };
  if (!isWithProvider(state) || !('offer' in open)) return cases.saveReferral(referral.referralId, moved);
  // What was corrected while the case was closed to the provider reaches it when it goes on there.
  const handOver = referral.handOver && { ...referral.handOver, ...handOverOf(file.person, open.offer, agreement) };
  await cases.saveReferral(referral.referralId, { ...moved, handOver });
}

/** Whether the person is with the provider: its part has not ended. */
export function isWithProvider({ status }: { readonly status: CaseStatus }): boolean {
  return status === 'referred' || status === 'engaging';
}

function isForTheProvider({ state }: PoliceCase, { event }: NumberedEvent): boolean {
  const open = state.status === 'closed' ? state.before : state;
  if (!('referral' in open) || changesWhatStands(event.type)) return false;
  return isProviderSideEvent(event) || state.status === 'closed' || event.type === 'case-reopened';
}

/** What the police amend, decide again or confirm among themselves: of it the provider learns only whether it has to wait. */
function changesWhatStands(type: EventType): boolean {
  const among: readonly EventType[] = ['fact-amended', 'birthday-corrected', 'decided-again', 'verdict-confirmed'];
  return among.includes(type);
}

async function saveHold(cases: CaseTransaction, { file, state }: PoliceCase): Promise<void> {
  if (state.status === 'closed' || !('referral' in state)) return;
  const referral = await cases.referral(file.caseId);
  if (referral === null) throw new Error(`Case ${file.caseId} was referred and has no referral`);
  if (!isWithProvider(referral)) return;
  const { referralId, status, sequence } = referral;
  await cases.saveReferral(referralId, { status, sequence, isOnHold: unsettledVerdict(state) !== null });
}

function newReferral(file: CaseFile, state: ReferredCase, sequence: number): ReferralFile {
  const { offer, acceptance, agreement, firstContactAt, referral } = state;
  return {
    referralId: referral.referralId,
    caseId: file.caseId,
    reference: referenceOf(file.caseId),
    force: file.force,
    organisationId: referral.providerOrganisationId,
    schemeVersion: offer.schemeVersion,
    offerAcceptedAt: acceptance.at,
    status: 'referred',
    sequence,
    handOver: handOverOf(file.person, offer, agreement),
    opening: { status: 'referred', agreement, firstContactAt, referral, booked: null },
    history: [],
    isOnHold: false,
    isDemonstration: file.isDemonstration,
  };
}
