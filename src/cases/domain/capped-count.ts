/**
 * A list is counted up to here and no further, and paged no deeper: counting and skipping cost what they pass over.
 * Assumed: nobody works through more; who looks for one case further back searches for it.
 */
export const COUNTED_UP_TO = 1_000;

/** How many there are; where `isMore`, more than that. */
export interface CappedCount {
  readonly total: number;
  readonly isMore: boolean;
}

/** What was counted of up to one more than COUNTED_UP_TO. */
export function cappedCount(counted: number): CappedCount {
  return { total: Math.min(counted, COUNTED_UP_TO), isMore: counted > COUNTED_UP_TO };
}
