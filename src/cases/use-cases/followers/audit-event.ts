import type { CaseTransaction } from '../../store/case-store.ts';
import type { RecordedEvent } from './follower.ts';

/** The audit says that it was done, by whom and when; what was done stands in the log, by its number. */
export async function auditEvent(cases: CaseTransaction, { caseId, sequence, event }: RecordedEvent): Promise<void> {
  await cases.audit({ caseId, action: event.type, at: new Date(event.at), details: { sequence } });
}
