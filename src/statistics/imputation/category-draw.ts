import type { SeededRandom } from '../../shared/seeded-random.ts';
import { normalVariate } from '../random/normal-variate.ts';
import { augmentedRows } from './augmented-rows.ts';
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
  const { x, y, weights } = augmentedRows({
    x: predictors.map((column) => Float64Array.from(seen, (row) => column[row]!)),
    y: Int32Array.from(seen, (row) => placeOf.get(values[row]!)!),
    weights: new Float64Array(seen.length).fill(1),
    levels: levels.length,
  });
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
