import { SeededRandom } from '../../../shared/seeded-random.ts';
import {
  chainedEquations,
  cox,
  leastSquares,
  logisticRegression,
  nelsonAalen,
  poissonRegression,
  rubinsRules,
  type ImputationColumn,
  type NamedColumn,
  type PooledEstimate,
} from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, eventsIn, numbersIn, type AnalysisRows } from './analysis-rows.ts';
import { cellsOf, columnNames, missingIn, numbersOrNull, readDataFile } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  model: { value: 'logistic|linear|poisson|cox' },
  outcome: { value: 'COLUMN' },
  time: { value: 'COLUMN' },
  event: { value: 'COLUMN' },
  covariates: { value: 'A,B,C' },
  imputations: { value: '20' },
  rounds: { value: '10' },
  seed: { value: '1' },
  level: { value: '0.95' },
  json: {},
};

const MODELS = ['logistic', 'linear', 'poisson', 'cox'] as const;
type Model = (typeof MODELS)[number];
const MOST_IMPUTATIONS = 1000;

interface PooledTerm extends PooledEstimate {
  readonly name: string;
}

interface Answer {
  readonly model: Model;
  readonly terms: readonly PooledTerm[];
  readonly n: number;
  readonly imputations: number;
  readonly seed: number;
  readonly missing: ReadonlyMap<string, number>;
  readonly level: number;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics impute`: fills covariates by chained equations, fits a model to each, and pools. Throws `InputFault`. */
export async function runImpute(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('impute', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const file = options.needed('data');
  const model = options.oneOf('model', MODELS);
  const names = columnNames(options.needed('covariates'));
  const imputations = whole(options, 'imputations', 2, 20);
  if (imputations > MOST_IMPUTATIONS) throw options.fault(`--imputations is at most ${MOST_IMPUTATIONS}`);
  const rounds = whole(options, 'rounds', 1, 10);
  const seed = whole(options, 'seed', 0, 1);
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const outcomes = model === 'cox' ? [options.needed('time'), options.needed('event')] : [options.needed('outcome')];
  // What the outcome is, is never filled in: those rows would say nothing of the effects.
  const rows = analysisRows(await readDataFile(file), outcomes);
  const outcome = outcomeOf(model, rows, options);
  const sources = names.map((name) => sourceOf(rows, name));
  const task: ImputationColumn[] = [...sources.map(({ column }) => column), ...outcome.columns];
  const filled = chainedEquations({ columns: task, imputations, rounds, random: SeededRandom.of(seed) });
  if (!filled.ok) throw options.fault(filled.refusal.message);
  const fits = filled.value.completed.map((completed) => {
    const covariates = sources.flatMap((source) =>
      marksOf(source, completed.get(source.column.name) ?? new Float64Array()),
    );
    const fit = outcome.fit(covariates);
    if (fit === null) throw options.fault('the model cannot be fitted to a completed data set; try fewer covariates');
    return fit;
  });
  const degrees = model === 'cox' ? undefined : rows.rows.length - (fits[0]?.length ?? 0);
  const terms = (fits[0] ?? []).map(({ name }, at): PooledTerm => {
    const pooled = rubinsRules({
      estimates: fits.map((fit) => fit[at]?.coef ?? Number.NaN),
      standardErrors: fits.map((fit) => fit[at]?.se ?? Number.NaN),
      ...(degrees === undefined ? {} : { completeDegreesOfFreedom: degrees }),
      level,
    });
    if (!pooled.ok) throw options.fault(pooled.refusal.message);
    return { name, ...pooled.value };
  });
  const notes =
    filled.value.holes.size === 0 ? ['nothing is missing in the covariates: every data set is the same'] : [];
  return {
    model,
    terms,
    n: rows.rows.length,
    imputations,
    seed,
    missing: filled.value.holes,
    level,
    leftOut: rows.leftOut,
    notes: [...rows.notes, ...outcome.notes, ...notes],
  };
}

function whole(options: CommandOptions, name: string, atLeast: number, otherwise: number): number {
  const value = options.number(name, { atLeast, otherwise });
  if (Number.isInteger(value)) return value;
  throw options.fault(`--${name} is a whole number; not ${options.text(name)}`);
}

interface FittedTerm {
  readonly name: string;
  readonly coef: number;
  readonly se: number;
}

interface ReadOutcome {
  /** What the models of missing values are told of the outcome. */
  readonly columns: readonly ImputationColumn[];
  readonly fit: (covariates: readonly NamedColumn[]) => readonly FittedTerm[] | null;
  readonly notes: readonly string[];
}

function outcomeOf(model: Model, rows: AnalysisRows, options: CommandOptions): ReadOutcome {
  if (model === 'cox') {
    const time = numbersIn(rows, options.needed('time'));
    const { events, notes } = eventsIn(rows, options.needed('event'));
    const curve = nelsonAalen({ time, event: events });
    if (!curve.ok) throw options.fault(curve.refusal.message);
    const hazardAt = new Map([...curve.value.times].map((at, place) => [at, curve.value.hazard[place] ?? 0]));
    return {
      columns: [
        { name: '(event)', kind: 'category', values: events },
        { name: '(hazard)', kind: 'number', values: time.map((at) => hazardAt.get(at) ?? 0) },
      ],
      notes,
      fit: (covariates) => {
        const fit = cox({ time, event: events, covariates });
        return fit.ok ? fit.value.terms : null;
      },
    };
  }
  if (model === 'logistic') {
    const { events, notes } = eventsIn(rows, options.needed('outcome'));
    return {
      columns: [{ name: '(outcome)', kind: 'category', values: events }],
      notes,
      fit: (covariates) => {
        const fit = logisticRegression({ outcome: events, covariates });
        return fit.ok ? fit.value.terms : null;
      },
    };
  }
  const outcome = numbersIn(rows, options.needed('outcome'));
  return {
    columns: [{ name: '(outcome)', kind: 'number', values: outcome }],
    notes: [],
    fit: (covariates) => (model === 'poisson' ? poissonTerms(outcome, covariates) : linearTerms(outcome, covariates)),
  };
}

function poissonTerms(outcome: Float64Array, covariates: readonly NamedColumn[]): readonly FittedTerm[] | null {
  const fit = poissonRegression({ outcome, covariates });
  return fit.ok ? fit.value.terms : null;
}

function linearTerms(outcome: Float64Array, covariates: readonly NamedColumn[]): readonly FittedTerm[] | null {
  const fit = leastSquares({ outcome, covariates });
  if (!fit.ok) return null;
  const { names, coefficients, unscaledCovariance, residualVariance } = fit.value;
  return names.map((name, at) => ({
    name,
    coef: coefficients[at] ?? Number.NaN,
    se: Math.sqrt((unscaledCovariance[at * names.length + at] ?? Number.NaN) * residualVariance),
  }));
}

interface Source {
  readonly column: ImputationColumn;
  /** Of a column of text, what its numbers stand for; empty for a column of numbers. */
  readonly levels: readonly string[];
}

function sourceOf({ data, rows }: AnalysisRows, name: string): Source {
  const missing = missingIn(data, name);
  const known = rows.filter((row) => missing[row] === 0);
  const numbers = numbersOrNull(data, name, known);
  if (numbers !== null) {
    const at = new Map([...known].map((row, place) => [row, numbers[place] ?? Number.NaN]));
    const values = Float64Array.from(rows, (row) => at.get(row) ?? Number.NaN);
    return { column: { name, kind: 'number', values }, levels: [] };
  }
  const cells = cellsOf(data, name);
  const levels = [...new Set(Array.from(known, (row) => cells[row]?.trim() ?? ''))].sort();
  const values = Float64Array.from(rows, (row) =>
    missing[row] === 1 ? Number.NaN : levels.indexOf(cells[row]?.trim() ?? ''),
  );
  return { column: { name, kind: 'category', values }, levels };
}

function marksOf({ column: { name }, levels }: Source, values: Float64Array): NamedColumn[] {
  if (levels.length === 0) return [{ name, values }];
  return levels
    .slice(1)
    .map((level, at) => ({ name: `${name}${level}`, values: values.map((value) => Number(value === at + 1)) }));
}

function inJson({ terms, missing, leftOut, ...answer }: Answer): string {
  const isRatio = answer.model !== 'linear';
  const told = terms.map(
    ({ name, estimate, standardError, ...term }) =>
      [
        name,
        { coef: estimate, se: standardError, ...term, ...(isRatio ? { ratio: Math.exp(estimate) } : {}) },
      ] as const,
  );
  const json = {
    ...answer,
    terms: Object.fromEntries(told),
    missing: Object.fromEntries(missing),
    rowsLeftOut: leftOut,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function inWords({ model, terms, n, imputations, seed, missing, level, notes }: Answer, terminal: Terminal): string {
  const isRatio = model !== 'linear';
  const back = (value: number) => (isRatio ? Math.exp(value) : value);
  const rows = terms.map(({ name, estimate, standardError, low, high, p, fractionMissing }) => [
    name,
    figure(estimate),
    figure(standardError),
    ...(isRatio ? [figure(back(estimate))] : []),
    `${figure(back(low))} to ${figure(back(high))}`,
    pInWords(p),
    figure(fractionMissing),
  ]);
  const holes = [...missing].map(([name, count]) => `${name} ${count}`).join(', ');
  return [
    `${model} model of ${n} rows, ${imputations} times filled in by chained equations (seed ${seed}), pooled by Rubin’s rules.`,
    ...(holes === ''
      ? []
      : [
          `Filled in: ${holes}. It supposes that whether a value is missing does not hang on the value, given the other columns.`,
        ]),
    ...notesInWords(notes),
    '',
    ...findingsTable(
      ['Term', 'Coef.', 'SE', ...(isRatio ? ['Ratio'] : []), `${level * 100}% interval`, 'p', 'Missing'],
      rows,
      terminal.width,
    ),
    '',
    '“Missing” is the share of information that is missing.',
    '',
  ].join('\n');
}
