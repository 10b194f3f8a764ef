import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { orderOfRows } from '../survival/order-of-rows.ts';
import { rankTimes } from '../survival/ranked-times.ts';
import { checkRows, type SurvivalRows } from '../survival/survival-rows.ts';

/** A column of the model. Columns with the same `term` (the levels of a factor) are tested together; else each alone. */
export interface Covariate {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly term?: string;
}

/** What Cox's model is fitted to. Everything but the covariates and the survival itself may be left out. */
export interface CoxRows extends SurvivalRows {
  readonly covariates: readonly Covariate[];
  /**
   * When each row comes under watch; it is at risk after this and up to its time. A person whose covariates change has
   * a row for each stretch of time.
   */
  readonly entry?: ArrayLike<number> | undefined;
  /** Whole numbers from 0: each stratum has a baseline hazard of its own. */
  readonly stratum?: ArrayLike<number> | undefined;
  /** Whole numbers from 0: rows that are not independent of each other share one. */
  readonly cluster?: ArrayLike<number> | undefined;
  /** How much each row counts, zero or more. */
  readonly weight?: ArrayLike<number> | undefined;
}

/**
 * The same rows in the order in which they are walked through: stratum by stratum, in each from the last time to the
 * first, so that those at risk only grow. All arrays but `order` are by place in that order.
 */
export interface SortedCox {
  readonly n: number;
  readonly events: number;
  readonly names: readonly string[];
  readonly terms: readonly string[];
  /** Covariates less their means, a row of `names.length` for each place. */
  readonly x: Float64Array;
  readonly event: Uint8Array;
  /** The place of each time among `distinct`. */
  readonly rank: Int32Array;
  readonly distinct: Float64Array;
  /** Where each stratum begins; the last is `n`. */
  readonly starts: Int32Array;
  /** The row at each place. */
  readonly order: Int32Array;
  readonly entry: Entries | null;
  readonly weight: Float64Array | null;
  /** Which rows belong together, numbered without gaps; null where each is alone. */
  readonly cluster: Clusters | null;
  readonly spread: Float64Array;
}

export interface Clusters {
  readonly count: number;
  readonly codes: Int32Array;
}

/** When rows come under watch, as places among the distinct times, −1 for before all of them. */
export interface Entries {
  readonly rank: Int32Array;
  /** Places in order of stratum and then from the last entry to the first. */
  readonly order: Int32Array;
}

/** Checks and sorts rows once; every pass of the fit walks straight through what comes of it. */
export function sortCox(rows: CoxRows): Result<SortedCox, StatisticsRefusal> {
  const checked = checkRows(rows);
  if (!checked.ok) return checked;
  const { time, event, events } = checked.value;
  const n = time.length;
  if (rows.covariates.length === 0) return refuseFor('no-comparison', 'The model has no covariate.');
  const fault = faultOfColumns(rows, n) ?? faultOfEntry(rows.entry, time);
  if (fault) return fault;
  if (events === 0) return refuseFor('no-events', 'Nobody had the event, so no hazard can be compared.');
  const { distinct, rank, entryRank } = rankBoth(time, rows.entry);
  const stratum = rows.stratum === undefined ? undefined : Int32Array.from(rows.stratum);
  const strata = stratum === undefined ? 1 : stratum.reduce((most, code) => Math.max(most, code), 0) + 1;
  const order = orderOfRows({ rank, ranks: distinct.length, stratum, strata }).toReversed();
  const { x, spread } = centredColumns(rows.covariates, order);
  const starts = startsOfStrata(order, stratum);
  const weight = rows.weight;
  return ok({
    n,
    events,
    names: rows.covariates.map(({ name }) => name),
    terms: rows.covariates.map(({ name, term }) => term ?? name),
    x,
    event: inOrder(event, order, new Uint8Array(n)),
    rank: inOrder(rank, order, new Int32Array(n)),
    distinct,
    starts,
    order,
    entry: entryRank && entriesOf(inOrder(entryRank, order, new Int32Array(n)), starts, distinct.length),
    weight: weight === undefined ? null : inOrder(weight, order, new Float64Array(n)),
    cluster: rows.cluster === undefined ? null : clustersOf(rows.cluster, order),
    spread,
  });
}

function inOrder<Column extends Float64Array | Int32Array | Uint8Array>(
  values: ArrayLike<number>,
  order: Int32Array,
  into: Column,
): Column {
  for (let at = 0; at < order.length; at += 1) into[at] = values[order[at]!]!;
  return into;
}

/** Columns side by side and about zero: the fit is the same, and differences of large sums do not eat its digits. */
function centredColumns(covariates: readonly Covariate[], order: Int32Array) {
  const columns = covariates.length;
  const x = new Float64Array(order.length * columns);
  const spread = new Float64Array(columns);
  for (const [column, { values }] of covariates.entries()) {
    let sum = 0;
    for (let row = 0; row < values.length; row += 1) sum += values[row]!;
    const mean = sum / values.length;
    let squares = 0;
    for (let at = 0; at < order.length; at += 1) {
      const difference = values[order[at]!]! - mean;
      x[at * columns + column] = difference;
      squares += difference * difference;
    }
    spread[column] = Math.sqrt(squares / order.length);
  }
  return { x, spread };
}

function faultOfColumns({ covariates, stratum, cluster, weight }: CoxRows, n: number) {
  for (const { name, values } of covariates) {
    if (values.length !== n)
      return refuseFor('unequal-lengths', `${name} has ${values.length} rows and time has ${n}.`);
    let isConstant = true;
    for (let row = 0; row < n; row += 1) {
      if (!Number.isFinite(values[row])) {
        return refuseFor(
          'not-a-number',
          `${name} of row ${row + 1} is ${values[row]}; leave out rows with missing values.`,
        );
      }
      if (values[row] !== values[0]) isConstant = false;
    }
    if (isConstant)
      return refuseFor('constant-column', `${name} is ${values[0]} in every row, so it has no effect to find.`);
  }
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

/** Entries and times are ranked among each other, so that a stretch ends exactly where the next begins. */
function rankBoth(time: Float64Array, entry: ArrayLike<number> | undefined) {
  if (entry === undefined) return { ...rankTimes(time), entryRank: null };
  const both = new Float64Array(time.length * 2);
  both.set(time);
  for (let row = 0; row < time.length; row += 1) both[time.length + row] = entry[row]!;
  const { distinct, rank } = rankTimes(both);
  return { distinct, rank: rank.subarray(0, time.length), entryRank: rank.subarray(time.length) };
}

function clustersOf(cluster: ArrayLike<number>, order: Int32Array): Clusters {
  const numbers = new Map<number, number>();
  const codes = new Int32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const given = cluster[order[at]!]!;
    let code = numbers.get(given);
    if (code === undefined) numbers.set(given, (code = numbers.size));
    codes[at] = code;
  }
  return { count: numbers.size, codes };
}

function startsOfStrata(order: Int32Array, stratum: Int32Array | undefined): Int32Array {
  const starts = [0];
  if (stratum !== undefined) {
    for (let at = 1; at < order.length; at += 1) if (stratum[order[at]!] !== stratum[order[at - 1]!]) starts.push(at);
  }
  return Int32Array.from([...starts, order.length]);
}

function entriesOf(rank: Int32Array, starts: Int32Array, ranks: number): Entries {
  const stratum = new Int32Array(rank.length);
  const strata = starts.length - 1;
  for (let s = 0; s < strata; s += 1) stratum.fill(strata - 1 - s, starts[s], starts[s + 1]);
  return { rank, order: orderOfRows({ rank, ranks, stratum, strata }).toReversed() };
}
