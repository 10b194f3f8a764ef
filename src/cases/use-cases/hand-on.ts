import type { NumberedEvent } from '../domain/case-event.ts';
import type { CaseState, ReferredCase } from '../domain/case-state.ts';
import { isProviderSideEvent } from '../domain/evolve-provider-side.ts';
import { handOverOf } from '../domain/hand-over.ts';
import { referenceOf } from '../domain/person.ts';
import type { CaseFile, CaseTransaction, ReferralFile } from '../store/case-store.ts';

interface HandOn {
  readonly file: CaseFile;
  /** After the event. */
  readonly state: CaseState;
  readonly numbered: NumberedEvent;
}

/**
 * Carries to the provider's side what the police did: a new referral, a step on its side, or that the case closed or
 * opened again. Nothing else of the police's log reaches it.
 */
export async function handOn({ cases }: { readonly cases: CaseTransaction }, done: HandOn): Promise<void> {
  const { state, numbered } = done;
  if (state.status === 'referred' && numbered.event.type === 'person-referred') {
    return cases.addReferral(newReferral(done.file, state, numbered.sequence));
  }
  const open = state.status === 'closed' ? state.before : state;
  const isTheirs = isProviderSideEvent(numbered.event);
  const movesTheCase = isTheirs || state.status === 'closed' || numbered.event.type === 'case-reopened';
  if (!('referral' in open) || !movesTheCase || numbered.event.type === 'fact-amended') return;
  const referral = await cases.referral(done.file.caseId);
  if (referral === null) throw new Error(`Case ${done.file.caseId} was referred and has no referral`);
  await cases.saveReferral(referral.referralId, {
    status: state.status,
    sequence: numbered.sequence,
    history: isTheirs ? [...referral.history, numbered] : referral.history,
    handOver: referral.handOver && { ...referral.handOver, conditions: open.agreement?.conditions ?? [] },
  });
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
    opening: { status: 'referred', agreement, firstContactAt, referral },
    history: [],
    isDemonstration: file.isDemonstration,
  };
}
