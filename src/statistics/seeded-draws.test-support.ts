/** Draws for calibration tests: the same for the same seed, on every machine. */
export interface SeededDraws {
  /** From 0 to 1, both left out. */
  readonly uniform: () => number;
  readonly normal: () => number;
  /** Waiting times with this rate. */
  readonly exponential: (rate: number) => number;
  /** 1 with this probability, else 0. */
  readonly bernoulli: (probability: number) => 0 | 1;
  readonly binomial: (n: number, probability: number) => number;
  readonly poisson: (mean: number) => number;
}

/** Generator sfc32 (Doty-Humphrey, PractRand), begun from a seed by splitting it. */
export function seededDraws(seed: number): SeededDraws {
  let [a, b, c, counter] = [0x9e3779b9 ^ seed, 0x243f6a88, 0xb7e15162 + seed, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 20; round += 1) next();
  const uniform = () => (next() + 0.5) / 2 ** 32;
  const exponential = (rate: number) => -Math.log(uniform()) / rate;
  const bernoulli = (probability: number) => (uniform() < probability ? 1 : 0);
  return {
    uniform,
    exponential,
    bernoulli,
    normal: () => Math.sqrt(2 * exponential(1)) * Math.cos(2 * Math.PI * uniform()),
    binomial: (n, probability) => {
      let events = 0;
      for (let at = 0; at < n; at += 1) events += bernoulli(probability);
      return events;
    },
    poisson: (mean) => {
      let events = 0;
      for (let time = exponential(1); time < mean; time += exponential(1)) events += 1;
      return events;
    },
  };
}

/** The share of `rounds` draws for which something holds. */
export function shareOf(rounds: number, holds: (round: number) => boolean): number {
  let count = 0;
  for (let round = 0; round < rounds; round += 1) if (holds(round)) count += 1;
  return count / rounds;
}
