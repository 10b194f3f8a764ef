import { ok, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { factorise } from '../matrix/cholesky.ts';
import { squareOf } from '../matrix/triangle.ts';
import type { ChiSquaredTest } from '../proportions/chi-squared-test.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import type { CoxFit } from './cox.ts';
import type { SortedCox } from './cox-rows.ts';
import { walkRiskSets } from './risk-sets.ts';
import { addInformation, addScore, noTies, sumTies } from './tie-sums.ts';

/** On which scale of time an effect may bend: one less the Kaplan-Meier curve, time itself, or its logarithm. */
export type TimeScale = 'km' | 'identity' | 'log';

export interface ProportionalHazardsTest {
  /** One for each term; the levels of a factor together. */
  readonly terms: readonly (ChiSquaredTest & { readonly name: string })[];
  readonly global: ChiSquaredTest;
}

/**
 * The test that effects do not change with time: the score test of adding g(t) x to the model, for each term and for
 * all together. With u = Σ g (x − x̄) over events, V the information of each event time,
 *
 *     X² = uᵀ ( Σ g² V − Σ g V (Σ V)⁻¹ Σ g V )⁻ u
 *
 * Sources: Grambsch and Therneau (1994), Proportional hazards tests and diagnostics; in the exact form that R's cox.zph
 * has from survival 3.0 on. Choice: g is `km` by default, one less the Kaplan-Meier curve of all rows just before t,
 * which no few late events can rule.
 */
export function proportionalHazardsTest(
  fit: CoxFit,
  scale: TimeScale = 'km',
): Result<ProportionalHazardsTest, StatisticsRefusal> {
  const { sorted, coefficients, ties } = fit;
  const p = coefficients.length;
  const times = centred(sorted, timesOn(scale, sorted));
  const score = new Float64Array(p);
  const packed = (p * (p + 1)) / 2;
  const [plain, once, twice] = [new Float64Array(packed), new Float64Array(packed), new Float64Array(packed)];
  const sums = noTies();
  walkRiskSets(sorted, coefficients, (set) => {
    const g = times[set.rank]!;
    sumTies(set, ties, sums);
    addScore(set, sums, score, g);
    addInformation(set, sums, plain, 1);
    addInformation(set, sums, once, g);
    addInformation(set, sums, twice, g * g);
  });
  const left = leftOver({ plain, once, twice, p });
  const terms: (ChiSquaredTest & { name: string })[] = [];
  for (const name of new Set(sorted.terms)) {
    const columns = sorted.terms.flatMap((term, j) => (term === name ? [j] : []));
    const test = testOf(score, left, columns);
    if (!test.ok) return test;
    terms.push({ name, ...test.value });
  }
  const global = testOf(score, left, [...sorted.terms.keys()]);
  return global.ok ? ok({ terms, global: global.value }) : global;
}

interface Informations {
  readonly plain: Float64Array;
  readonly once: Float64Array;
  readonly twice: Float64Array;
  readonly p: number;
}

/** What the effects themselves leave of the information about their change: Σ g² V − Σ g V (Σ V)⁻¹ Σ g V. */
function leftOver({ plain, once, twice, p }: Informations): Float64Array {
  const cross = squareOf(once, p);
  const factor = factorise(squareOf(plain, p), p);
  const left = squareOf(twice, p);
  for (let column = 0; column < p; column += 1) {
    const solved = factor.solve(cross.subarray(column * p, column * p + p));
    for (let row = 0; row < p; row += 1) {
      for (let k = 0; k < p; k += 1) left[row * p + column]! -= cross[row * p + k]! * solved[k]!;
    }
  }
  return left;
}

function testOf(score: Float64Array, left: Float64Array, columns: number[]): Result<ChiSquaredTest, StatisticsRefusal> {
  const p = score.length;
  const df = columns.length;
  const matrix = Float64Array.from(columns.flatMap((j) => columns.map((k) => left[j * p + k]!)));
  const part = Float64Array.from(columns, (j) => score[j]!);
  const factor = factorise(matrix, df);
  if (factor.deficient.length > 0) {
    return refuseFor('no-events', 'Too few events at different times to see whether effects change with time.');
  }
  const statistic = factor.solve(part).reduce((sum, value, at) => sum + value * part[at]!, 0);
  return ok({ chiSquared: statistic, df, p: chiSquared(df).upper(statistic) });
}

/** g of each distinct time. */
function timesOn(scale: TimeScale, sorted: SortedCox): Float64Array {
  if (scale === 'km') return lostBefore(sorted);
  return scale === 'log' ? sorted.distinct.map((time) => Math.log(time)) : sorted.distinct;
}

/** One less the Kaplan-Meier curve of all rows, strata together, just before each distinct time. */
function lostBefore({ distinct, rank, event, entry }: SortedCox): Float64Array {
  const change = new Int32Array(distinct.length + 1);
  const deaths = new Int32Array(distinct.length);
  for (let at = 0; at < rank.length; at += 1) {
    deaths[rank[at]!]! += event[at]!;
    change[rank[at]! + 1]! -= 1;
    change[entry === null ? 0 : entry.rank[at]! + 1]! += 1;
  }
  const lost = new Float64Array(distinct.length);
  let surviving = 1;
  let atRisk = 0;
  for (let at = 0; at < distinct.length; at += 1) {
    atRisk += change[at]!;
    lost[at] = 1 - surviving;
    if (atRisk > 0) surviving *= (atRisk - deaths[at]!) / atRisk;
  }
  return lost;
}

/** Less its mean over events, which the test does not depend on and its rounding does. */
function centred({ rank, event, events }: SortedCox, times: Float64Array): Float64Array {
  let sum = 0;
  for (let at = 0; at < rank.length; at += 1) if (event[at] === 1) sum += times[rank[at]!]!;
  return times.map((time) => time - sum / events);
}
