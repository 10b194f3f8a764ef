import { refuseFor } from '../refusal.ts';
import type { CoxRows } from './cox-rows.ts';

/** What is wrong with the strata, clusters, weights or entries of rows with these times; null where nothing is. */
export function faultOfMarks(rows: CoxRows, time: Float64Array) {
  return faultOfCodes(rows, time.length) ?? faultOfEntry(rows.entry, time);
}

function faultOfCodes({ stratum, cluster, weight }: CoxRows, n: number) {
  for (const [name, values] of Object.entries({ stratum, cluster, weight })) {
    if (values === undefined) continue;
    if (values.length !== n)
      return refuseFor('unequal-lengths', `${name} has ${values.length} rows and time has ${n}.`);
    const isFine = name === 'weight' ? (value: number) => value >= 0 && value < Infinity : isCode;
    for (let row = 0; row < n; row += 1) {
      if (!isFine(values[row]!)) return refuseFor('out-of-range', `The ${name} of row ${row + 1} is ${values[row]}.`);
    }
  }
  return null;
}

function isCode(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function faultOfEntry(entry: ArrayLike<number> | undefined, time: Float64Array) {
  if (entry === undefined) return null;
  if (entry.length !== time.length) {
    return refuseFor('unequal-lengths', `entry has ${entry.length} rows and time has ${time.length}.`);
  }
  for (let row = 0; row < time.length; row += 1) {
    if (!(entry[row]! >= 0 && entry[row]! < time[row]!)) {
      return refuseFor('out-of-range', `Row ${row + 1} is watched from ${entry[row]} to ${time[row]}: no time at all.`);
    }
  }
  return null;
}
