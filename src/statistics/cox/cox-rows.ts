import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { orderOfRows, startsOf } from '../survival/order-of-rows.ts';
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
 * first, so that those at risk only grow, and at each time those with the event last. All arrays are by place in that
 * order.
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
  readonly entry: Entries | null;
  readonly weight: Float64Array | null;
  /** Which rows belong together, numbered without gaps; null where each is alone. */
  readonly cluster: Clusters | null;
  /** The standard deviation of each covariate, and how far apart its ends are. */
  readonly spread: Float64Array;
  readonly range: Float64Array;
  readonly times: EventTimes;
}

/**
 * The times at which somebody has the event, in the order walked. Rows from `first` to `firstDeath` are added without
 * an event (some of them at later times than this), those from there to `end` have it.
 */
export interface EventTimes {
  readonly count: number;
  readonly stratum: Int32Array;
  readonly first: Int32Array;
  readonly firstDeath: Int32Array;
  readonly end: Int32Array;
}

export interface Clusters {
  readonly count: number;
  readonly codes: Int32Array;
}

/** When rows come under watch, as places among the distinct times, −1 for before all of them. */
export interface Entries {
  readonly rank: Int32Array;
  /** Places, stratum by stratum and in each from the last entry to the first. */
  readonly order: Int32Array;
}

/** Checks and sorts rows once; every pass of the fit walks straight through what comes of it. */
export function sortCox(rows: CoxRows): Result<SortedCox, StatisticsRefusal> {
  const checked = checkRows(rows);
  if (!checked.ok) return checked;
  const { time, event, events } = checked.value;
  const n = time.length;
  if (rows.covariates.length === 0) return refuseFor('no-comparison', 'The model has no covariate.');
  const fault = faultOfMarks(rows, n) ?? faultOfEntry(rows.entry, time);
  if (fault) return fault;
  const columns: CheckedColumn[] = [];
  for (const covariate of rows.covariates) {
    const column = checkColumn(covariate, n);
    if (!column.ok) return column;
    columns.push(column.value);
  }
  if (events === 0) return refuseFor('no-events', 'Nobody had the event, so no hazard can be compared.');
  const { distinct, rank, entryRank } = rankBoth(time, rows.entry);
  const stratum = rows.stratum === undefined ? undefined : Int32Array.from(rows.stratum);
  const strata = stratum === undefined ? 1 : stratum.reduce((most, code) => Math.max(most, code), 0) + 1;
  const place = placesOf({ rank, ranks: distinct.length, event, stratum, strata });
  const starts = startsOfStrata(stratum, strata, n);
  const { weight, cluster } = rows;
  const eventInPlace = inPlace(event, place, new Uint8Array(n));
  const rankInPlace = inPlace(rank, place, new Int32Array(n));
  return ok({
    n,
    events,
    names: rows.covariates.map(({ name }) => name),
    terms: rows.covariates.map(({ name, term }) => term ?? name),
    ...centredColumns(columns, place),
    event: eventInPlace,
    rank: rankInPlace,
    distinct,
    starts,
    entry: entryRank && entriesOf(inPlace(entryRank, place, new Int32Array(n)), starts, distinct.length),
    weight: weight === undefined ? null : inPlace(weight, place, new Float64Array(n)),
    cluster: cluster === undefined ? null : clustersOf(cluster, place),
    times: eventTimes({ event: eventInPlace, rank: rankInPlace, starts }),
  });
}

interface RowsToPlace {
  readonly rank: Int32Array;
  readonly ranks: number;
  readonly event: Uint8Array;
  readonly stratum: Int32Array | undefined;
  readonly strata: number;
}

/** Where each row goes. */
function placesOf({ rank, ranks, event, stratum, strata }: RowsToPlace): Int32Array {
  const place = new Int32Array(rank.length);
  for (let row = 0; row < rank.length; row += 1) place[row] = (ranks - 1 - rank[row]!) * 2 + event[row]!;
  if (strata * ranks * 2 > 4 * rank.length + 65_536) {
    const order = orderOfRows({ rank: place, ranks: ranks * 2, stratum, strata });
    for (let at = 0; at < order.length; at += 1) place[order[at]!] = at;
    return place;
  }
  // Few enough strata and times to count rows of each at once.
  if (stratum !== undefined) for (let row = 0; row < place.length; row += 1) place[row]! += stratum[row]! * ranks * 2;
  const next = startsOf(place, strata * ranks * 2);
  for (let row = 0; row < place.length; row += 1) place[row] = next[place[row]!]!++;
  return place;
}

function inPlace<Column extends Float64Array | Int32Array | Uint8Array>(
  values: ArrayLike<number>,
  place: Int32Array,
  into: Column,
): Column {
  for (let row = 0; row < place.length; row += 1) into[place[row]!] = values[row]!;
  return into;
}

/**
 * Columns side by side and about zero: the fit is the same, and differences of large sums do not eat its digits. Read
 * in the order given and written a row at a time, because memory is slow where it is walked through at random.
 */
