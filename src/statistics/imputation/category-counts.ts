import { ok, type Result } from '../../shared/result.ts';
import type { SeededRandom } from '../../shared/seeded-random.ts';
import { binomialVariate } from '../random/binomial-variate.ts';
import { normalVariate } from '../random/normal-variate.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { augmentedRows } from './augmented-rows.ts';
import { independentColumns } from './independent-columns.ts';
import { multinomialLogistic } from './multinomial-logistic.ts';

/** So many rows that are the same in everything. */
export interface CountedRow {
  /** The category, from 0; null where it is missing. */
  readonly level: number | null;
  /** What foretells it: one code for each factor, whole numbers that stand for categories, none missing. */
  readonly factors: readonly number[];
  readonly count: number;
}

export interface CategoryCountsTask {
  readonly rows: readonly CountedRow[];
  readonly imputations: number;
  readonly random: SeededRandom;
}

/** For each imputation, for each row whose level is missing (by its place in `rows`): how many of each level. */
export type FilledCounts = readonly ReadonlyMap<number, readonly number[]>[];

/**
 * Multiple imputation of one category where nothing else is missing and rows are counted: what `chainedEquations` does
 * with such data, at the cost of the kinds of row instead of the rows. The model of the category is fitted once, as
 * no other column changes under it; each imputation draws coefficients, b* ~ N(b, information⁻¹), and then for each kind
 * of row with the category missing how many are of each level, a multinomial draw by successive binomials.
 *
 * Sources: Rubin 1987, pages 169-170; S. van Buuren, Flexible Imputation of Missing Data, 2018, section 3.6. It supposes
 * that, given the factors, whether the category is missing does not hang on the category.
 * Refuses a category nobody has a value of, one that has a single level, and fewer than one imputation.
 */
export function categoryCounts({
  rows,
  imputations,
  random,
}: CategoryCountsTask): Result<FilledCounts, StatisticsRefusal> {
  if (!(Number.isInteger(imputations) && imputations >= 1)) {
    return refuseFor('out-of-range', `${imputations} imputations are none.`);
  }
  const seen = Int32Array.from([...rows.keys()].filter((row) => rows[row]!.level !== null && rows[row]!.count > 0));
  const levels = [...new Set(Array.from(seen, (row) => rows[row]!.level!))].sort((a, b) => a - b);
  if (levels.length === 0) return refuseFor('no-observations', 'The category has no value to learn from.');
  if (levels.length === 1) return refuseFor('no-variation', 'The category has the same value wherever it is known.');

  const all = indicators(rows);
  const predictors = independentColumns(all, seen).map((at) => all[at]!);
  const { coefficients, information } = multinomialLogistic(
    augmentedRows({
      x: predictors.map((column) => Float64Array.from(seen, (row) => column[row]!)),
      y: Int32Array.from(seen, (row) => levels.indexOf(rows[row]!.level!)),
      weights: Float64Array.from(seen, (row) => rows[row]!.count),
      levels: levels.length,
    }),
  );
  const missing = [...rows.keys()].filter((row) => rows[row]!.level === null);
  const most = levels.at(-1)! + 1;

  return ok(
    Array.from({ length: imputations }, () => {
      const step = information.solveTransposed(Float64Array.from(coefficients, () => normalVariate(random)));
      const drawn = coefficients.map((coefficient, at) => coefficient + step[at]!);
      return new Map(
        missing.map((row) => {
          const chances = chancesOf(
            predictors.map((column) => column[row]!),
            drawn,
            levels.length,
          );
          const counts = new Array<number>(most).fill(0);
          for (const [at, count] of multinomial(rows[row]!.count, chances, random).entries())
            counts[levels[at]!] = count;
          return [row, counts] as const;
        }),
      );
    }),
  );
}

/** An intercept, and for each factor a mark for each of its codes but the first. */
function indicators(rows: readonly CountedRow[]): Float64Array[] {
  const columns = [new Float64Array(rows.length).fill(1)];
  for (const factor of (rows[0]?.factors ?? []).keys()) {
    const codes = [...new Set(rows.map(({ factors }) => factors[factor]!))].sort((a, b) => a - b);
    for (const code of codes.slice(1)) {
      columns.push(Float64Array.from(rows, ({ factors }) => (factors[factor] === code ? 1 : 0)));
    }
  }
  return columns;
}

function chancesOf(values: readonly number[], coefficients: Float64Array, levels: number): number[] {
  const p = values.length;
  const scores = Array.from({ length: levels }, (_, k) =>
    k === 0 ? 0 : values.reduce((sum, value, at) => sum + coefficients[(k - 1) * p + at]! * value, 0),
  );
  const highest = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - highest));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

function multinomial(count: number, chances: readonly number[], random: SeededRandom): number[] {
  let left = count;
  let chanceLeft = 1;
  return chances.map((chance, at) => {
    const isLast = at === chances.length - 1;
    const drawn = isLast ? left : binomialVariate(random, left, Math.min(1, chanceLeft > 0 ? chance / chanceLeft : 0));
    left -= drawn;
    chanceLeft -= chance;
    return drawn;
  });
}
