import type { CaseRecord } from '../case-state.ts';
import type { RecordedDecision, Verdict } from '../../../triage/domain/index.ts';

/** The decision made for a scheme at triage; undefined where it was not among those decided. */
export function decisionFor(record: CaseRecord, scheme: string): RecordedDecision | undefined {
  return record.decisions.find((decision) => decision.scheme === scheme);
}

/** What counts for a scheme: the last override, else what was decided; null for a scheme that was not decided. */
export function verdictThatCounts(record: CaseRecord, scheme: string): Verdict | null {
  const override = record.overrides.findLast((each) => each.scheme === scheme);
  return override?.to ?? decisionFor(record, scheme)?.verdict ?? null;
}
