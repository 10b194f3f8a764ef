import { ok, type Result } from '../../shared/result.ts';
import type { SeededRandom } from '../../shared/seeded-random.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { ascendingOrder } from '../sorting/ascending-order.ts';
import { FreeNeighbours } from './free-neighbours.ts';
import { sortedControls, type SortedControls } from './sorted-controls.ts';

export interface MatchingTask {
  /** What nearness is measured on, by row: a propensity score, or its logit. */
  readonly scores: ArrayLike<number>;
  /** 1 in the rows that look for a match, 0 in those that may be one. */
  readonly treated: ArrayLike<number>;
  /** Only rows of the same stratum are matched. One stratum where it is left out. */
  readonly strata?: ArrayLike<number>;
  /** Controls for each treated row; 1 where it is left out. */
  readonly ratio?: number;
  /** How many treated rows may share a control: 1 where it is left out, Infinity for matching with replacement. */
  readonly reuse?: number;
  /** The largest difference of scores in a match, in units of the scores. None where it is left out. */
  readonly caliper?: number;
  /** Who chooses first. Those with the largest score, who have the fewest alike, where it is left out. */
  readonly order?: 'largest' | 'smallest' | 'as-given' | { readonly random: SeededRandom };
}

export interface Matching {
  readonly ratio: number;
  /** The treated rows, ascending. */
  readonly treatedRows: Int32Array;
  /** The controls of treated row `i` at `ratio * i ..`, in the order they were found; -1 where there was none. */
  readonly controlRows: Int32Array;
  /**
   * By row, for estimates among the treated: 1 for each matched treated row; a control shares each of its matches with
   * the others of that treated row, and the weights of controls add up to their number. 0 for rows that are not matched.
   */
  readonly weights: Float64Array;
}

/**
 * Greedy nearest-neighbour matching: treated rows in turn take the free control with the nearest score; with several
 * controls each, all take a first before anybody takes a second.
 *
 * Sources: D. Rubin, "Matching to remove bias in observational studies", Biometrics 29, 1973, 159-183; defaults, order,
 * rounds and weights as R's MatchIt (D. Ho, K. Imai, G. King and E. Stuart, JSS 42(8), 2011). Of two controls equally
 * far the one with the lower score is taken, of equal scores the one nearer in the file.
 * Choice: nearest on either side. MatchIt 4.5.1 drops the decimals of differences, so that on probabilities it takes the
 * next lower score whatever the distance, and lets every caliper pass; its later versions and this one do not.
 * Controls are sorted once and those used up are skipped with a union-find, so that time grows as n.
 * Refuses scores that are no numbers, no treated rows or no controls, and where nobody finds a match.
 */
export function nearestNeighbourMatching(task: MatchingTask): Result<Matching, StatisticsRefusal> {
  const { scores, treated, ratio = 1, reuse = 1, caliper = Infinity } = task;
  const fault = faultOfTask(task);
  if (fault !== null) return fault;
  const treatedRows = Int32Array.from(rowsWhere(treated, 1));
  const controls = sortedControls(task);
  const free = new FreeNeighbours(controls.rows.length);
  const timesUsed = new Int32Array(controls.rows.length);
  const controlRows = new Int32Array(treatedRows.length * ratio).fill(-1);
  const chosen = new Int32Array(controlRows.length).fill(-1);
  const turns = turnsOf(task, treatedRows);
  for (let round = 0; round < ratio; round += 1) {
    for (const turn of turns) {
      const taken = chosen.subarray(turn * ratio, turn * ratio + round);
      const near = nearestFree({ controls, free, taken, row: treatedRows[turn]!, scores, caliper });
      if (near === -1) continue;
      chosen[turn * ratio + round] = near;
      controlRows[turn * ratio + round] = controls.rows[near]!;
      timesUsed[near]! += 1;
      if (timesUsed[near]! >= reuse) free.use(near);
    }
  }
  if (controlRows.every((row) => row === -1)) {
    return refuseFor('no-comparison', 'No treated row has a control within the caliper and its stratum.');
  }
  return ok({
    ratio,
    treatedRows,
    controlRows,
    weights: weightsOf({ treatedRows, controlRows, ratio }, scores.length),
  });
}

