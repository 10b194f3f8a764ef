import type { CaseTransaction } from '../../store/case-store.ts';
import type { RecordedEvent } from './follower.ts';

/** A provider keeps its own side of what it did itself. */
export async function saveReferral(cases: CaseTransaction, { after }: RecordedEvent): Promise<void> {
  if (after.side === 'provider') await cases.saveReferral(after.referral.referralId, after.referral);
}
