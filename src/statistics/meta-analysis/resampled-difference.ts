import type { PreparedGroups } from './compared-groups.ts';
import { intervalByInversion } from './interval-by-inversion.ts';

export interface ResampledDifference {
  /** By REML, as from the meta-regression. */
  readonly difference: number;
  /** Infinite where no difference on that side is refused. */
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** How many divisions, or sets of weights, it rests on. */
  readonly draws: number;
  /** The least p that there can be with so many: above 1 − level, nothing can ever be found. */
  readonly leastP: number;
  readonly standardError: number;
  readonly tauSquared: number;
}

/** A test by resampling of any difference between two groups. */
export interface ResamplingTest {
  readonly prepared: PreparedGroups;
  /** The p of this difference. */
  readonly pAt: (tested: number) => number;
  readonly draws: number;
  readonly leastP: number;
}

/** The test of no difference, with the differences that it does not refuse. */
export function withInterval({ prepared, pAt, draws, leastP }: ResamplingTest, level: number): ResampledDifference {
  const { difference, standardError, tauSquared } = prepared;
  const alpha = 1 - level;
  const ends =
    leastP > alpha
      ? { low: -Infinity, high: Infinity }
      : intervalByInversion({ pAt, estimate: difference, scale: standardError, alpha });
  return { difference, ...ends, p: pAt(0), draws, leastP, standardError, tauSquared };
}
