import type { EventData } from '../case-event.ts';
import type { CaseRecord } from '../case-state.ts';
import type { Instant } from '../author.ts';
import { stillAnsweredSo, verdictsThatChanged } from './amended-record.ts';
import { turnedVerdicts } from './turned-verdicts.ts';

/**
 * The record after every decision was taken again: the facts and decisions are the new ones, and nothing stands turned. An
 * override stands where the decision that it was made against came out the same; elsewhere it was of another decision,
 * and only the log keeps it.
 */
export function decidedAgainRecord(
  record: CaseRecord,
  { answers, facts, decisions, asOf }: EventData['decided-again'],
  at: Instant,
): CaseRecord {
  const verdictOf = (from: typeof decisions, scheme: string) => from.find((each) => each.scheme === scheme)?.verdict;
  const overrides = record.overrides.filter(
    ({ scheme }) => verdictOf(decisions, scheme) === verdictOf(record.decisions, scheme),
  );
  return {
    ...record,
    facts,
    ...stillAnsweredSo(record, answers),
    decisions,
    triagedAt: at,
    triagedOn: asOf,
    restsOn: verdictsOf(decisions),
    overrides,
    changedVerdicts: [],
  };
}

/**
 * The same once a scheme was offered: the case rests on what was decided before, so that a verdict that is now another
 * stands turned until somebody settles it. What somebody confirmed stays confirmed where nothing new was found out.
 */
export function decidedBeyondOfferRecord(
  record: CaseRecord,
  data: EventData['decided-again'],
  at: Instant,
): CaseRecord {
  const again = decidedAgainRecord(record, data, at);
  const found = data.answers.map(({ fact }) => fact);
  const isConfirmed = (scheme: string, to: string): boolean =>
    found.length === 0 &&
    record.changedVerdicts.some((before) => before.scheme === scheme && before.to === to && before.isConfirmed);
  const changedVerdicts = turnedVerdicts(record, verdictsThatChanged(record, data.decisions), found).map((turned) => ({
    ...turned,
    isConfirmed: isConfirmed(turned.scheme, turned.to),
  }));
  return { ...again, restsOn: record.restsOn, overrides: record.overrides, changedVerdicts };
}

/** The verdict of each decision. */
export function verdictsOf(decisions: EventData['decided-again']['decisions']): CaseRecord['restsOn'] {
  return decisions.map(({ scheme, verdict }) => ({ scheme, verdict }));
}
