import type { ClauseAnswer } from '../../../eligibility/index.ts';

type Settled = Pick<ClauseAnswer, 'result' | 'settledBy'>;

const WORDS: Readonly<Record<NonNullable<Settled['settledBy']>, string>> = {
  offer: 'Not settled yet. It must be before the offer.',
  outcome: 'Not settled yet. It must be before the outcome.',
  'if-known': 'Not settled, and need not be. It counts only if it becomes known.',
};

/** By when a clause of law that is still open must be settled; null where it is settled, or held the verdict up. */
export function settledByWords({ result, settledBy }: Settled): string | null {
  return settledBy === undefined || result === 'met' || result === 'not-met' ? null : WORDS[settledBy];
}
