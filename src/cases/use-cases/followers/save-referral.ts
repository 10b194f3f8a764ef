import type { CaseTransaction } from '../../store/case-store.ts';
import type { RecordedEvent } from './follower.ts';

/** A provider moves its own side on by what it did itself. Of what was handed over it may only let go. */
export async function saveReferral(cases: CaseTransaction, { after }: RecordedEvent): Promise<void> {
  if (after.side !== 'provider') return;
  const { referralId, status, sequence, handOver } = after.referral;
  await cases.saveReferral(referralId, { status, sequence, ...(handOver === null ? { handOver } : {}) });
}
