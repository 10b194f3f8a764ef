import {
  balance,
  caliperWidth,
  effectiveSampleSize,
  nearestNeighbourMatching,
  propensityModel,
  type BalanceAtOnePoint,
  type CovariateBalance,
  type Matching,
  type MatchingTask,
  type PropensityModel,
} from '../../../statistics/index.ts';
import type { Result } from '../../../shared/result.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { table } from '../../output/table.ts';
import type { Terminal } from '../../terminal.ts';
import { cellsOf, yesOrNoOf, type DataFile } from './data-file.ts';
import { readMatchRequest, type MatchRequest } from './match-request.ts';
import { completeRows, modelColumns } from './model-columns.ts';

interface Answer {
  readonly model: PropensityModel;
  readonly matching: Matching;
  readonly balance: readonly CovariateBalance[];
  /** Rows of the file, from 0, in the order of the model's. */
  readonly rows: Int32Array;
  readonly treated: Float64Array;
  readonly width: number | null;
  readonly notes: readonly string[];
  readonly rowsLeftOut: number;
}

/** `waymark statistics match`: matches the rows of a file. Throws `InputFault` for what can't be matched. */
export async function runMatch(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const request = await readMatchRequest(words);
  const answer = match(request);
  await terminal.write(request.asJson ? inJson(answer, request) : inWords(answer, request, terminal));
  return EXIT.done;
}

function match({ data, treatment, covariates, exact, caliper, ratio, reuse, on, order }: MatchRequest): Answer {
  const complete = completeRows(data, [treatment, ...covariates, ...exact]);
  const { rows } = complete;
  const arms = yesOrNoOf(data, treatment);
  const treated = Float64Array.from(rows, (row) => arms[row] ?? Number.NaN);
  const { columns, everyLevel, notes } = modelColumns(data, covariates, rows);
  const model = valueOf(propensityModel(columns, treated));
  const scores = on === 'score' ? model.scores : model.logits;
  const width = caliper === null ? null : caliperWidth(scores, caliper);
  const task: MatchingTask = {
    scores,
    treated,
    ratio,
    reuse,
    order,
    ...(exact.length === 0 ? {} : { strata: strataOf(data, exact, rows) }),
    ...(width === null ? {} : { caliper: width }),
  };
  const matching = valueOf(nearestNeighbourMatching(task));
  const distance = { name: 'distance', values: scores };
  const measured = valueOf(balance({ covariates: [distance, ...everyLevel], treated, weights: matching.weights }));
  return {
    model,
    matching,
    balance: measured,
    rows,
    treated,
    width,
    notes: [...complete.notes, ...notes],
    rowsLeftOut: complete.left,
  };
}

function valueOf<Value>(answer: Result<Value, { readonly message: string }>): Value {
  if (answer.ok) return answer.value;
  throw new InputFault(`statistics match: ${answer.refusal.message}`);
}

/** A number for each combination of values of some columns. */
function strataOf(data: DataFile, columns: readonly string[], rows: Int32Array): Int32Array {
  const cells = columns.map((column) => cellsOf(data, column));
  const places = new Map<string, number>();
  return rows.map((row) => {
    const key = JSON.stringify(cells.map((column) => column[row]?.trim()));
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
}

function countsOf({ matching, treated, rows, rowsLeftOut }: Answer) {
  const weighted = (arm: number) => matching.weights.filter((weight, row) => weight > 0 && treated[row] === arm);
  const all = treated.filter((arm) => arm === 1).length;
  const [matchedTreated, controlWeights] = [weighted(1).length, weighted(0)];
  return {
    n: rows.length,
    rowsLeftOut,
    treated: all,
    controls: rows.length - all,
    matchedTreated,
    unmatchedTreated: all - matchedTreated,
    matchedControls: controlWeights.length,
    effectiveControls: effectiveSampleSize(controlWeights),
  };
}

function inJson(answer: Answer, { caliper, ratio, reuse, on, order, exact }: MatchRequest): string {
  const { matching, model, rows, width, notes } = answer;
  const fileRow = (row: number) => (rows[row] ?? 0) + 1;
  const pairs = Array.from(matching.treatedRows, (row, at) => {
    const own = matching.controlRows.subarray(at * ratio, (at + 1) * ratio).filter((control) => control !== -1);
    return { treated: fileRow(row), controls: Array.from(own, fileRow) };
  });
  const told = {
    ...countsOf(answer),
    on,
    caliper: caliper === null ? null : { deviations: caliper, width },
    exact,
    ratio,
    reuse: reuse === Infinity ? 'all' : reuse,
    order: order === 'as-given' ? 'data' : order,
    propensity: Object.fromEntries(model.names.map((name, at) => [name, model.coefficients[at]])),
    balance: Object.fromEntries(answer.balance.map(({ name, before, after }) => [name, { before, after }])),
    pairs: pairs.filter(({ controls }) => controls.length > 0),
    notes,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function inWords(answer: Answer, { on, caliper }: MatchRequest, terminal: Terminal): string {
  const counts = countsOf(answer);
  const within =
    caliper === null
      ? 'without a caliper'
      : `within ${caliper} standard deviations of the ${on} (${answer.width?.toPrecision(4)})`;
  const rows = answer.balance.map(({ name, before, after }) => [
    [name],
    ...[before, after].flatMap((point) => [[shown(point, 'standardisedDifference')], [shown(point, 'varianceRatio')]]),
  ]);
  const columns = ['Covariate', 'SMD before', 'Var. ratio', 'SMD after', 'Var. ratio'].map((heading) => ({
    heading,
    share: 0,
  }));
  return [
    `${counts.matchedTreated} of ${counts.treated} treated rows were matched, to ${counts.matchedControls} of ${counts.controls} controls, ${within}.`,
    ...answer.notes.map((note) => `Note: ${note}.`),
    '',
    'Standardised mean differences (SMD), in standard deviations of the treated rows, and ratios of variances:',
    ...table(columns, rows, terminal.width),
    '',
  ].join('\n');
}

function shown(point: BalanceAtOnePoint, what: 'standardisedDifference' | 'varianceRatio'): string {
  return point[what]?.toFixed(3) ?? '-';
}
