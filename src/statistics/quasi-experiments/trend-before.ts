import { ok, type Result } from '../../shared/result.ts';
import { leastSquares } from '../linear-models/least-squares.ts';
import type { Term } from '../linear-models/term.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { linearInference, type InferenceChoice } from './linear-inference.ts';

export interface TrendBeforeTask extends InferenceChoice {
  readonly outcome: ArrayLike<number>;
  /** 1 in rows of the group that the change reached, 0 in others. */
  readonly reached: ArrayLike<number>;
  /** When each row is, in any unit. */
  readonly time: ArrayLike<number>;
  /** Rows from this time on are after the change and are left out. */
  readonly changeAt: number;
}

/**
 * Whether two groups moved apart before the change came: the difference of their slopes, in units of the outcome to the
 * unit of time, over the rows before the change.
 *
 *   outcome = b₀ + b₁ reached + b₂ time + difference × reached × time
 *
 * A difference near zero with a narrow interval supports a difference in differences; a wide interval supports nothing,
 * whatever its p (J. Roth, American Economic Review: Insights 4, 2022, 305-322). Errors as `differenceInDifferences`.
 */
export function trendBefore(task: TrendBeforeTask): Result<Term, StatisticsRefusal> {
  const rows = Array.from(task.outcome, (_, row) => row).filter((row) => task.time[row]! < task.changeAt);
  if (rows.length === 0) return refuseFor('no-observations', 'There is no row before the change.');
  const pick = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[row]!);
  const [outcome, reached, time] = [pick(task.outcome), pick(task.reached), pick(task.time)];
  const fit = leastSquares({
    outcome,
    covariates: [
      { name: 'reached', values: reached },
      { name: 'time', values: time },
      { name: 'reached × time', values: reached.map((value, at) => value * time[at]!) },
    ],
  });
  if (!fit.ok) return fit;
  const { clusters, level } = task;
  const inference = linearInference(fit.value, {
    ...(clusters === undefined ? {} : { clusters: rows.map((row) => clusters[row]!) }),
    ...(level === undefined ? {} : { level }),
  });
  return inference.ok ? ok(inference.value.term(3)) : inference;
}
