import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/** One study's estimate on a scale where effects add (a difference, or the logarithm of a ratio) and its standard error. */
export interface StudyEffect {
  readonly estimate: number;
  readonly standardError: number;
}

/** Why studies can't be pooled, or null where they can. */
export function faultOfStudies(
  studies: readonly StudyEffect[],
): { readonly ok: false; readonly refusal: StatisticsRefusal } | null {
  if (studies.length < 2) {
    return refuseFor('too-few', `Spread between studies needs two of them at least; there are ${studies.length}.`);
  }
  for (const [at, { estimate, standardError }] of studies.entries()) {
    if (!Number.isFinite(estimate)) {
      return refuseFor('not-a-number', `Study ${at + 1} has the estimate ${estimate}.`);
    }
    if (!(standardError > 0 && standardError < Infinity)) {
      return refuseFor(
        'out-of-range',
        `Study ${at + 1} has the standard error ${standardError}; without one above zero it has no weight.`,
      );
    }
  }
  return null;
}
