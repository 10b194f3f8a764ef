/** A tail probability that rises or falls with u, and how fast. */
export interface TailCurve {
  readonly tail: (u: number) => number;
  /** The derivative of `tail` by u. */
  readonly slope: (u: number) => number;
}

/**
 * The u at which a tail probability is `target`, where 0 < target < 1.
 *
 * Newton's method on the logarithm of the tail, which is nearly straight far out, held inside a bracket that every step
 * narrows; where a step would leave the bracket, it is halved instead. Ends when u no longer moves.
 */
export function solveTail({ tail, slope }: TailCurve, target: number, start: number): number {
  const goal = Math.log(target);
  const above = (u: number): number => Math.log(tail(u)) - goal;
  const rises = slope(start) >= 0;
  let [low, high] = bracket((u) => (rises ? above(u) : -above(u)), start);
  let u = start > low && start < high ? start : (low + high) / 2;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const value = tail(u);
    const error = Math.log(value) - goal;
    if (error === 0) return u;
    if (error > 0 === rises) high = u;
    else low = u;
    const newton = u - (error * value) / slope(u);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (next === u || Math.abs(next - u) <= 1e-16 * Math.abs(u)) return next;
    u = next;
  }
  return u;
}

const MOST_STEPS = 400;
const FARTHEST = 1e5;

/** An interval with the zero of a rising function inside: steps from the start that double until the sign changes. */
function bracket(rising: (u: number) => number, start: number): [number, number] {
  let step = 1;
  if (rising(start) > 0) {
    let low = start - step;
    while (rising(low) > 0 && step < FARTHEST) low -= step *= 2;
    return [low, start];
  }
  let high = start + step;
  while (rising(high) < 0 && step < FARTHEST) high += step *= 2;
  return [start, high];
}
