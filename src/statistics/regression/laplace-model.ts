import { orderOfRows, startsOf } from '../survival/order-of-rows.ts';
import type { Design } from './design.ts';
import type { SmoothFunction } from './climb-smooth.ts';

/** Laplace's approximation to the likelihood of a random-intercept logistic model, on the scale of a design. */
export interface LaplaceModel extends SmoothFunction {
  /** The likeliest u of each group at the parameters last asked about. */
  readonly modes: Float64Array;
}

/**
 * For the parameters β₀, β, σ the sum over groups of
 *
 *     h(û) − ½ log H,   h(u) = Σ [y η − log(1 + e^η)] − u²/2,   η = β₀ + xβ + σu,   H = 1 + σ² Σ p(1 − p)
 *
 * with û the u at which h is largest, found by Newton's method from where it was last. The slope takes into account
 * that û and H move with the parameters: dû/dβ = −σ Σ p(1 − p) x / H and dû/dσ = (Σ (y − p) − σ û Σ p(1 − p)) / H.
 * It does not change with the sign of σ.
 */
export function laplaceModel(
  design: Design,
  { codes, count }: { readonly codes: Int32Array; readonly count: number },
): LaplaceModel {
  const { n, p } = design;
  const order = orderOfRows({ rank: codes, ranks: count });
  const starts = startsOf(codes, count);
  const x = new Float64Array(n * p);
  for (const [at, row] of order.entries()) x.set(design.x.subarray(row * p, row * p + p), at * p);
  const inOrder = (values: Float64Array | null, otherwise: number) =>
    Float64Array.from(order, (row) => (values === null ? otherwise : values[row]!));
  const y = inOrder(design.y, 0);
  const offset = inOrder(design.offset, 0);
  const weight = inOrder(design.weight, 1);
  const modes = new Float64Array(count);
  const eta = new Float64Array(n);
  const fixed = new Float64Array(p + 1);
  const third = new Float64Array(p + 1);

  function predict(parameters: Float64Array): void {
    for (let at = 0, cell = 0; at < n; at += 1) {
      let sum = parameters[0]! + offset[at]!;
      for (let j = 1; j <= p; j += 1, cell += 1) sum += x[cell]! * parameters[j]!;
      eta[at] = sum;
    }
  }

  /** The likeliest u of a group: the zero of σ Σ (y − p) − u, which only falls. */
  function modeOf(group: number, sigma: number): number {
    let u = modes[group]!;
    for (let step = 0; step < 100; step += 1) {
      let left = 0;
      let spread = 0;
      for (let at = starts[group]!; at < starts[group + 1]!; at += 1) {
        const chance = 1 / (1 + Math.exp(-(eta[at]! + sigma * u)));
        left += weight[at]! * (y[at]! - chance);
        spread += weight[at]! * chance * (1 - chance);
      }
      const move = (sigma * left - u) / (1 + sigma * sigma * spread);
      u += Math.max(-2, Math.min(2, move));
      if (Math.abs(move) < 1e-14 * (1 + Math.abs(u))) break;
    }
    modes[group] = u;
    return u;
  }

  function at(parameters: Float64Array) {
    const sigma = parameters[p + 1]!;
    const slope = new Float64Array(p + 2);
    let height = 0;
    predict(parameters);
    for (let group = 0; group < count; group += 1) {
      const u = modeOf(group, sigma);
      fixed.fill(0);
      third.fill(0);
      let left = 0;
      let spread = 0;
      let skew = 0;
      for (let row = starts[group]!; row < starts[group + 1]!; row += 1) {
        const linear = eta[row]! + sigma * u;
        const e = Math.exp(-Math.abs(linear));
        const chance = (linear >= 0 ? 1 : e) / (1 + e);
        const w = weight[row]!;
        const variance = (w * e) / ((1 + e) * (1 + e));
        const residual = w * (y[row]! - chance);
        const bend = variance * (1 - 2 * chance);
        height += w * (y[row]! * linear - Math.max(linear, 0) - Math.log1p(e));
        left += residual;
        spread += variance;
        skew += bend;
        slope[0]! += residual;
        fixed[0]! += variance;
        third[0]! += bend;
        for (let j = 1, cell = row * p; j <= p; j += 1, cell += 1) {
          slope[j]! += residual * x[cell]!;
          fixed[j]! += variance * x[cell]!;
          third[j]! += bend * x[cell]!;
        }
      }
      const curvature = 1 + sigma * sigma * spread;
      height -= (u * u) / 2 + Math.log(curvature) / 2;
      const factor = (sigma * sigma) / (2 * curvature);
      for (let j = 0; j <= p; j += 1) {
        const moved = (-sigma * fixed[j]!) / curvature;
        slope[j]! -= factor * (third[j]! + sigma * moved * skew);
      }
      const moved = (left - sigma * u * spread) / curvature;
      slope[p + 1]! += u * left - (sigma * spread) / curvature - factor * skew * (u + sigma * moved);
    }
    return { height, slope };
  }

  return { at, modes };
}
