import { ok, refuse, type Result } from '../../shared/result.ts';
import type { NamedColumn } from '../linear-models/least-squares.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

export interface EffectTask {
  readonly outcome: ArrayLike<number>;
  /** 1 in treated rows, 0 in controls. */
  readonly treated: ArrayLike<number>;
  /** Known before treatment; none of them its consequence. The intercept is added. */
  readonly covariates: readonly NamedColumn[];
  /** 0.95 where it is left out. */
  readonly level?: number;
}

/** The same, checked. */
export interface ReadEffectTask {
  readonly outcome: Float64Array;
  readonly treated: Uint8Array;
  readonly columns: readonly NamedColumn[];
  readonly level: number;
}

export function readEffectTask(task: EffectTask): Result<ReadEffectTask, StatisticsRefusal> {
  const { outcome, treated, covariates, level = 0.95 } = task;
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  const rows = outcome.length;
  for (const { name, values } of [
    { name: 'treatment', values: treated },
    { name: 'the outcome', values: outcome },
    ...covariates,
  ]) {
    if (values.length !== rows) {
      return refuseFor('unequal-lengths', `The column ${name} has ${values.length} rows, the outcome ${rows}.`);
    }
    for (let row = 0; row < rows; row += 1) {
      if (!Number.isFinite(values[row]!)) {
        return refuseFor(
          'not-a-number',
          `Row ${row + 1} of ${name} is ${values[row]}; leave such rows out or impute them.`,
        );
      }
    }
  }
  if (rows === 0) return refuseFor('no-observations', 'There is no row to work with.');
  const arms = new Set(Array.from(treated));
  if ([...arms].some((arm) => arm !== 0 && arm !== 1)) {
    return refuseFor('out-of-range', 'The treatment of some row is neither 0 nor 1.');
  }
  if (arms.size < 2) return refuseFor('no-comparison', `Every row is ${arms.has(1) ? 'treated' : 'a control'}.`);
  return ok({ outcome: Float64Array.from(outcome), treated: Uint8Array.from(treated), columns: covariates, level });
}
