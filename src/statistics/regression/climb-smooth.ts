import { ok, type Result } from '../../shared/result.ts';
import { factorise, type CholeskyFactor } from '../matrix/cholesky.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import type { Progress } from './likelihood-fit.ts';

/** A function of several parameters with its slope. */
export interface SmoothFunction {
  readonly at: (parameters: Float64Array) => { readonly height: number; readonly slope: Float64Array };
}

/** The top of a smooth function, and the factor of its curvature there (of the negative second derivatives). */
export interface Summit {
  readonly parameters: Float64Array;
  readonly height: number;
  readonly factor: CholeskyFactor;
  readonly iterations: number;
}

const SETTLED = 1e-17;
const MOST_ITERATIONS = 100;
const MOST_HALVINGS = 40;
/** How far apart slopes are taken to see how they change; the error of a central difference is its square. */
const APART = 1e-4;

/**
 * Climbs to the top of a smooth function by Newton's method: second derivatives are central differences of the slope,
 * steps are halved where they do not climb, and where the function is not hollow from above (its curvature not positive
 * definite) enough is added to the diagonal for the step to climb.
 *
 * Source: Nocedal and Wright (2006), Numerical Optimization, section 3.4.
 */
export function climbSmooth(
  climbed: SmoothFunction,
  start: readonly number[],
  progress: Progress,
): Result<Summit, StatisticsRefusal> {
  let parameters = Float64Array.from(start);
  let here = climbed.at(parameters);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    if (!progress({ iteration, logLikelihood: here.height })) {
      return refuseFor('cancelled', `The fit was stopped after ${iteration} iterations.`);
    }
    const { factor, isHollow } = curvatureAt(climbed, parameters);
    const step = factor.solve(here.slope);
    const squared = step.reduce((sum, move, j) => sum + move * here.slope[j]!, 0);
    if (isHollow && squared <= SETTLED) {
      return ok({ parameters, height: here.height, factor, iterations: iteration });
    }
    const next = stepUp(climbed, { parameters, step, from: here.height });
    if (next === null) return refuseFor('not-converged', 'No step from here makes the likelihood larger.');
    ({ parameters, here } = next);
  }
  return refuseFor('not-converged', `The estimates did not settle in ${MOST_ITERATIONS} iterations.`);
}

function curvatureAt(climbed: SmoothFunction, parameters: Float64Array) {
  const size = parameters.length;
  const curvature = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    const apart = APART * Math.max(1, Math.abs(parameters[j]!));
    const moved = Float64Array.from(parameters);
    moved[j] = parameters[j]! + apart;
    const { slope: after } = climbed.at(moved);
    moved[j] = parameters[j]! - apart;
    const { slope: before } = climbed.at(moved);
    for (let k = 0; k < size; k += 1) curvature[j * size + k] = (before[k]! - after[k]!) / (2 * apart);
  }
  for (let j = 0; j < size; j += 1) {
    for (let k = 0; k < j; k += 1) {
      const mean = (curvature[j * size + k]! + curvature[k * size + j]!) / 2;
      curvature[j * size + k] = mean;
      curvature[k * size + j] = mean;
    }
  }
  const exact = factorise(curvature, size);
  if (exact.deficient.length === 0) return { factor: exact, isHollow: true };
  for (let added = 1e-3; ; added *= 10) {
    const raised = Float64Array.from(curvature);
    for (let j = 0; j < size; j += 1) raised[j * size + j]! += added * (1 + Math.abs(curvature[j * size + j]!));
    const factor = factorise(raised, size);
    if (factor.deficient.length === 0) return { factor, isHollow: false };
  }
}

interface Step {
  readonly parameters: Float64Array;
  readonly step: Float64Array;
  readonly from: number;
}

function stepUp(climbed: SmoothFunction, { parameters, step, from }: Step) {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving += 1, share /= 2) {
    const next = parameters.map((value, j) => value + share * step[j]!);
    const here = climbed.at(next);
    if (here.height >= from - 1e-13 * Math.abs(from)) return { parameters: next, here };
  }
  return null;
}
