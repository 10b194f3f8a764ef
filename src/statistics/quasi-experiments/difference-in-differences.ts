import { ok, type Result } from '../../shared/result.ts';
import { leastSquares, type NamedColumn } from '../linear-models/least-squares.ts';
import type { Term } from '../linear-models/term.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { linearInference, type InferenceChoice } from './linear-inference.ts';

export interface DifferenceInDifferencesTask extends InferenceChoice {
  readonly outcome: ArrayLike<number>;
  /** 1 in rows of the group that the change reached, 0 in others: before the change as well as after it. */
  readonly reached: ArrayLike<number>;
  /** 1 in rows after the change, 0 before it. */
  readonly after: ArrayLike<number>;
  readonly covariates?: readonly NamedColumn[];
}

export interface CellMean {
  readonly rows: number;
  readonly mean: number;
}

export interface DifferenceInDifferences {
  /** How much more the reached group changed than the other, in units of the outcome. */
  readonly effect: Term;
  readonly reachedBefore: CellMean;
  readonly reachedAfter: CellMean;
  readonly othersBefore: CellMean;
  readonly othersAfter: CellMean;
  readonly rows: number;
  readonly degreesOfFreedom: number;
  /** How many clusters the error rests on, or null where rows stand by themselves. */
  readonly clusters: number | null;
}

/**
 * The change in a group that something reached, less the change in one that it did not.
 *
 *   outcome = b₀ + b₁ reached + b₂ after + effect × reached × after (+ covariates),  by least squares
 *
 * Without covariates the effect is (reached after − before) − (others after − before). It is the effect of the change
 * only if the two groups would have moved alike without it; `trendBefore` shows whether they had.
 * Sources: J. Angrist and J.-S. Pischke, Mostly Harmless Econometrics, 2009, section 5.2; errors by clusters after
 * M. Bertrand, E. Duflo and S. Mullainathan, QJE 119, 2004, 249-275, who show that rows of one place over time are not
 * independent, and that taking them for so finds effects where there are none.
 * Choices: HC1 errors, or clustered ones with t on clusters − 1 degrees. One start for all: where groups are reached at
 * different times this regression weighs them wrongly (A. Goodman-Bacon, Journal of Econometrics 225, 2021).
 * Refuses where one of the four cells is empty.
 */
export function differenceInDifferences(
  task: DifferenceInDifferencesTask,
): Result<DifferenceInDifferences, StatisticsRefusal> {
  const { outcome, reached, after, covariates = [] } = task;
  for (const [name, values] of [
    ['reached', reached],
    ['after', after],
  ] as const) {
    // prettier-ignore
    if (values.length !== outcome.length) {
      return refuseFor('unequal-lengths', `The column ${name} has ${values.length} rows, the outcome ${outcome.length}.`);
    }
    if (!Array.from(values).every((value) => value === 0 || value === 1)) {
      return refuseFor('out-of-range', `The column ${name} has a value that is neither 0 nor 1.`);
    }
  }
  const both = Float64Array.from(reached, (value, row) => value * after[row]!);
  const cell = (group: number, time: number) =>
    cellMean(outcome, (row) => reached[row] === group && after[row] === time);
  const cells = {
    reachedBefore: cell(1, 0),
    reachedAfter: cell(1, 1),
    othersBefore: cell(0, 0),
    othersAfter: cell(0, 1),
  };
  const empty = CELLS.find((cell) => cells[cell].rows === 0);
  if (empty !== undefined) return refuseFor('empty-cell', `There is no row of ${CELL_NAMES[empty]}.`);
  const fit = leastSquares({
    outcome,
    covariates: [
      { name: 'reached × after', values: both },
      { name: 'reached', values: reached },
      { name: 'after', values: after },
      ...covariates,
    ],
  });
  if (!fit.ok) return fit;
  const inference = linearInference(fit.value, task);
  if (!inference.ok) return inference;
  const { term, degreesOfFreedom, clusters } = inference.value;
  return ok({ effect: term(1), ...cells, rows: outcome.length, degreesOfFreedom, clusters });
}

const CELLS = ['reachedBefore', 'reachedAfter', 'othersBefore', 'othersAfter'] as const;

const CELL_NAMES = {
  reachedBefore: 'the reached group before the change',
  reachedAfter: 'the reached group after the change',
  othersBefore: 'the other group before the change',
  othersAfter: 'the other group after the change',
} as const;

function cellMean(outcome: ArrayLike<number>, isIn: (row: number) => boolean): CellMean {
  let [rows, sum] = [0, 0];
  for (let row = 0; row < outcome.length; row += 1) {
    if (!isIn(row)) continue;
    rows += 1;
    sum += outcome[row]!;
  }
  return { rows, mean: sum / rows };
}
