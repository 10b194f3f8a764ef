import {
  kaplanMeier,
  restrictedMean,
  survivalAt,
  survivalQuantile,
  type RestrictedMean,
  type SurvivalCurve,
  type SurvivalPoint,
} from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, eventsIn, groupsIn, numbersIn } from './analysis-rows.ts';
import { columnNames, readDataFile } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  time: { value: 'COLUMN' },
  event: { value: 'COLUMN' },
  by: { value: 'COLUMN' },
  at: { value: '90,365' },
  scale: { value: 'log-log|log|plain' },
  level: { value: '0.95' },
  'mean-to': { value: 'TIME' },
  json: {},
};

/** What the only group is called where none are asked for. */
const ALL = 'all';

interface Group {
  readonly name: string;
  readonly curve: SurvivalCurve;
  readonly points: readonly SurvivalPoint[];
  readonly mean: RestrictedMean | null;
}

interface Answer {
  readonly groups: readonly Group[];
  readonly level: number;
  readonly scale: string;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics kaplan-meier`: survival of the rows of a file. Throws `InputFault` for what can't be estimated. */
export async function runKaplanMeier(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('kaplan-meier', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const [file, time, event] = [options.needed('data'), options.needed('time'), options.needed('event')];
  const by = columnNames(options.text('by'));
  const times = timesAsked(options);
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const scale = options.oneOf('scale', ['log-log', 'log', 'plain']);
  const horizon = options.number('mean-to', { above: 0, otherwise: Number.NaN });
  const rows = analysisRows(await readDataFile(file), [time, event, ...by]);
  const { events, notes } = eventsIn(rows, event);
  const allTimes = numbersIn(rows, time);
  const { codes, names } = by.length === 0 ? { codes: null, names: [ALL] } : groupsIn(rows, by);
  const groups = names.map((name, group): Group => {
    const own = codes?.map((_, row) => row).filter((row) => codes[row] === group);
    const taken = own === undefined ? { time: allTimes, event: events } : take(own, allTimes, events);
    const curve = kaplanMeier(taken, { level, scale });
    if (!curve.ok) throw options.fault(curve.refusal.message);
    const mean = Number.isNaN(horizon) ? null : restrictedMean(curve.value, horizon, level);
    if (mean !== null && !mean.ok) throw options.fault(mean.refusal.message);
    const points = times.map((at) => survivalAt(curve.value, at));
    return { name, curve: curve.value, points, mean: mean === null ? null : mean.value };
  });
  return { groups, level, scale, leftOut: rows.leftOut, notes: [...rows.notes, ...notes, ...beyond(groups)] };
}

function timesAsked(options: CommandOptions): readonly number[] {
  const texts = columnNames(options.text('at'));
  const times = texts.map(Number);
  const odd = times.findIndex((time) => !(time >= 0 && time < Infinity));
  if (odd === -1) return times;
  throw options.fault(`--at is times with commas between them, as 90,365; not ${texts[odd]}`);
}

function take(rows: Int32Array, time: Float64Array, event: Uint8Array) {
  return {
    time: Float64Array.from(rows, (row) => time[row] ?? Number.NaN),
    event: Uint8Array.from(rows, (row) => event[row] ?? 0),
  };
}

/** A note where a time asked about lies after everybody had left. */
function beyond(groups: readonly Group[]): string[] {
  return groups.flatMap(({ name, curve, points }) => {
    const late = points.filter(({ survival }) => Number.isNaN(survival)).map(({ time }) => time);
    if (late.length === 0) return [];
    return [
      `nobody${name === ALL ? '' : ` in group ${name}`} was watched for longer than ${curve.times.at(-1)}, so survival at ${late.join(', ')} is not known`,
    ];
  });
}

function inJson({ groups, level, scale, leftOut, notes }: Answer): string {
  const told = {
    n: sumOf(groups, ({ curve }) => curve.n),
    events: sumOf(groups, ({ curve }) => curve.events),
    groups: Object.fromEntries(
      groups.map(({ name, curve, points, mean }) => [
        name,
        {
          n: curve.n,
          events: curve.events,
          median: survivalQuantile(curve),
          at: points.map(({ standardError, ...point }) => ({ ...point, se: standardError })),
          ...(mean === null ? {} : { restrictedMean: meanInJson(mean) }),
        },
      ]),
    ),
    scale,
    level,
    rowsLeftOut: leftOut,
    notes,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function meanInJson({ estimate, standardError, low, high }: RestrictedMean) {
  return { mean: estimate, se: standardError, low, high };
}

function sumOf(groups: readonly Group[], of: (group: Group) => number): number {
  return groups.reduce((sum, group) => sum + of(group), 0);
}

function inWords({ groups, level, scale, notes }: Answer, terminal: Terminal): string {
  const between = (low: number, high: number) => `${figure(low)} to ${figure(high)}`;
  const summary = groups.map(({ name, curve, mean }) => {
    const median = survivalQuantile(curve);
    return [
      name,
      `${curve.n}`,
      `${curve.events}`,
      Number.isFinite(median.time) ? `${figure(median.time)} (${between(median.low, median.high)})` : 'not reached',
      ...(mean === null ? [] : [`${figure(mean.estimate)} (${between(mean.low, mean.high)})`]),
    ];
  });
  const hasMean = groups.some(({ mean }) => mean !== null);
  const points = groups.flatMap(({ name, points }) =>
    points.map(({ time, atRisk, events, survival, low, high }) => [
      name,
      figure(time),
      `${atRisk}`,
      `${events}`,
      figure(survival),
      between(low, high),
    ]),
  );
  const headings = ['Group', 'Rows', 'Events', 'Median time', ...(hasMean ? ['Restricted mean'] : [])];
  return [
    `Kaplan-Meier estimates with ${scale} intervals at ${level * 100}%.`,
    ...notesInWords(notes),
    '',
    ...findingsTable(headings, summary, terminal.width),
    ...(points.length === 0
      ? []
      : [
          '',
          ...findingsTable(['Group', 'Time', 'At risk', 'Events', 'Surviving', 'Interval'], points, terminal.width),
        ]),
    '',
  ].join('\n');
}
