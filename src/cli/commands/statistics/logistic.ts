import { logisticRegression, type LogisticFit } from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { eventsIn } from './analysis-rows.ts';
import { readOptions, type CommandOptions } from './command-options.ts';
import { readRegression, REGRESSION_OPTIONS } from './read-regression.ts';

const OPTIONS = { ...REGRESSION_OPTIONS, outcome: { value: 'COLUMN' } };

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

async function answerTo(options: CommandOptions): Promise<Answer> {
  const { rows, covariates, cluster, weight, level, isRobust, notes } = await readRegression(options, {
    outcomes: ['outcome'],
  });
  const marked = eventsIn(rows, options.needed('outcome'));
  const result = logisticRegression(
    { outcome: marked.events, covariates, cluster, weight },
    { level, robust: isRobust },
  );
  if (!result.ok) throw options.fault(result.refusal.message);
  return { fit: result.value, level, leftOut: rows.leftOut, notes: [...rows.notes, ...marked.notes, ...notes] };
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
    `Deviance ${figure(fit.deviance)}, of the intercept alone ${figure(fit.nullDeviance)}; AIC ${figure(fit.aic)}.`,
    '',
  ].join('\n');
}
