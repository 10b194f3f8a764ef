import { stirlingError } from './stirling-error.ts';

/**
 * Poisson and binomial probabilities, for real counts too, to full relative accuracy wherever they can be held.
 *
 *     poissonTerm(x, λ)      = λˣ e⁻ᵏ / Γ(x + 1)                                  with k = λ
 *     binomialTerm(x, m, p)  = Γ(x + m + 1) / (Γ(x + 1) Γ(m + 1)) pˣ qᵐ           x of one kind, m of the other
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities: the logarithm is put together from
 * how far the count is from what is expected (`D`) and from what Stirling's formula leaves out, so that no large terms
 * cancel. Their logarithms are exact to about 1e-15 of their size.
 */
export function poissonTerm(x: number, lambda: number): number {
  if (lambda === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-lambda);
  return Math.exp(-stirlingError(x) - deviance(x, lambda)) / Math.sqrt(2 * Math.PI * x);
}

/** `q` is 1 − p; both are given, so that neither is made by a subtraction that loses digits. */
export function binomialTerm(x: number, m: number, { p, q }: { readonly p: number; readonly q: number }): number {
  const n = x + m;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return m === 0 ? 1 : 0;
  if (x === 0) return Math.exp(logPower(q, p, m));
  if (m === 0) return Math.exp(logPower(p, q, x));
  const corrections = stirlingError(n) - stirlingError(x) - stirlingError(m);
  const exponent = corrections - deviance(x, n * p) - deviance(m, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * m));
}

/** n log p, by way of q = 1 − p where p is near one. */
function logPower(p: number, q: number, n: number): number {
  return p > 0.5 ? n * Math.log1p(-q) : n * Math.log(p);
}

/** D(x, m) = x log(x / m) + m − x: half the deviance of a count x where m was expected. */
function deviance(x: number, expected: number): number {
  const difference = x - expected;
  if (Math.abs(difference) >= 0.1 * (x + expected)) return x * Math.log(x / expected) - difference;
  const v = difference / (x + expected);
  const square = v * v;
  let sum = difference * v;
  let term = 2 * x * v;
  for (let k = 3; ; k += 2) {
    term *= square;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
}
