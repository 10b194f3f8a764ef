import type { StatisticsRefusal } from '../refusal.ts';

/** One study's estimate on a scale where effects add (a difference, or the logarithm of a ratio) and its standard error. */
export interface StudyEffect {
  readonly estimate: number;
  readonly standardError: number;
}

/** Why studies can't be pooled, or null where they can. */
export function faultOfStudies(studies: readonly StudyEffect[]): StatisticsRefusal | null {
  if (studies.length < 2) {
    return {
      code: 'too-few',
      message: `Spread between studies needs two of them at least; there are ${studies.length}.`,
    };
  }
  for (const [at, { estimate, standardError }] of studies.entries()) {
    if (!Number.isFinite(estimate)) {
      return { code: 'not-a-number', message: `Study ${at + 1} has the estimate ${estimate}.` };
    }
    if (!(standardError > 0 && standardError < Infinity)) {
      return {
        code: 'out-of-range',
        message: `Study ${at + 1} has the standard error ${standardError}; without one above zero it has no weight.`,
      };
    }
  }
  return null;
}
