import type { Term } from '../linear-models/term.ts';
import { normal } from '../distributions/normal.ts';
import { termOf } from '../linear-models/term.ts';

/** A difference of two means, in units of the outcome: for outcomes of 0 and 1 a difference of risks. */
export interface Effect {
  readonly effect: Term;
  readonly meanTreated: number;
  readonly meanControl: number;
  readonly rows: number;
  /** The smallest and largest propensity score: near 0 or 1 a few rows stand for many. */
  readonly lowestScore: number;
  readonly highestScore: number;
}

/** An effect from its two means and what each row moves their difference by (its influence, the mean of which is zero). */
export function effectFrom(given: {
  readonly meanTreated: number;
  readonly meanControl: number;
  readonly influence: Float64Array;
  readonly scores: Float64Array;
  readonly level: number;
}): Effect {
  const { meanTreated, meanControl, influence, scores, level } = given;
  const rows = influence.length;
  const standardError = Math.sqrt(influence.reduce((sum, value) => sum + value ** 2, 0)) / rows;
  return {
    effect: termOf(meanTreated - meanControl, standardError, { reference: normal, level }),
    meanTreated,
    meanControl,
    rows,
    lowestScore: scores.reduce((least, score) => Math.min(least, score), Infinity),
    highestScore: scores.reduce((most, score) => Math.max(most, score), -Infinity),
  };
}
