import { ok, type Result } from '../../shared/result.ts';
import type { SeededRandom } from '../../shared/seeded-random.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { categoryDraw } from './category-draw.ts';
import { codeOf, type ColumnCode, type ImputationColumn } from './imputation-column.ts';
import { independentColumns } from './independent-columns.ts';
import { predictiveMeanMatching } from './predictive-mean-matching.ts';

export interface ImputationTask {
  /** Every column of the analysis, its outcome too: what is left out is taken for unrelated to what is missing. */
  readonly columns: readonly ImputationColumn[];
  /** How many completed data sets; a common rule is one for each per cent of rows with a hole. */
  readonly imputations: number;
  /** Rounds through all columns for each; 10 where it is left out. */
  readonly rounds?: number;
  readonly random: SeededRandom;
}

export interface Imputations {
  /** Each completed data set: a column's values by its name, seen ones as they were. */
  readonly completed: readonly ReadonlyMap<string, Float64Array>[];
  /** For each column with holes, the mean of its filled values after every round of every chain: chains should mix. */
  readonly traces: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** For each column with holes, how many. */
  readonly holes: ReadonlyMap<string, number>;
}

/**
 * Multiple imputation by chained equations: holes are filled at first with values drawn from those seen; then, column
 * after column and round after round, each is filled again from a model of it given all the others as they stand.
 *
 * Sources: T. Raghunathan et al., Survey Methodology 27, 2001, 85-95; S. van Buuren and K. Groothuis-Oudshoorn, "mice",
 * JSS 45(3), 2011. It supposes that, given the columns here, whether a value is missing does not hang on the value.
 * Columns are visited from the one with fewest holes to the one with most. A predictor which the others give is left out
 * of a model. Pool what each data set says with `rubinsRules`.
 * Refuses columns of unequal length or of one name, infinite values, a column without any value, fewer than one data set.
 */
export function chainedEquations(task: ImputationTask): Result<Imputations, StatisticsRefusal> {
  const { columns, imputations, rounds = 10, random } = task;
  const fault = faultOf(task, rounds);
  if (fault !== null) return fault;
  const holed = columns.map(readColumn);
  const toFill = holed
    .filter(({ missing }) => missing.length > 0)
    .sort((a, b) => a.missing.length - b.missing.length || a.place - b.place);
  const traces = new Map(toFill.map(({ name }) => [name, [] as number[][]]));
  const completed = Array.from({ length: imputations }, () => {
    const chain = new Chain(holed, random);
    for (const { name } of toFill) traces.get(name)!.push([]);
    for (let round = 0; round < rounds; round += 1) {
      for (const column of toFill) traces.get(column.name)!.at(-1)!.push(chain.fill(column));
    }
    return new Map(columns.map(({ name }, at) => [name, chain.values[at]!]));
  });
  return ok({ completed, traces, holes: new Map(toFill.map(({ name, missing }) => [name, missing.length])) });
}

interface HoledColumn {
  readonly name: string;
  readonly place: number;
  readonly kind: ImputationColumn['kind'];
  readonly code: ColumnCode;
  readonly values: Float64Array;
  readonly seen: Int32Array;
  readonly missing: Int32Array;
}

function readColumn({ name, kind, values: given }: ImputationColumn, place: number): HoledColumn {
  const values = Float64Array.from(given);
  const rows = Int32Array.from(values.keys());
  const seen = rows.filter((row) => !Number.isNaN(values[row]!));
  const missing = rows.filter((row) => Number.isNaN(values[row]!));
  const code = codeOf(
    kind,
    Float64Array.from(seen, (row) => values[row]!),
  );
  return { name, place, kind, code, values, seen, missing };
}

/** One data set on its way to being complete. */
class Chain {
  readonly values: Float64Array[];
  /** For each column, the predictors that stand for it. */
  readonly #encoded: Float64Array[][];
  readonly #random: SeededRandom;
  readonly #intercept: Float64Array;

  constructor(columns: readonly HoledColumn[], random: SeededRandom) {
    this.#random = random;
    this.values = columns.map(({ values, seen, missing }) => {
      const filled = values.slice();
      for (const row of missing) filled[row] = values[seen[random.below(seen.length)]!]!;
      return filled;
    });
    this.#encoded = columns.map(({ code }, at) => code.encode(this.values[at]!));
    this.#intercept = new Float64Array(this.values[0]!.length).fill(1);
  }

  /** Fills a column anew from the others and answers the mean of what it was filled with. */
  fill({ place, kind, code, seen, missing }: HoledColumn): number {
    const values = this.values[place]!;
    const others = [this.#intercept, ...this.#encoded.filter((_, at) => at !== place).flat()];
    const predictors = independentColumns(others, seen).map((at) => others[at]!);
    const draw = { values, seen, missing, predictors, random: this.#random };
    const drawn = kind === 'number' ? predictiveMeanMatching(draw) : categoryDraw({ ...draw, levels: code.levels });
    for (const [at, row] of missing.entries()) values[row] = drawn[at]!;
    this.#encoded[place] = code.encode(values);
    return drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  }
}

function faultOf({ columns, imputations }: ImputationTask, rounds: number) {
  if (!(Number.isInteger(imputations) && imputations >= 1 && Number.isInteger(rounds) && rounds >= 1)) {
    return refuseFor('out-of-range', `${imputations} imputations of ${rounds} rounds are none.`);
  }
  const length = columns[0]?.values.length ?? 0;
  if (length === 0) return refuseFor('no-observations', 'There is no row to work with.');
  if (new Set(columns.map(({ name }) => name)).size < columns.length) {
    return refuseFor('out-of-range', 'Two columns have one name.');
  }
  for (const { name, values } of columns) {
    if (values.length !== length) {
      return refuseFor('unequal-lengths', `The column ${name} has ${values.length} rows, the first one ${length}.`);
    }
    const there = Array.from(values).filter((value) => !Number.isNaN(value));
    if (there.length === 0) return refuseFor('no-observations', `The column ${name} has no value to learn from.`);
    if (!there.every(Number.isFinite)) return refuseFor('not-a-number', `The column ${name} has an infinite value.`);
  }
  return null;
}
