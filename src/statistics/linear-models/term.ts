import type { Distribution } from '../distributions/distribution.ts';

/** One coefficient and what is known of it. */
export interface Term {
  readonly coefficient: number;
  readonly standardError: number;
  /** Coefficient over standard error. */
  readonly statistic: number;
  /** Of no effect, two-sided. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/** A coefficient against a reference distribution: the normal one, or Student's. `level` is 0.95 where left out. */
export function termOf(
  coefficient: number,
  standardError: number,
  { reference, level = 0.95 }: { readonly reference: Distribution; readonly level?: number },
): Term {
  const reach = reference.upperQuantile((1 - level) / 2) * standardError;
  const statistic = coefficient / standardError;
  return {
    coefficient,
    standardError,
    statistic,
    p: 2 * reference.upper(Math.abs(statistic)),
    low: coefficient - reach,
    high: coefficient + reach,
  };
}
