import type { EventData } from '../case-event.ts';
import type { CaseRecord } from '../case-state.ts';
import type { Instant } from '../author.ts';

/**
 * The record after every decision was taken again: the facts and decisions are the new ones, and nothing stands turned. An
 * override stands where the decision that it was made against came out the same; elsewhere it was of another decision,
 * and only the log keeps it.
 */
export function decidedAgainRecord(
  record: CaseRecord,
  { facts, decisions, asOf }: EventData['decided-again'],
  at: Instant,
): CaseRecord {
  const verdictOf = (from: typeof decisions, scheme: string) => from.find((each) => each.scheme === scheme)?.verdict;
  const overrides = record.overrides.filter(
    ({ scheme }) => verdictOf(decisions, scheme) === verdictOf(record.decisions, scheme),
  );
  return { ...record, facts, decisions, triagedAt: at, triagedOn: asOf, overrides, changedVerdicts: [] };
}
