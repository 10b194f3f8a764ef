/** Effects of one model, whose errors go together. */
export interface EffectsTogether {
  readonly estimates: Float64Array;
  /** Row after row. */
  readonly covariance: Float64Array;
}

/** Some neighbouring coefficients of a model, with their part of its covariance. */
export function termsAt(
  coefficients: Float64Array,
  covariance: Float64Array,
  { from, size }: { readonly from: number; readonly size: number },
): EffectsTogether {
  const p = coefficients.length;
  const own = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      own[row * size + column] = covariance[(from + row) * p + from + column]!;
    }
  }
  return { estimates: coefficients.slice(from, from + size), covariance: own };
}

/**
 * The same with the group from which the others are measured put first, at nought. One variance, of the size of the
 * others', goes to every pair of groups, so that the whole can be inverted: it is in no difference between groups.
 */
export function withReferenceGroup({ estimates, covariance }: EffectsTogether): EffectsTogether {
  const size = estimates.length;
  const k = size + 1;
  let shared = 0;
  for (let at = 0; at < size; at += 1) shared += covariance[at * size + at]! / size;
  const whole = new Float64Array(k * k).fill(shared);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      whole[(row + 1) * k + column + 1]! += covariance[row * size + column]!;
    }
  }
  return { estimates: Float64Array.of(0, ...estimates), covariance: whole };
}
