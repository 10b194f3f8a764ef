import type { RiskSet, Ties } from './risk-sets.ts';

/**
 * What a time with d tied events asks of its risk set, reduced to sums that do not depend on the covariates. The k-th
 * of the tied events (k = 0 … d − 1) sees the set less the share f = k/d of those with the event (Efron), or all of it
 * (Breslow, f = 0); with v = 1 / (s0 − f d0) and m = the events' mean weight,
 *
 *     a = m Σ v,   b = m Σ f v,   aa = m Σ v²,   ab = m Σ f v²,   bb = m Σ f² v²,   logs = m Σ log(s0 − f d0)
 *
 * Source: Efron (1977), The efficiency of Cox's likelihood function for censored data; Breslow (1974). However many are
 * tied, products of covariates are then taken once for each time and not once for each event.
 */
export interface TieSums {
  a: number;
  b: number;
  aa: number;
  ab: number;
  bb: number;
  logs: number;
}

/** Writes the sums of a risk set into `into`. */
export function sumTies({ deaths, weight, s, d }: RiskSet, ties: Ties, into: TieSums): void {
  const s0 = s[0]!;
  const d0 = d[0]!;
  let a = 0;
  let b = 0;
  let aa = 0;
  let ab = 0;
  let bb = 0;
  let logs = 0;
  if (ties === 'breslow' || deaths === 1) {
    a = deaths / s0;
    aa = deaths / (s0 * s0);
    logs = deaths * Math.log(s0);
  } else {
    for (let k = 0; k < deaths; k += 1) {
      const f = k / deaths;
      const left = s0 - f * d0;
      const v = 1 / left;
      a += v;
      b += f * v;
      aa += v * v;
      ab += f * v * v;
      bb += f * f * v * v;
      logs += Math.log(left);
    }
  }
  const mean = weight / deaths;
  into.a = mean * a;
  into.b = mean * b;
  into.aa = mean * aa;
  into.ab = mean * ab;
  into.bb = mean * bb;
  into.logs = mean * logs;
}

/** Sums of nothing, to be written into. */
export function noTies(): TieSums {
  return { a: 0, b: 0, aa: 0, ab: 0, bb: 0, logs: 0 };
}

/** Adds `factor` times the time's part of the score, Σ (x − mean), to `score`. */
export function addScore({ sum, s, d }: RiskSet, { a, b }: TieSums, score: Float64Array, factor: number): void {
  for (let j = 0; j < score.length; j += 1) score[j]! += factor * (sum[j]! - s[1 + j]! * a + d[1 + j]! * b);
}

/** Adds `factor` times the time's part of the information, a covariance matrix, to the lower triangle `information`. */
export function addInformation({ s, d, sum }: RiskSet, ties: TieSums, information: Float64Array, factor: number): void {
  const { a, b, aa, ab, bb } = ties;
  const p = sum.length;
  for (let j = 0, cell = 0; j < p; j += 1) {
    const sj = s[1 + j]!;
    const dj = d[1 + j]!;
    for (let k = 0; k <= j; k += 1, cell += 1) {
      const sk = s[1 + k]!;
      const dk = d[1 + k]!;
      const means = sj * sk * aa - (sj * dk + dj * sk) * ab + dj * dk * bb;
      information[cell]! += factor * (s[1 + p + cell]! * a - d[1 + p + cell]! * b - means);
    }
  }
}
