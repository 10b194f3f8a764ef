import {
  kaplanMeier,
  normal,
  restrictedMean,
  restrictedMeanDifference,
  type RestrictedMean,
} from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, eventsIn, groupsIn, numbersIn } from './analysis-rows.ts';
import { readDataFile } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  time: { value: 'COLUMN' },
  event: { value: 'COLUMN' },
  by: { value: 'COLUMN' },
  to: { value: 'TIME' },
  level: { value: '0.95' },
  json: {},
};

interface Answer {
  readonly groups: readonly { readonly name: string; readonly n: number; readonly mean: RestrictedMean }[];
  readonly difference: (RestrictedMean & { readonly p: number }) | null;
  readonly horizon: number;
  readonly level: number;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics restricted-mean`: mean time without the event up to a day, and its difference between two groups. */
export async function runRestrictedMean(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('restricted-mean', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const [file, time, event] = [options.needed('data'), options.needed('time'), options.needed('event')];
  const by = options.needed('by');
  const horizon = options.number('to', { above: 0 });
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const rows = analysisRows(await readDataFile(file), [time, event, by]);
  const { events, notes } = eventsIn(rows, event);
  const times = numbersIn(rows, time);
  const { codes, names } = groupsIn(rows, [by]);
  const groups = names.map((name, group) => {
    const own = [...codes.keys()].filter((row) => codes[row] === group);
    const taken = { time: own.map((row) => times[row] ?? Number.NaN), event: own.map((row) => events[row] ?? 0) };
    const curve = kaplanMeier(taken, { level });
    if (!curve.ok) throw options.fault(`${name}: ${curve.refusal.message}`);
    const mean = restrictedMean(curve.value, horizon, level);
    if (!mean.ok) throw options.fault(`${name}: ${mean.refusal.message}`);
    return { name, n: own.length, mean: mean.value };
  });
  return {
    groups,
    difference: differenceOf(groups, level),
    horizon,
    level,
    leftOut: rows.leftOut,
    notes: [...rows.notes, ...notes],
  };
}

function differenceOf(groups: Answer['groups'], level: number): Answer['difference'] {
  const [one, other] = groups;
  if (groups.length !== 2 || one === undefined || other === undefined) return null;
  const difference = restrictedMeanDifference(other.mean, one.mean, level);
  return { ...difference, p: 2 * normal.upper(Math.abs(difference.estimate / difference.standardError)) };
}

function inJson({ groups, difference, horizon, level, leftOut, notes }: Answer): string {
  const told = (mean: RestrictedMean) => ({
    mean: mean.estimate,
    se: mean.standardError,
    low: mean.low,
    high: mean.high,
    lost: horizon - mean.estimate,
  });
  const named = groups.map(({ name, n, mean }) => [name, { n, ...told(mean) }] as const);
  const compared =
    difference === null
      ? null
      : {
          of: groups[1]?.name,
          less: groups[0]?.name,
          estimate: difference.estimate,
          se: difference.standardError,
          low: difference.low,
          high: difference.high,
          p: difference.p,
        };
  return `${JSON.stringify({ to: horizon, groups: Object.fromEntries(named), difference: compared, level, rowsLeftOut: leftOut, notes }, null, 2)}\n`;
}

function inWords({ groups, difference, horizon, level, notes }: Answer, terminal: Terminal): string {
  const rows = groups.map(({ name, n, mean }) => [
    name,
    `${n}`,
    figure(mean.estimate),
    figure(mean.standardError),
    `${figure(mean.low)} to ${figure(mean.high)}`,
  ]);
  const compared =
    difference === null
      ? []
      : [
          `${groups[1]?.name} less ${groups[0]?.name}: ${figure(difference.estimate)} (${level * 100}% interval ${figure(difference.low)} to ${figure(difference.high)}), p ${pInWords(difference.p)}.`,
          '',
        ];
  return [
    `Mean time without the event, of the first ${figure(horizon)}: the area under the Kaplan-Meier curve.`,
    ...notesInWords(notes),
    '',
    ...findingsTable(['Group', 'Rows', 'Mean', 'SE', `${level * 100}% interval`], rows, terminal.width),
    '',
    ...compared,
  ].join('\n');
}
