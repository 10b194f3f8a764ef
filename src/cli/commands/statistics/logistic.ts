import { logisticRegression, type LogisticFit } from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, eventsIn, groupsIn, numbersIn } from './analysis-rows.ts';
import { columnNames, readDataFile } from './data-file.ts';
import { readOptions, type GivenOptions } from './given-options.ts';
import { modelColumns } from './model-columns.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  outcome: { value: 'COLUMN' },
  covariates: { value: 'A,B,C' },
  cluster: { value: 'COLUMN' },
  weights: { value: 'COLUMN' },
  level: { value: '0.95' },
  robust: {},
  json: {},
};

interface Answer {
  readonly fit: LogisticFit;
  readonly level: number;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics logistic`: logistic regression of a file. Throws `InputFault` for what can't be fitted. */
export async function runLogistic(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('logistic', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: GivenOptions): Promise<Answer> {
  const [file, outcome] = [options.needed('data'), options.needed('outcome')];
  const covariates = columnNames(options.needed('covariates'));
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const [cluster, weights] = [options.text('cluster'), options.text('weights')];
  const data = await readDataFile(file);
  const others = [cluster, weights].filter((column) => column !== undefined);
  const rows = analysisRows(data, [outcome, ...covariates, ...others]);
  const marked = eventsIn(rows, outcome);
  const { columns, notes } = modelColumns(data, covariates, rows.rows);
  const result = logisticRegression(
    {
      outcome: marked.events,
      covariates: columns,
      cluster: cluster === undefined ? undefined : groupsIn(rows, [cluster]).codes,
      weight: weights === undefined ? undefined : numbersIn(rows, weights),
    },
    { level, robust: options.has('robust') },
  );
  if (!result.ok) throw options.fault(result.refusal.message);
  return { fit: result.value, level, leftOut: rows.leftOut, notes: [...rows.notes, ...marked.notes, ...notes] };
}

function inJson({ fit, level, leftOut, notes }: Answer): string {
  const { n, events, logLikelihood, deviance, nullDeviance, aic, iterations } = fit;
  const terms = fit.terms.map(({ name, ratio, low, high, ...term }) => [
    name,
    { ...term, oddsRatio: ratio, low, high },
  ]);
  const told = {
    n,
    events,
    terms: Object.fromEntries(terms) as object,
    loglik: logLikelihood,
    deviance,
    nullDeviance,
    aic,
    level,
    iterations,
    rowsLeftOut: leftOut,
    notes,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function inWords({ fit, level, notes }: Answer, terminal: Terminal): string {
  const rows = fit.terms.map(({ name, coef, se, robustSe, ratio, low, high, p }) => [
    name,
    figure(coef),
    figure(robustSe ?? se),
    figure(ratio),
    `${figure(low)} to ${figure(high)}`,
    pInWords(p),
  ]);
  const error = fit.robustCovariance === null ? 'SE' : 'Robust SE';
  return [
    `Logistic regression of ${fit.n} rows, in ${fit.events} of which the outcome happened.`,
    ...notesInWords(notes),
    '',
    ...findingsTable(['Term', 'Coef.', error, 'Odds ratio', `${level * 100}% interval`, 'p'], rows, terminal.width),
    '',
    `Deviance ${figure(fit.deviance)}, of the intercept alone ${figure(fit.nullDeviance)}; AIC ${figure(fit.aic)}.`,
    '',
  ].join('\n');
}
