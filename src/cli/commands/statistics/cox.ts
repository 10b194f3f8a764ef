import {
  cox,
  coxConcordance,
  proportionalHazardsTest,
  type Concordance,
  type CoxFit,
  type ProportionalHazardsTest,
} from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import { progressLine } from '../../output/progress-line.ts';
import type { Terminal } from '../../terminal.ts';
import { eventsIn, groupsIn, numbersIn } from './analysis-rows.ts';
import { columnNames } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';
import { readRegression, REGRESSION_OPTIONS } from './read-regression.ts';

const OPTIONS = {
  ...REGRESSION_OPTIONS,
  time: { value: 'COLUMN' },
  event: { value: 'COLUMN' },
  entry: { value: 'COLUMN' },
  ties: { value: 'efron|breslow' },
  strata: { value: 'COLUMN' },
};

interface Answer {
  readonly fit: CoxFit;
  readonly concordance: Concordance;
  readonly hazards: ProportionalHazardsTest | null;
  readonly leftOut: number;
  readonly level: number;
  readonly notes: readonly string[];
}

/** `waymark statistics cox`: Cox's model of the rows of a file. Throws `InputFault` for what can't be fitted. */
export async function runCox(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('cox', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const ties = options.oneOf('ties', ['efron', 'breslow']);
  const strata = columnNames(options.text('strata'));
  const entry = options.text('entry');
  const outcomes = ['time', 'event'] as const;
  const regression = await readRegression(options, { outcomes, others: [...strata, entry] });
  const { rows, covariates, cluster, weight, level } = regression;
  const [time, event] = [options.needed('time'), options.needed('event')];
  const marked = eventsIn(rows, event);
  const notes = [...rows.notes, ...marked.notes, ...regression.notes];
  if (covariates.length === 0) throw options.fault(`no covariate is left: ${notes.join('; ')}`);
  const line = progressLine(process.stderr);
  const result = cox(
    {
      time: numbersIn(rows, time),
      event: marked.events,
      covariates,
      entry: entry === undefined ? undefined : numbersIn(rows, entry),
      stratum: strata.length === 0 ? undefined : groupsIn(rows, strata).codes,
      cluster,
      weight,
    },
    {
      ties,
      level,
      robust: regression.isRobust,
      progress: ({ iteration, logLikelihood }) => {
        line.show(`step ${iteration}: log likelihood ${logLikelihood.toFixed(3)}`);
        return true;
      },
    },
  );
  line.clear();
  if (!result.ok) throw options.fault(result.refusal.message);
  const hazards = proportionalHazardsTest(result.value);
  return {
    fit: result.value,
    concordance: coxConcordance(result.value),
    hazards: hazards.ok ? hazards.value : null,
    leftOut: rows.leftOut,
    level,
    notes: hazards.ok ? notes : [...notes, hazards.refusal.message.replace(/\.$/, '')],
  };
}

function inJson({ fit, concordance, hazards, leftOut, level, notes }: Answer): string {
  const { n, events, ties, logLikelihood } = fit;
  const told = {
    n,
    events,
    terms: Object.fromEntries(fit.terms.map(({ name, ...term }) => [name, term])),
    loglik: logLikelihood.fitted,
    concordance: concordance.concordance,
    concordanceSe: concordance.standardError,
    loglikNull: logLikelihood.none,
    likelihoodRatioTest: fit.likelihoodRatioTest,
    waldTest: fit.waldTest,
    scoreTest: fit.scoreTest,
    proportionalHazards: hazards && {
      terms: Object.fromEntries(hazards.terms.map(({ name, ...test }) => [name, test])),
      global: hazards.global,
    },
    ties,
    level,
    iterations: fit.iterations,
    rowsLeftOut: leftOut,
    notes,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function inWords({ fit, concordance, hazards, level, notes }: Answer, terminal: Terminal): string {
  const isRobust = fit.robustCovariance !== null;
  const rows = fit.terms.map(({ name, coef, se, robustSe, hazardRatio, low, high, p }) => [
    name,
    figure(coef),
    figure(robustSe ?? se),
    figure(hazardRatio),
    `${figure(low)} to ${figure(high)}`,
    pInWords(p),
  ]);
  const headings = ['Term', 'Coef.', isRobust ? 'Robust SE' : 'SE', 'Hazard ratio', `${level * 100}% interval`, 'p'];
  const { likelihoodRatioTest: overall } = fit;
  const proportional = hazards?.terms.map(({ name, p }) => `${name} p ${pInWords(p)}`).join(', ');
  return [
    `Cox's model of ${fit.n} rows with ${fit.events} events, ties by ${fit.ties === 'efron' ? 'Efron' : 'Breslow'}.`,
    ...notesInWords(notes),
    '',
    ...findingsTable(headings, rows, terminal.width),
    '',
    `Likelihood ratio ${figure(overall.chiSquared)} on ${overall.df} degrees of freedom, p ${pInWords(overall.p)}.`,
    `Concordance ${figure(concordance.concordance)} (standard error ${figure(concordance.standardError)}).`,
    ...(hazards === null
      ? []
      : [`Whether effects change with time: ${proportional}; all together p ${pInWords(hazards.global.p)}.`]),
    '',
  ].join('\n');
}
