import { hasFractions } from '../../../statistics/index.ts';
import { analysisRows, groupsIn, numbersIn, type AnalysisRows } from './analysis-rows.ts';
import { columnNames, readDataFile } from './data-file.ts';
import type { CommandOptions } from './command-options.ts';
import { modelColumns, type ModelColumn } from './model-columns.ts';

/** The options that every regression of a file has; each adds the columns of its outcome. */
export const REGRESSION_OPTIONS = {
  data: { value: 'FILE.csv' },
  covariates: { value: 'A,B,C' },
  cluster: { value: 'COLUMN' },
  weights: { value: 'COLUMN' },
  level: { value: '0.95' },
  robust: {},
  json: {},
} as const;

/** A file made ready for a regression. */
export interface RegressionData {
  /** The rows in which nothing that is used is missing. */
  readonly rows: AnalysisRows;
  /** The covariates, and of which option's column each came: several of a column of text. */
  readonly covariates: readonly (ModelColumn & { readonly term: string })[];
  readonly cluster: Int32Array | undefined;
  readonly weight: Float64Array | undefined;
  readonly level: number;
  readonly isRobust: boolean;
  /** What was done to the covariates that a reader would want to know. */
  readonly notes: readonly string[];
}

/**
 * Reads the options of a regression and the file they name. `outcomes` are options that name a column and can't be left
 * out; `others` further columns in which nothing may be missing. Throws `InputFault`.
 */
export async function readRegression(
  options: CommandOptions,
  {
    outcomes,
    others = [],
  }: { readonly outcomes: readonly string[]; readonly others?: readonly (string | undefined)[] },
): Promise<RegressionData> {
  const file = options.needed('data');
  const outcomeColumns = outcomes.map((name) => options.needed(name));
  const names = columnNames(options.needed('covariates'));
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const [cluster, weights] = [options.text('cluster'), options.text('weights')];
  const used = [...outcomeColumns, ...names, ...others, cluster, weights].filter((column) => column !== undefined);
  const rows = analysisRows(await readDataFile(file), used);
  const terms = names.map((term) => ({ term, ...modelColumns(rows.data, [term], rows.rows) }));
  const weight = weights === undefined ? undefined : numbersIn(rows, weights);
  return {
    rows,
    covariates: terms.flatMap(({ term, columns }) => columns.map((column) => ({ ...column, term }))),
    cluster: cluster === undefined ? undefined : groupsIn(rows, [cluster]).codes,
    weight,
    level,
    isRobust: options.has('robust') || hasFractions(weight),
    notes: [...terms.flatMap(({ notes }) => notes), ...notesOfWeights(weight)],
  };
}

function notesOfWeights(weight: Float64Array | undefined): string[] {
  const without = weight?.filter((value) => value === 0).length ?? 0;
  return [
    ...(without > 0 ? [`${without} rows have the weight 0: they change nothing and are not counted`] : []),
    ...(hasFractions(weight) ? ['the weights are no whole numbers, so the errors are robust ones'] : []),
  ];
}
