import { caseProgressOf, engagementProgressOf } from '../../domain/case-progress.ts';
import type { CaseTransaction } from '../../store/case-store.ts';
import type { RecordedEvent } from './follower.ts';

/** Lists show where the case now stands. */
export async function saveProgress(cases: CaseTransaction, recorded: RecordedEvent): Promise<void> {
  const { caseId, force, sequence, event, after } = recorded;
  const of = { caseId, force, sequence, at: event.at };
  if (after.side === 'provider') return cases.saveProgress(of, engagementProgressOf(after.state));
  const progress = caseProgressOf(after.state);
  return event.type === 'person-triaged' ? cases.addProgress(of, progress) : cases.saveProgress(of, progress);
}
