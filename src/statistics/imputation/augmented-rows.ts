import type { MultinomialTask } from './multinomial-logistic.ts';

/**
 * The rows of a model of categories, and a few more of small weight around the means of the predictors, at half a
 * deviation to either side, for every level: so that a level which a column foretells without fail still has finite
 * coefficients. Together they weigh as much as p + 1 rows. Source: I. White, R. Daniel and P. Royston, Computational
 * Statistics & Data Analysis 54, 2010, 2267-2275.
 */
export function augmentedRows({ x, y, weights, levels }: MultinomialTask): MultinomialTask {
  const moments = x.map((column) => momentsOf(column, weights));
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
    weights: Float64Array.from([...weights, ...added.map(() => share)]),
    levels,
  };
}

function momentsOf(column: Float64Array, weights: Float64Array) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = column.reduce((sum, value, row) => sum + weights[row]! * value, 0) / total;
  const spread = column.reduce((sum, value, row) => sum + weights[row]! * (value - mean) ** 2, 0) / total;
  return { mean, deviation: Math.sqrt(spread) };
}
