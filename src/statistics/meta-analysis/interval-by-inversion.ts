/** What is asked for the ends of an interval: every difference that its test does not refuse at `alpha`. */
export interface Inversion {
  /** The p of the test that the difference is this. */
  readonly pAt: (difference: number) => number;
  /** A difference that the test does not refuse. */
  readonly estimate: number;
  /** About how uncertain it is: how far the first step goes. */
  readonly scale: number;
  readonly alpha: number;
}

const MOST_DOUBLINGS = 40;
const PRECISION = 1e-7;

/**
 * The ends nearest to the estimate between which no difference is refused; infinite where the test refuses none on that
 * side, however far. Whether no difference lies between them is as its own p says, so that the two never disagree.
 */
export function intervalByInversion(inversion: Inversion): { readonly low: number; readonly high: number } {
  return { low: endTowards(-1, inversion), high: endTowards(1, inversion) };
}

function endTowards(side: -1 | 1, { pAt, estimate, scale, alpha }: Inversion): number {
  const holds = (difference: number) => pAt(difference) >= alpha;
  let inside = estimate;
  let outside = Number.NaN;
  if (Math.sign(-estimate) === side) {
    if (holds(0)) inside = 0;
    else outside = 0;
  }
  for (let step = 0; Number.isNaN(outside); step += 1) {
    if (step === MOST_DOUBLINGS) return side * Infinity;
    const further = inside + side * scale * 2 ** step;
    if (holds(further)) inside = further;
    else outside = further;
  }
  while (Math.abs(outside - inside) > PRECISION * scale) {
    const middle = (inside + outside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  // The end itself lies on the side of no difference that its p puts it.
  return outside === 0 ? inside : outside;
}
