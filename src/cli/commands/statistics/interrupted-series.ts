import { interruptedTimeSeries, type InterruptedTimeSeries, type Term } from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, numbersIn } from './analysis-rows.ts';
import { columnNames, readDataFile } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';
import { modelColumns } from './model-columns.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  outcome: { value: 'COLUMN' },
  'interrupted-at': { value: 'ROW' },
  covariates: { value: 'A,B,C' },
  season: { value: '12' },
  waves: { value: '2' },
  lag: { value: 'N' },
  level: { value: '0.95' },
  json: {},
};

interface Answer {
  readonly found: InterruptedTimeSeries;
  readonly level: number;
  readonly notes: readonly string[];
}

/** `waymark statistics interrupted-series`: segmented regression with Newey-West errors. Throws `InputFault`. */
export async function runInterruptedSeries(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('interrupted-series', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const [file, outcome] = [options.needed('data'), options.needed('outcome')];
  const at = whole(options, 'interrupted-at', 2);
  const names = columnNames(options.text('covariates'));
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const rows = analysisRows(await readDataFile(file), [outcome, ...names]);
  if (rows.leftOut > 0) {
    throw options.fault(
      `${rows.leftOut} rows have nothing in a column that is used; a series has a value at every time`,
    );
  }
  const covariates = modelColumns(rows.data, names, rows.rows);
  const result = interruptedTimeSeries({
    outcome: numbersIn(rows, outcome),
    interruptedAt: at - 1,
    covariates: covariates.columns,
    ...(options.text('season') === undefined
      ? {}
      : {
          season: {
            period: whole(options, 'season', 2),
            waves: options.text('waves') === undefined ? 2 : whole(options, 'waves', 1),
          },
        }),
    ...(options.text('lag') === undefined ? {} : { lag: whole(options, 'lag', 0) }),
    level,
  });
  if (!result.ok) throw options.fault(result.refusal.message);
  return { found: result.value, level, notes: covariates.notes };
}

function whole(options: CommandOptions, name: string, atLeast: number): number {
  const value = options.number(name, { atLeast });
  if (Number.isInteger(value)) return value;
  throw options.fault(`--${name} is a whole number; not ${options.text(name)}`);
}

function inJson({ found, level, notes }: Answer): string {
  return `${JSON.stringify({ ...found, level, notes }, null, 2)}\n`;
}

function inWords({ found, level, notes }: Answer, terminal: Terminal): string {
  const { levelChange, slopeChange, trend, lag, autocorrelation, points, degreesOfFreedom } = found;
  const line = (name: string, { coefficient, standardError, low, high, p }: Term) => [
    name,
    figure(coefficient),
    figure(standardError),
    `${figure(low)} to ${figure(high)}`,
    pInWords(p),
  ];
  return [
    `Segmented regression of ${points} times, errors by Newey and West with lag ${lag}, Student’s t on ${degreesOfFreedom} degrees.`,
    ...notesInWords(notes),
    '',
    ...findingsTable(
      ['Term', 'Estimate', 'SE', `${level * 100}% interval`, 'p'],
      [
        line('jump at the interruption', levelChange),
        line('change of slope, for each step', slopeChange),
        line('slope before, for each step', trend),
      ],
      terminal.width,
    ),
    '',
    `Each residual has a correlation of ${figure(autocorrelation)} with the one before it. Whatever else came at that time is in the jump too.`,
    '',
  ].join('\n');
}
