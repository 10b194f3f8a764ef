import type { SeededRandom } from '../../shared/seeded-random.ts';
import { stirlingError } from '../special/stirling-error.ts';

/**
 * How many of `trials` succeed, each with `probability` and without regard to the others.
 *
 * Exact for every size. Sources: W. Hörmann, "The generation of binomial random variates", Journal of Statistical
 * Computation and Simulation 46, 1993, 101-110 (transformed rejection, algorithm BTRS) where ten successes or more are
 * expected; below that, adding up the probabilities from zero (V. Kachitvichyanukul and B. Schmeiser, CACM 31, 1988, BINV).
 * Throws a RangeError where `trials` is no whole number from 0 or `probability` is outside 0 .. 1.
 */
export function binomialVariate(random: SeededRandom, trials: number, probability: number): number {
  if (!(Number.isInteger(trials) && trials >= 0 && probability >= 0 && probability <= 1)) {
    throw new RangeError(`there is no binomial distribution of ${trials} trials with probability ${probability}`);
  }
  if (probability > 0.5) return trials - binomialVariate(random, trials, 1 - probability);
  return trials * probability < 10
    ? byAddingUp(random, trials, probability)
    : byTransformedRejection(random, trials, probability);
}

function byAddingUp(random: SeededRandom, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  const none = Math.exp(trials * Math.log1p(-probability));
  for (;;) {
    let [left, term, successes] = [random.next(), none, 0];
    while (left > term && successes < trials) {
      left -= term;
      successes += 1;
      term *= (odds * (trials - successes + 1)) / successes;
    }
    // What rounding leaves over at the very end of the tail is drawn again.
    if (left <= term) return successes;
  }
}

function byTransformedRejection(random: SeededRandom, trials: number, probability: number): number {
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const sureWithin = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((trials + 1) * probability);
  const odds = probability / (1 - probability);
  for (;;) {
    const u = random.next() - 0.5;
    const v = 1 - random.next();
    const us = 0.5 - Math.abs(u);
    const successes = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= sureWithin) return successes;
    if (successes < 0 || successes > trials) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
      (trials + 1) * Math.log((trials - mode + 1) / (trials - successes + 1)) +
      (successes + 0.5) * Math.log((odds * (trials - successes + 1)) / (successes + 1)) +
      stirlingLacks(mode) +
      stirlingLacks(trials - mode) -
      stirlingLacks(successes) -
      stirlingLacks(trials - successes);
    if (Math.log((v * alpha) / (a / us ** 2 + b)) <= bound) return successes;
  }
}

/** ln k! less (k + ½) ln(k + 1) − (k + 1) + ½ ln 2π: the same correction, one place on. */
function stirlingLacks(k: number): number {
  return stirlingError(k + 1);
}
