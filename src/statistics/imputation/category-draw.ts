import type { SeededRandom } from '../../shared/seeded-random.ts';
import { normalVariate } from '../random/normal-variate.ts';
import { multinomialLogistic } from './multinomial-logistic.ts';
import type { MatchingDraw } from './predictive-mean-matching.ts';

export interface CategoryDraw extends MatchingDraw {
  /** The levels that were seen, ascending. */
  readonly levels: readonly number[];
}

/**
 * Fills categories by chance, with the chances that a logistic model gives them (multinomial beyond two levels).
 *
 *   b = most likely coefficients over the rows seen;   b* ~ N(b, information⁻¹);   P(level k) ∝ e^(x·b*_k)
 *
 * Sources: Rubin 1987, pages 169-170; van Buuren 2018, section 3.6, as `logreg` of R's mice (whose `polyreg` draws with b
 * itself, and so says a little too little of what is not known). So that a level which the
 * other columns foretell without fail still has finite coefficients, a few rows of small weight are added around the
 * means of the predictors, at half a deviation to either side, for every level (I. White, R. Daniel and P. Royston,
 * Computational Statistics & Data Analysis 54, 2010, 2267-2275); together they weigh as much as p + 1 rows.
 * Answers the values of `missing`, in their order.
 */
export function categoryDraw(draw: CategoryDraw): Float64Array {
  const { values, seen, missing, predictors, levels, random } = draw;
  const placeOf = new Map(levels.map((level, at) => [level, at]));
  const { x, y, weights } = augmented(
    predictors.map((column) => Float64Array.from(seen, (row) => column[row]!)),
    Int32Array.from(seen, (row) => placeOf.get(values[row]!)!),
    levels.length,
  );
  const { coefficients, information } = multinomialLogistic({ x, y, weights, levels: levels.length });
  const p = predictors.length;
  const step = information.solveTransposed(Float64Array.from(coefficients, () => normalVariate(random)));
  const drawn = coefficients.map((coefficient, at) => coefficient + step[at]!);
  return Float64Array.from(missing, (row) => {
    const scores = levels.map((_, k) =>
      k === 0 ? 0 : predictors.reduce((sum, column, at) => sum + drawn[(k - 1) * p + at]! * column[row]!, 0),
    );
    return levels[chosen(scores, random)]!;
  });
}

/** A place, with chances that go as e to the score. */
function chosen(scores: readonly number[], random: SeededRandom): number {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  let left = random.next() * parts.reduce((sum, part) => sum + part, 0);
  for (const [at, part] of parts.entries()) {
    left -= part;
    if (left < 0) return at;
  }
  return parts.length - 1;
}

function augmented(x: readonly Float64Array[], y: Int32Array, levels: number) {
  const moments = x.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
    return { mean, deviation };
  });
  const added: { readonly at: number; readonly side: number; readonly level: number }[] = [];
  for (const [at, { deviation }] of moments.entries()) {
    // The intercept has no side to move to.
    if (deviation === 0) continue;
    for (let level = 0; level < levels; level += 1) added.push({ at, side: 0.5, level }, { at, side: -0.5, level });
  }
  const share = added.length === 0 ? 0 : x.length / added.length;
  return {
    x: x.map((column, at) => {
      const { mean, deviation } = moments[at]!;
      return Float64Array.from([...column, ...added.map((row) => mean + (row.at === at ? row.side * deviation : 0))]);
    }),
    y: Int32Array.from([...y, ...added.map(({ level }) => level)]),
    weights: Float64Array.from([...y].map(() => 1).concat(added.map(() => share))),
  };
}
