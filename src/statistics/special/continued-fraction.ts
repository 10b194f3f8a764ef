/** The terms of α₁ / (β₁ + α₂ / (β₂ + …)). */
export interface FractionTerms {
  readonly alpha: (n: number) => number;
  readonly beta: (n: number) => number;
}

/**
 * The value of a continued fraction, from its front, until a further term no longer changes it.
 *
 * Source: the modified Lentz method, Thompson and Barnett (1986): the ratios of successive convergents are kept and not
 * the convergents, so that nothing overflows, and a ratio of nothing is made a very small one.
 */
export function continuedFraction({ alpha, beta }: FractionTerms): number {
  let value = alpha(1) / awayFromZero(beta(1));
  let c = 1 / TINY;
  let d = 1 / awayFromZero(beta(1));
  for (let n = 2; n < MOST_STEPS; n += 1) {
    const numerator = alpha(n);
    const denominator = beta(n);
    d = 1 / awayFromZero(denominator + numerator * d);
    c = awayFromZero(denominator + numerator / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) return value;
  }
  return value;
}

const TINY = 1e-300;
const MOST_STEPS = 20_000_000;

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
