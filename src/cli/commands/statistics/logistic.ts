import { firthLogistic, logisticRegression, type LogisticFit, type RegressionRows } from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { eventsIn } from './analysis-rows.ts';
import { readOptions, type CommandOptions } from './command-options.ts';
import { readRegression, REGRESSION_OPTIONS } from './read-regression.ts';

const OPTIONS = { ...REGRESSION_OPTIONS, outcome: { value: 'COLUMN' }, firth: {} };

const PENALISED =
  'Firth’s penalised fit, with the model’s own errors: where a column foretells the outcome without fail its interval is rough';

/** What is told of a fit; a penalised one has no deviance to compare. */
type ToldFit = Pick<LogisticFit, 'n' | 'events' | 'terms' | 'logLikelihood' | 'iterations' | 'robustCovariance'> &
  Partial<Pick<LogisticFit, 'deviance' | 'nullDeviance' | 'aic'>>;

interface Answer {
  readonly fit: ToldFit;
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

async function answerTo(options: CommandOptions): Promise<Answer> {
  const { rows, covariates, cluster, weight, level, isRobust, notes } = await readRegression(options, {
    outcomes: ['outcome'],
  });
  const marked = eventsIn(rows, options.needed('outcome'));
  const said = [...rows.notes, ...marked.notes, ...notes];
  if (options.has('firth')) {
    const found = penalised({ outcome: marked.events, covariates, cluster, weight }, { level, options });
    return { fit: found, level, leftOut: rows.leftOut, notes: [...said, PENALISED] };
  }
  const result = logisticRegression(
    { outcome: marked.events, covariates, cluster, weight },
    { level, robust: isRobust },
  );
  if (!result.ok) {
    const offer = result.refusal.code === 'separation' ? ' --firth has a penalised fit, which is finite.' : '';
    throw options.fault(`${result.refusal.message}${offer}`);
  }
  return { fit: result.value, level, leftOut: rows.leftOut, notes: said };
}

function penalised(
  rows: RegressionRows,
  { level, options }: { readonly level: number; readonly options: CommandOptions },
): ToldFit {
  const found = firthLogistic(rows, { level });
  if (!found.ok) throw options.fault(found.refusal.message);
  const { n, events, terms, penalisedLogLikelihood, iterations } = found.value;
  return { n, events, terms, logLikelihood: penalisedLogLikelihood, iterations, robustCovariance: null };
}

function inJson({ fit, level, leftOut, notes }: Answer): string {
  const { n, events, logLikelihood, deviance, nullDeviance, aic, iterations } = fit;
  const told = {
    n,
    events,
    terms: Object.fromEntries(
      fit.terms.map(({ name, ratio, low, high, ...term }) => [name, { ...term, oddsRatio: ratio, low, high }] as const),
    ),
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
    ...devianceWords(fit),
  ].join('\n');
}

function devianceWords({ deviance, nullDeviance, aic }: ToldFit): string[] {
  if (deviance === undefined || nullDeviance === undefined || aic === undefined) return [];
  return [`Deviance ${figure(deviance)}, of the intercept alone ${figure(nullDeviance)}; AIC ${figure(aic)}.`, ''];
}
