/**
 * What Stirling's formula leaves out of the logarithm of a factorial:
 *
 *     δ(n) = log Γ(n + 1) − [ (n + ½) log n − n + ½ log 2π ]  =  1/(12n) − 1/(360n³) + 1/(1260n⁵) − …
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities. Choice: below 15 the series is
 * reached by the recurrence δ(n) = δ(n + 1) + (n + ½) log(1 + 1/n) − 1, which holds for every real n > 0 and keeps the
 * absolute error near 1e-15; it is added to logarithms, so that its absolute error is what matters.
 */
export function stirlingError(n: number): number {
  let shift = 0;
  let at = n;
  while (at < SERIES_FROM) {
    shift += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  const square = at * at;
  let series = 0;
  for (let term = SERIES.length - 1; term >= 0; term -= 1) series = series / square + SERIES[term]!;
  return shift + series / at;
}

const SERIES_FROM = 15;
/** B₂ₖ / (2k (2k − 1)), with the Bernoulli numbers B₂, B₄, … */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
