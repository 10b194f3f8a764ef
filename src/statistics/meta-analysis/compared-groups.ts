import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { checkedTask, metaRegression } from './meta-regression.ts';

/** Estimates in two groups, as of places with a scheme and without. */
export interface GroupsToCompare {
  /** On a scale where effects add. */
  readonly estimates: ArrayLike<number>;
  /** Of their errors: a variance each, or a whole matrix, row after row. */
  readonly covariance: ArrayLike<number>;
  /** 1 in the group whose difference from the other is asked for, else 0. */
  readonly treated: ArrayLike<number>;
}

/** The same, ready to be divided in other ways, with the difference by REML. */
export interface PreparedGroups {
  readonly estimates: Float64Array;
  readonly covariance: Float64Array;
  readonly treated: readonly number[];
  readonly mark: Float64Array;
  readonly difference: number;
  readonly standardError: number;
  readonly tauSquared: number;
}

/** Checks the groups, or says why they can't be compared. */
export function preparedGroups(groups: GroupsToCompare): Result<PreparedGroups, StatisticsRefusal> {
  const { estimates, covariance } = groups;
  const mark = Float64Array.from(groups.treated);
  if (mark.some((value) => value !== 0 && value !== 1))
    return refuseFor('out-of-range', 'Each estimate is marked 1 or 0, for the group in which it is.');
  const task = { estimates, covariance, columns: [{ name: 'treated', values: mark }] };
  const checked = checkedTask(task);
  if (!checked.ok) return checked;
  const fit = metaRegression(task, { tauSquaredBy: 'reml', interval: 'normal' });
  if (!fit.ok) return fit;
  const { coef, se } = fit.value.terms[1]!;
  return ok({
    estimates: checked.value.estimates,
    covariance: checked.value.covariance,
    treated: [...mark.keys()].filter((at) => mark[at] === 1),
    mark,
    difference: coef,
    standardError: se,
    tauSquared: fit.value.tauSquared,
  });
}
