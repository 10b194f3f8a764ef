/** Counts and the means that a model gives them, for finding how much more they vary than Poisson counts. */
export interface CountsAndMeans {
  readonly y: Float64Array;
  readonly means: Float64Array;
  readonly weight: Float64Array | null;
  /** For each k the weight of the rows whose count is above k. */
  readonly above: Float64Array;
}

/** For each k from 0 the weight of the rows whose count is above k. */
export function weightsAbove(y: Float64Array, weight: Float64Array | null): Float64Array {
  let most = 0;
  for (const count of y) most = Math.max(most, count);
  const above = new Float64Array(most + 1);
  for (let row = 0; row < y.length; row += 1) above[y[row]!]! += weight === null ? 1 : weight[row]!;
  let sum = 0;
  for (let k = most; k >= 0; k -= 1) {
    const here = above[k]!;
    above[k] = sum;
    sum += here;
  }
  return above;
}

/** The slope of the log likelihood by θ, and its observed information. */
export interface ShapeSlope {
  readonly score: number;
  readonly information: number;
}

/**
 * How the likelihood of negative binomial counts changes with θ while their means stay:
 *
 *     Σ w [ Σ_{k<y} 1/(θ + k)  −  log(1 + μ/θ)  +  (μ − y)/(μ + θ) ]
 *
 * Source: Lawless (1987), Negative binomial and mixed Poisson regression. Choice: the differences of digamma functions
 * are summed as the fractions they are, over counts and not over rows.
 */
export function shapeSlope({ y, means, weight, above }: CountsAndMeans, theta: number): ShapeSlope {
  let score = 0;
  let information = 0;
  for (let k = 0; k < above.length; k += 1) {
    score += above[k]! / (theta + k);
    information += above[k]! / (theta + k) ** 2;
  }
  for (let row = 0; row < y.length; row += 1) {
    const w = weight === null ? 1 : weight[row]!;
    const mean = means[row]!;
    const sum = mean + theta;
    score += w * ((mean - y[row]!) / sum - Math.log1p(mean / theta));
    information += w * (2 / sum - 1 / theta - (y[row]! + theta) / (sum * sum));
  }
  return { score, information };
}

/** The θ from which a search begins to run away: variation that no such counts show. */
export const BEYOND_POISSON = 1e9;

/** The likeliest θ given the means, from a first guess; above `BEYOND_POISSON` where there is none. */
export function likeliestShape(counts: CountsAndMeans, first: number): number {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let u = Math.log(first);
  for (let step = 0; step < 200; step += 1) {
    const theta = Math.exp(u);
    if (theta > BEYOND_POISSON) return theta;
    const { score, information } = shapeSlope(counts, theta);
    if (score === 0) return theta;
    if (score > 0) low = u;
    else high = u;
    const slope = theta * score - theta * theta * information;
    const move = slope < 0 ? Math.max(-2, Math.min(2, (-theta * score) / slope)) : Math.sign(score);
    const next = u + move > low && u + move < high ? u + move : (Math.max(low, u - 2) + Math.min(high, u + 2)) / 2;
    if (Math.abs(next - u) < 1e-14 * (1 + Math.abs(u))) return Math.exp(next);
    u = next;
  }
  return Math.exp(u);
}