function centredColumns(columns: readonly CheckedColumn[], place: Int32Array) {
  const p = columns.length;
  const x = new Float64Array(place.length * p);
  const squares = new Float64Array(p);
  for (let from = 0; from < place.length; from += AT_A_TIME) {
    const to = Math.min(place.length, from + AT_A_TIME);
    for (let j = 0; j < p; j += 1) squares[j]! += placeColumn(columns[j]!, { j, p, x, place, from, to });
  }
  return {
    x,
    spread: squares.map((sum) => Math.sqrt(sum / place.length)),
    range: Float64Array.from(columns, ({ range }) => range),
  };
}

interface Placing {
  readonly j: number;
  readonly p: number;
  readonly x: Float64Array;
  readonly place: Int32Array;
  readonly from: number;
  readonly to: number;
}

function placeColumn({ values, mean }: CheckedColumn, { j, p, x, place, from, to }: Placing): number {
  let squares = 0;
  for (let row = from; row < to; row += 1) {
    const difference = values[row]! - mean;
    x[place[row]! * p + j] = difference;
    squares += difference * difference;
  }
  return squares;
}

/** Rows few enough for what is written of one column to be near when the next is written beside it. */
const AT_A_TIME = 64;

interface CheckedColumn {
  readonly values: Float64Array;
  readonly mean: number;
  readonly range: number;
}

function checkColumn({ name, values: given }: Covariate, n: number): Result<CheckedColumn, StatisticsRefusal> {
  if (given.length !== n) return refuseFor('unequal-lengths', `${name} has ${given.length} rows and time has ${n}.`);
  const values = given instanceof Float64Array ? given : Float64Array.from(given);
  let sum = 0;
  let low = values[0]!;
  let high = low;
  for (let row = 0; row < n; row += 1) {
    const value = values[row]!;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!Number.isFinite(sum)) {
    const row = values.findIndex((value) => !Number.isFinite(value));
    const message = `${name} of row ${row + 1} is ${values[row]}; leave out rows with missing values.`;
    return refuseFor('not-a-number', message);
  }
  if (low === high) {
    return refuseFor('constant-column', `${name} is ${low} in every row, so it has no effect to find.`);
  }
  return ok({ values, mean: sum / n, range: high - low });
}

function faultOfMarks({ stratum, cluster, weight }: CoxRows, n: number) {
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

function clustersOf(cluster: ArrayLike<number>, place: Int32Array): Clusters {
  const numbers = new Map<number, number>();
  const codes = new Int32Array(place.length);
  for (let row = 0; row < place.length; row += 1) {
    const given = cluster[row]!;
    let code = numbers.get(given);
    if (code === undefined) numbers.set(given, (code = numbers.size));
    codes[place[row]!] = code;
  }
  return { count: numbers.size, codes };
}

function eventTimes({ event, rank, starts }: Pick<SortedCox, 'event' | 'rank' | 'starts'>): EventTimes {
  const room = countEventTimes({ event, rank, starts });
  const stratum = new Int32Array(room);
  const first = new Int32Array(room);
  const firstDeath = new Int32Array(room);
  const end = new Int32Array(room);
  let count = 0;
  for (let s = 0; s < starts.length - 1; s += 1) {
    let from = starts[s]!;
    for (let at = starts[s]!; at < starts[s + 1]!;) {
      if (event[at] === 0) {
        at += 1;
        continue;
      }
      const now = rank[at];
      stratum[count] = s;
      first[count] = from;
      firstDeath[count] = at;
      while (at < starts[s + 1]! && rank[at] === now) at += 1;
      end[count] = at;
      from = at;
      count += 1;
    }
  }
  return { count, stratum, first, firstDeath, end };
}

function countEventTimes({ event, rank, starts }: Pick<SortedCox, 'event' | 'rank' | 'starts'>): number {
  let count = 0;
  for (let s = 0; s < starts.length - 1; s += 1) {
    let before = -1;
    for (let at = starts[s]!; at < starts[s + 1]!; at += 1) {
      if (event[at] === 0 || rank[at] === before) continue;
      before = rank[at]!;
      count += 1;
    }
  }
  return count;
}

/** Strata that nobody is in begin and end at the same place. */
function startsOfStrata(stratum: Int32Array | undefined, strata: number, n: number): Int32Array {
  const starts = new Int32Array(strata + 1);
  if (stratum === undefined) starts[1] = n;
  else {
    for (let row = 0; row < n; row += 1) starts[stratum[row]! + 1]! += 1;
    for (let code = 1; code <= strata; code += 1) starts[code]! += starts[code - 1]!;
  }
  return starts;
}

function entriesOf(rank: Int32Array, starts: Int32Array, ranks: number): Entries {
  const stratum = new Int32Array(rank.length);
  const strata = starts.length - 1;
  for (let s = 0; s < strata; s += 1) stratum.fill(s, starts[s], starts[s + 1]);
  const backwards = rank.map((value) => ranks - 1 - value);
  return { rank, order: orderOfRows({ rank: backwards, ranks, stratum, strata }) };
}