interface Search {
  readonly controls: SortedControls;
  readonly free: FreeNeighbours;
  /** The controls, by their place in the order, which this row has already. */
  readonly taken: Int32Array;
  readonly row: number;
  readonly scores: ArrayLike<number>;
  readonly caliper: number;
}

/** The place of the nearest control that is still free, or -1. */
function nearestFree({ controls, free, taken, row, scores, caliper }: Search): number {
  const place = controls.placeOf[row]!;
  let left = free.atOrBelow(place - 1);
  while (taken.includes(left) && left !== -1) left = free.atOrBelow(left - 1);
  let right = free.atOrAbove(place);
  while (taken.includes(right) && right !== controls.rows.length) right = free.atOrAbove(right + 1);
  const distance = (at: number): number => {
    if (at < controls.stratumStart[row]! || at >= controls.stratumEnd[row]!) return Infinity;
    const apart = Math.abs(controls.scores[at]! - scores[row]!);
    return apart <= caliper ? apart : Infinity;
  };
  const [toLeft, toRight] = [distance(left), distance(right)];
  if (toLeft === Infinity && toRight === Infinity) return -1;
  return toLeft <= toRight ? left : right;
}

function faultOfTask({ scores, treated, strata, ratio = 1, reuse = 1, caliper = Infinity }: MatchingTask) {
  if (treated.length !== scores.length || (strata !== undefined && strata.length !== scores.length)) {
    return refuseFor('unequal-lengths', 'Scores, treatment and strata do not have the same number of rows.');
  }
  if (!(Number.isInteger(ratio) && ratio >= 1) || !(reuse >= 1) || !(caliper >= 0)) {
    return refuseFor('out-of-range', `A ratio of ${ratio}, a reuse of ${reuse} or a caliper of ${caliper} is none.`);
  }
  let controls = 0;
  for (let row = 0; row < scores.length; row += 1) {
    if (!Number.isFinite(scores[row]!))
      return refuseFor('not-a-number', `Row ${row + 1} has the score ${scores[row]}.`);
    if (treated[row] !== 0 && treated[row] !== 1) {
      return refuseFor('out-of-range', `Row ${row + 1} has the treatment ${treated[row]}, which is neither 0 nor 1.`);
    }
    if (treated[row] === 0) controls += 1;
  }
  if (scores.length === 0) return refuseFor('no-observations', 'There are no rows.');
  return controls === 0 || controls === scores.length
    ? refuseFor('no-comparison', `There are ${scores.length - controls} treated rows and ${controls} controls.`)
    : null;
}

function* rowsWhere(treated: ArrayLike<number>, value: number): Generator<number> {
  for (let row = 0; row < treated.length; row += 1) if (treated[row] === value) yield row;
}

/** The treated rows, by their place among the treated, in the order in which they choose. */
function turnsOf({ scores, order = 'largest' }: MatchingTask, treatedRows: Int32Array): Int32Array {
  if (order === 'largest') return ascendingOrder(Float64Array.from(treatedRows, (row) => -scores[row]!));
  if (order === 'smallest') return ascendingOrder(Float64Array.from(treatedRows, (row) => scores[row]!));
  const turns = Int32Array.from(treatedRows, (_, at) => at);
  if (order !== 'as-given') order.random.shuffle(turns);
  return turns;
}

function weightsOf({ treatedRows, controlRows, ratio }: Omit<Matching, 'weights'>, rows: number): Float64Array {
  const weights = new Float64Array(rows);
  let [matched, controls] = [0, 0];
  for (const [at, row] of treatedRows.entries()) {
    const own = controlRows.subarray(at * ratio, (at + 1) * ratio).filter((control) => control !== -1);
    if (own.length === 0) continue;
    weights[row] = 1;
    matched += 1;
    for (const control of own) {
      if (weights[control] === 0) controls += 1;
      weights[control]! += 1 / own.length;
    }
  }
  const isTreated = new Uint8Array(rows);
  for (const row of treatedRows) isTreated[row] = 1;
  return weights.map((weight, row) => (isTreated[row] === 1 ? weight : (weight * controls) / matched));
}
