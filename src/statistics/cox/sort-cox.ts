import { ok, type Result } from '../../shared/result.ts';
import { checkColumns } from '../matrix/checked-column.ts';
import { placeColumns } from '../matrix/place-columns.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { compactCodes, type CompactCodes } from '../sorting/compact-codes.ts';
import { orderOfRows, startsOf } from '../survival/order-of-rows.ts';
import { rankTimes } from '../survival/ranked-times.ts';
import { checkRows } from '../survival/survival-rows.ts';
import { columnsAt, countedPlaces, valuesAt } from '../weighting/counted-rows.ts';
import type { CoxRows, Entries, SortedCox } from './cox-rows.ts';
import { eventTimes } from './event-times.ts';
import { faultOfMarks } from './fault-of-marks.ts';

/**
 * Checks and sorts rows once; every pass of the fit walks straight through what comes of it. Rows of weight 0 are left
 * out: with Efron's ties they would share in the mean weight of those with the event.
 */
export function sortCox(rows: CoxRows): Result<SortedCox, StatisticsRefusal> {
  const checked = checkRows(rows);
  if (!checked.ok) return checked;
  const { time, event, events } = checked.value;
  const n = time.length;
  if (rows.covariates.length === 0) return refuseFor('no-comparison', 'The model has no covariate.');
  const fault = faultOfMarks(rows, time);
  if (fault) return fault;
  const columns = checkColumns(rows.covariates, n);
  if (!columns.ok) return columns;
  const counted = countedPlaces(rows.weight);
  if (counted !== null) return sortCounted(rows, counted);
  if (events === 0) return refuseFor('no-events', 'Nobody had the event, so no hazard can be compared.');
  const { distinct, rank, entryRank } = rankBoth(time, rows.entry);
  const strata = rows.stratum === undefined ? null : compactCodes(rows.stratum);
  const place = placesOf({ rank, ranks: distinct.length, event, strata });
  const walked = {
    event: inPlace(event, place, new Uint8Array(n)),
    rank: inPlace(rank, place, new Int32Array(n)),
    starts: strata === null ? Int32Array.of(0, n) : startsOf(strata.codes, strata.count),
  };
  const { weight, cluster } = rows;
  return ok({
    ...walked,
    n,
    events,
    names: rows.covariates.map(({ name }) => name),
    terms: rows.covariates.map(({ name, term }) => term ?? name),
    x: placeColumns(columns.value, place),
    spread: Float64Array.from(columns.value, ({ spread }) => spread),
    range: Float64Array.from(columns.value, ({ range }) => range),
    distinct,
    entry: entryRank && entriesOf(inPlace(entryRank, place, new Int32Array(n)), walked.starts, distinct.length),
    weight: weight === undefined ? null : inPlace(weight, place, new Float64Array(n)),
    cluster: cluster === undefined ? null : clustersInPlace(cluster, place),
    times: eventTimes(walked),
  });
}

function sortCounted(rows: CoxRows, places: Int32Array): Result<SortedCox, StatisticsRefusal> {
  if (places.length === 0) return refuseFor('no-observations', 'Every row has the weight 0.');
  const { time, event, covariates, entry, stratum, cluster, weight } = rows;
  return sortCox({
    time: Float64Array.from(places, (row) => time[row]!),
    event: Float64Array.from(places, (row) => event[row]!),
    covariates: columnsAt(covariates, places),
    entry: valuesAt(entry, places),
    stratum: valuesAt(stratum, places),
    cluster: valuesAt(cluster, places),
    weight: valuesAt(weight, places),
  });
}

interface RowsToPlace {
  readonly rank: Int32Array;
  readonly ranks: number;
  readonly event: Uint8Array;
  readonly strata: CompactCodes | null;
}

/** Where each row goes. */
function placesOf({ rank, ranks, event, strata }: RowsToPlace): Int32Array {
  const count = strata?.count ?? 1;
  const place = new Int32Array(rank.length);
  for (let row = 0; row < rank.length; row += 1) place[row] = (ranks - 1 - rank[row]!) * 2 + event[row]!;
  if (count * ranks * 2 > 4 * rank.length + 65_536) {
    const order = orderOfRows({ rank: place, ranks: ranks * 2, stratum: strata?.codes, strata: count });
    for (let at = 0; at < order.length; at += 1) place[order[at]!] = at;
    return place;
  }
  // Few enough strata and times to count rows of each at once.
  if (strata !== null) for (let row = 0; row < place.length; row += 1) place[row]! += strata.codes[row]! * ranks * 2;
  const next = startsOf(place, count * ranks * 2);
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

function clustersInPlace(cluster: ArrayLike<number>, place: Int32Array): CompactCodes {
  const { codes, count } = compactCodes(cluster);
  return { codes: inPlace(codes, place, new Int32Array(place.length)), count };
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

function entriesOf(rank: Int32Array, starts: Int32Array, ranks: number): Entries {
  const stratum = new Int32Array(rank.length);
  const strata = starts.length - 1;
  for (let s = 0; s < strata; s += 1) stratum.fill(s, starts[s], starts[s + 1]);
  const backwards = rank.map((value) => ranks - 1 - value);
  return { rank, order: orderOfRows({ rank: backwards, ranks, stratum, strata }) };
}
