import { SeededRandom } from '../../src/shared/seeded-random.ts';
import type { Result } from '../../src/shared/result.ts';
import {
  caliperWidth,
  cox,
  kaplanMeier,
  logisticRegression,
  logRank,
  nearestNeighbourMatching,
  propensityModel,
  replicatesByCounts,
  replicatesByRows,
  survivalAt,
} from '../../src/statistics/index.ts';
import type { People } from './people.ts';

/** What a method found, to be held beside what R found. */
export type Found = readonly number[];

const CALIPER = 0.2;
const SURVIVAL_AT = 365;

/** Cox's model, Efron's ties: five covariates. The coefficients and the log partial likelihood. */
export function coxOf({ covariates, treated, time, event }: People): Found {
  const five = [...covariates.slice(0, 4), { name: 'treated', values: treated }];
  const fit = found(cox({ time, event, covariates: five }));
  return [...fit.coefficients, fit.logLikelihood.fitted];
}

/** A curve for each arm with its errors and interval, and the log-rank test. Survival at a year of each, chi-squared. */
export function survivalOf({ treated, time, event }: People): Found {
  const curves = [0, 1].map((arm) => {
    const rows = rowsWhere(treated, arm);
    const ofArm = { time: picked(time, rows), event: picked(event, rows) };
    return survivalAt(found(kaplanMeier(ofArm)), SURVIVAL_AT).survival;
  });
  return [...curves, found(logRank({ time, event, group: treated, groups: 2 })).chiSquared];
}

function rowsWhere(column: Float64Array, value: number): Int32Array {
  const rows = new Int32Array(column.length);
  let count = 0;
  for (let row = 0; row < column.length; row += 1) if (column[row] === value) rows[count++] = row;
  return rows.subarray(0, count);
}

function picked(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) values[at] = column[rows[at]!]!;
  return values;
}

/** Logistic regression of having the event on the covariates and the treatment. The coefficients. */
export function logisticOf({ covariates, treated, event }: People): Found {
  const six = [...covariates, { name: 'treated', values: treated }];
  return [...found(logisticRegression({ outcome: event, covariates: six })).coefficients];
}

/** Propensity scores and nearest neighbours within a caliper of 0.2 standard deviations, no control twice. Pairs. */
export function matchingOf({ covariates, treated }: People): Found {
  const { scores } = found(propensityModel(covariates, treated));
  const caliper = caliperWidth(scores, CALIPER);
  const { controlRows } = found(nearestNeighbourMatching({ scores, treated, caliper }));
  return [controlRows.reduce((pairs, row) => pairs + (row === -1 ? 0 : 1), 0)];
}

export const REPLICATES = 10_000;

/** The ratio of two rates of events by time, resampled by rows within each arm. The standard error of its logarithm. */
export function bootstrapByRowsOf({ treated, time, event }: People): Found {
  const groups = [rowsWhere(treated, 0), rowsWhere(treated, 1)];
  const statistic = (rows: Int32Array): number => {
    let [events0, events1, days0, days1] = [0, 0, 0, 0];
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at]!;
      if (treated[row] === 1) {
        events1 += event[row]!;
        days1 += time[row]!;
      } else {
        events0 += event[row]!;
        days0 += time[row]!;
      }
    }
    return Math.log(events1 / days1 / (events0 / days0));
  };
  return [deviation(replicatesByRows({ groups, statistic }, { replicates: REPLICATES, random: SeededRandom.of(1) }))];
}

/** The ratio of two risks, which counts determine, resampled by counts. The standard error of its logarithm. */
export function bootstrapByCountsOf({ n, treated, event }: People): Found {
  const table = [0, 1].map(() => [0, 0]);
  for (let row = 0; row < n; row += 1) table[treated[row]!]![event[row]!]! += 1;
  const statistic = ([none0, some0, none1, some1]: Float64Array): number =>
    Math.log(some1! / (none1! + some1!) / (some0! / (none0! + some0!)));
  const random = SeededRandom.of(1);
  return [deviation(replicatesByCounts({ groups: table, statistic }, { replicates: REPLICATES, random }))];
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function found<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(`The method refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
