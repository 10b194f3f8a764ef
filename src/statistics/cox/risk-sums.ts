import { tileSums } from '../matrix/tile-sums.ts';
import type { SortedCox } from './cox-rows.ts';

/** From so many rows on, going through them tile by tile is quicker than row by row. */
const MANY = 12;
/** Rows whose covariates stay near while tile after tile is gone through. */
const CHUNK = 256;

/**
 * Sums over rows of the risk r = w e^(xβ), of r x, and of r x xᵀ, held in one array in this order, the last as the lower
 * triangle row after row.
 */
export interface RiskSums {
  /** Sums of nothing. */
  readonly none: () => Float64Array;
  /** Adds the rows from place `from` up to, and without, `to`. */
  readonly add: (from: number, to: number, into: Float64Array) => void;
  /** Takes out a row that was added; only where rows come under watch late. */
  readonly takeOut: (at: number, from: Float64Array) => void;
  /** Writes Σ w x of some rows into `sum`, and answers Σ w. */
  readonly addEvents: (from: number, to: number, sum: Float64Array) => number;
}

/**
 * Sums of sorted rows at β. Long stretches are summed tile by tile, see tile-sums.ts; short ones row by row.
 */
export function riskSums({ x, n, weight, entry }: SortedCox, beta: Float64Array): RiskSums {
  const p = beta.length;
  const risk = new Float64Array(CHUNK);
  const addTiles = tileSums(x, p, risk);
  const remembered = entry === null ? null : new Float64Array(n);

  const isNull = beta.every((value) => value === 0);

  function takeRisks(from: number, to: number): void {
    if (isNull) risk.fill(1, 0, to - from);
    else
      for (let at = from, cell = from * p; at < to; at += 1) {
        let logRisk = 0;
        for (let j = 0; j < p; j += 1, cell += 1) logRisk += x[cell]! * beta[j]!;
        risk[at - from] = Math.exp(logRisk);
      }
    if (weight !== null) for (let at = from; at < to; at += 1) risk[at - from]! *= weight[at]!;
    if (remembered !== null) for (let at = from; at < to; at += 1) remembered[at] = risk[at - from]!;
  }

  function addRow(at: number, factor: number, into: Float64Array): void {
    const row = at * p;
    into[0]! += factor;
    for (let j = 0, cell = 1 + p; j < p; j += 1) {
      const value = factor * x[row + j]!;
      into[1 + j]! += value;
      for (let k = 0; k <= j; k += 1, cell += 1) into[cell]! += value * x[row + k]!;
    }
  }

  return {
    none: () => new Float64Array(1 + p + (p * (p + 1)) / 2),
    add: (from, to, into) => {
      for (let at = from; at < to; at += CHUNK) {
        const end = Math.min(to, at + CHUNK);
        takeRisks(at, end);
        if (end - at < MANY) for (let row = at; row < end; row += 1) addRow(row, risk[row - at]!, into);
        else {
          into[0]! += sumOf(risk, end - at);
          addTiles(at, end - at, into);
        }
      }
    },
    takeOut: (at, from) => addRow(at, -remembered![at]!, from),
    addEvents: (from, to, sum) => {
      sum.fill(0);
      let weights = 0;
      for (let at = from; at < to; at += 1) {
        const w = weight === null ? 1 : weight[at]!;
        weights += w;
        for (let j = 0; j < p; j += 1) sum[j]! += w * x[at * p + j]!;
      }
      return weights;
    },
  };
}

function sumOf(values: Float64Array, count: number): number {
  let even = 0;
  let odd = 0;
  let row = 0;
  for (; row + 1 < count; row += 2) {
    even += values[row]!;
    odd += values[row + 1]!;
  }
  return row < count ? even + odd + values[row]! : even + odd;
}
