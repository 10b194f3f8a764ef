import {
  firthPoisson,
  negativeBinomialRegression,
  poissonRegression,
  type NegativeBinomialFit,
  type RegressionTerm,
} from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { numbersIn } from './analysis-rows.ts';
import { readOptions, type CommandOptions } from './command-options.ts';
import { readRegression, REGRESSION_OPTIONS } from './read-regression.ts';

const OPTIONS = { ...REGRESSION_OPTIONS, outcome: { value: 'COLUMN' }, exposure: { value: 'COLUMN' }, firth: {} };

/** Above this dispersion, Poisson errors are well too small. */
const OVERDISPERSED = 1.5;

type Method = 'poisson' | 'negative-binomial';

interface Told {
  readonly n: number;
  readonly events: number;
  readonly terms: readonly RegressionTerm[];
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly deviance?: number;
  readonly aic?: number;
  readonly dispersion?: number;
  readonly theta?: number;
  readonly thetaSe?: number;
}

interface Answer {
  readonly method: Method;
  readonly fit: Told;
  readonly hasExposure: boolean;
  readonly level: number;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics poisson`: rate ratios by Poisson regression. Throws `InputFault` for what can't be fitted. */
export function runPoisson(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  return runCounts('poisson', words, terminal);
}

/** `waymark statistics negative-binomial`: the same of counts that vary more than Poisson counts. Throws `InputFault`. */
export function runNegativeBinomial(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  return runCounts('negative-binomial', words, terminal);
}

async function runCounts(method: Method, words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions(method, OPTIONS, words);
  const answer = await answerTo(method, options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(method: Method, options: CommandOptions): Promise<Answer> {
  const exposure = options.text('exposure');
  const read = await readRegression(options, { outcomes: ['outcome'], others: [exposure] });
  const { rows, covariates, cluster, weight, level, isRobust } = read;
  const watched = exposure === undefined ? undefined : numbersIn(rows, exposure);
  const odd = watched?.findIndex((value) => !(value > 0)) ?? -1;
  if (odd !== -1) {
    throw options.fault(
      `row ${(rows.rows[odd] ?? 0) + 1} of ${exposure} is ${watched?.[odd]}; a time watched is above zero`,
    );
  }
  const counts = { outcome: numbersIn(rows, options.needed('outcome')), covariates, cluster, weight };
  const given = watched === undefined ? counts : { ...counts, offset: watched.map(Math.log) };
  const notes = [...rows.notes, ...read.notes];
  const told = (fit: Told, more: readonly string[] = []): Answer => ({
    method,
    fit,
    hasExposure: watched !== undefined,
    level,
    leftOut: rows.leftOut,
    notes: [...notes, ...more],
  });
  if (options.has('firth')) {
    if (method !== 'poisson')
      throw options.fault('--firth has a penalised fit of Poisson counts; write statistics poisson');
    const found = firthPoisson(given, { level });
    if (!found.ok) throw options.fault(found.refusal.message);
    const { penalisedLogLikelihood: logLikelihood, ...fit } = found.value;
    return told({ ...fit, logLikelihood }, [
      'Firth’s penalised fit, with the model’s own errors: where a column foretells without fail its interval is rough',
    ]);
  }
  if (method === 'negative-binomial') {
    const found = negativeBinomialRegression(given, { level, robust: isRobust });
    if (!found.ok) throw options.fault(found.refusal.message);
    return told(tellingOf(found.value));
  }
  const found = poissonRegression(given, { level, robust: isRobust });
  if (!found.ok) {
    const offer = found.refusal.code === 'separation' ? ' --firth has a penalised fit, which is finite.' : '';
    throw options.fault(`${found.refusal.message}${offer}`);
  }
  const { dispersion } = found.value;
  const isNaive = found.value.robustCovariance === null && dispersion > OVERDISPERSED;
  const more = isNaive
    ? [
        `the counts vary ${figure(dispersion)} times as much as Poisson counts do, so these errors are too small: write --robust, or statistics negative-binomial`,
      ]
    : [];
  return told(found.value, more);
}

function tellingOf(fit: NegativeBinomialFit): Told {
  return fit;
}

function inJson({ method, fit, hasExposure, level, leftOut, notes }: Answer): string {
  const { n, events, logLikelihood, deviance, aic, dispersion, theta, thetaSe, iterations } = fit;
  const terms = fit.terms.map(
    ({ name, ratio, low, high, ...term }) => [name, { ...term, rateRatio: ratio, low, high }] as const,
  );
  const told = {
    method,
    n,
    events,
    terms: Object.fromEntries(terms),
    loglik: logLikelihood,
    deviance,
    aic,
    dispersion,
    theta,
    thetaSe,
    hasExposure,
    level,
    iterations,
    rowsLeftOut: leftOut,
    notes,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function inWords({ method, fit, hasExposure, level, notes }: Answer, terminal: Terminal): string {
  const isRobust = fit.terms.some(({ robustSe }) => robustSe !== undefined);
  const rows = fit.terms.map(({ name, coef, se, robustSe, ratio, low, high, p }) => [
    name,
    figure(coef),
    figure(robustSe ?? se),
    figure(ratio),
    `${figure(low)} to ${figure(high)}`,
    pInWords(p),
  ]);
  const name = method === 'poisson' ? 'Poisson' : 'Negative binomial';
  const ratio = hasExposure ? 'Rate ratio' : 'Ratio of means';
  const spread =
    fit.theta === undefined
      ? fit.dispersion === undefined
        ? []
        : [`Dispersion ${figure(fit.dispersion)}: about 1 where counts vary as Poisson counts do.`]
      : [
          `The variance of a count of mean m is m + m²/θ, θ ${figure(fit.theta)} (standard error ${figure(fit.thetaSe ?? Number.NaN)}).`,
        ];
  return [
    `${name} regression of ${fit.n} rows with ${fit.events} events.`,
    ...notesInWords(notes),
    '',
    ...findingsTable(
      ['Term', 'Coef.', isRobust ? 'Robust SE' : 'SE', ratio, `${level * 100}% interval`, 'p'],
      rows,
      terminal.width,
    ),
    '',
    ...spread,
    '',
  ].join('\n');
}
