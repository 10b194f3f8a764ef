import type { Term } from '../linear-models/term.ts';

/** The effects that are not excluded: between two, outside two (either end may lie at infinity), or every one. */
export type AndersonRubinSet =
  | { readonly kind: 'between'; readonly low: number; readonly high: number }
  | { readonly kind: 'outside'; readonly below: number; readonly above: number }
  | { readonly kind: 'everything' };

export interface AndersonRubinInput {
  /** Of assignment on the outcome, and on receipt. */
  readonly onOutcome: Pick<Term, 'coefficient' | 'standardError'>;
  readonly onReceipt: Pick<Term, 'coefficient' | 'standardError'>;
  /** Between the two coefficients. */
  readonly covariance: number;
  /** How many standard errors from zero are still taken for zero. */
  readonly quantile: number;
}

/**
 * The effects b for which assignment leaves outcome − b × receipt alone:
 *
 *   (π_y − b π_d)² ≤ q² (V_yy − 2 b V_yd + b² V_dd)
 *
 * Source: T. Anderson and H. Rubin, Annals of Mathematical Statistics 20, 1949, 46-63, with robust V. It covers as it
 * says whether compliance is strong or weak; where compliance can't be told from zero it has no ends, and says so.
 */
export function andersonRubinSet({ onOutcome, onReceipt, covariance, quantile }: AndersonRubinInput): AndersonRubinSet {
  const square = quantile ** 2;
  const a = onReceipt.coefficient ** 2 - square * onReceipt.standardError ** 2;
  const half = onOutcome.coefficient * onReceipt.coefficient - square * covariance;
  const c = onOutcome.coefficient ** 2 - square * onOutcome.standardError ** 2;
  const discriminant = half ** 2 - a * c;
  if (a > 0) {
    const root = Math.sqrt(Math.max(0, discriminant));
    return { kind: 'between', low: (half - root) / a, high: (half + root) / a };
  }
  if (a === 0 || discriminant <= 0) return { kind: 'everything' };
  const ends = [(half - Math.sqrt(discriminant)) / a, (half + Math.sqrt(discriminant)) / a];
  return { kind: 'outside', below: Math.min(...ends), above: Math.max(...ends) };
}
