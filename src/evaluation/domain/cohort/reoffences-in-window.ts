import { proofEnd, windowEnd } from './maturity.ts';
import { eventKey } from './event-key.ts';
import type { Reoffence, StudyCohort, StudyRow } from './study-row.ts';

/** Finds the reoffences that belong to a row, in the order of their days. */
export type ReoffencesOf = (row: StudyRow) => readonly Reoffence[];

/** Sorts a cohort's reoffences to their rows, once. */
export function reoffencesOf({ reoffences }: StudyCohort): ReoffencesOf {
  const byKey = new Map<string, Reoffence[]>();
  for (const reoffence of reoffences) {
    const key = eventKey(reoffence);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [reoffence]);
    else list.push(reoffence);
  }
  for (const list of byKey.values())
    list.sort((a, b) => (a.committedOn < b.committedOn ? -1 : a.committedOn > b.committedOn ? 1 : 0));
  return (row) => byKey.get(eventKey(row)) ?? [];
}

/**
 * The proven reoffences of a window: committed from the day after the index day to the window's last day, and proven on
 * one of these or in the six months after. An offence of the index day itself belongs to the index event.
 */
export function reoffencesInWindow(row: StudyRow, of: ReoffencesOf, windowMonths: number): readonly Reoffence[] {
  const list = of(row);
  if (list.length === 0) return list;
  const end = windowEnd(row.indexedOn, windowMonths);
  const proof = proofEnd(row.indexedOn, windowMonths);
  return list.filter(
    ({ committedOn, provenOn }) =>
      committedOn > row.indexedOn && committedOn <= end && provenOn !== null && provenOn <= proof,
  );
}
