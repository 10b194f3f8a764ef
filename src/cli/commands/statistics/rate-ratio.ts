import { rateRatio, type EventsInTime, type RateRatio } from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, groupsIn, numbersIn } from './analysis-rows.ts';
import { columnNames, readDataFile } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';

const OPTIONS = {
  'events-a': { value: 'COUNT' },
  'time-a': { value: 'TIME' },
  'events-b': { value: 'COUNT' },
  'time-b': { value: 'TIME' },
  data: { value: 'FILE.csv' },
  events: { value: 'COLUMN' },
  time: { value: 'COLUMN' },
  by: { value: 'COLUMN' },
  reference: { value: 'GROUP' },
  interval: { value: 'exact|log' },
  level: { value: '0.95' },
  json: {},
};

interface Side extends EventsInTime {
  readonly name: string;
}

interface Comparison {
  readonly name: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly pBy: RateRatio['pBy'];
}

interface Answer {
  readonly sides: readonly Side[];
  readonly reference: string;
  readonly comparisons: readonly Comparison[];
  readonly interval: string;
  readonly level: number;
  readonly notes: readonly string[];
}

/** `waymark statistics rate-ratio`: rates compared, from counts or a file. Throws `InputFault` for what can't be. */
export async function runRateRatio(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('rate-ratio', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const interval = options.oneOf('interval', ['exact', 'log']);
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const { sides, reference, notes } =
    options.text('data') === undefined ? sidesGiven(options) : await sidesOfFile(options);
  const base = sides.find(({ name }) => name === reference);
  if (base === undefined) throw options.fault(`there is no group "${reference}" to compare with`);
  const comparisons = sides
    .filter((side) => side !== base)
    .map((side) => {
      const result = rateRatio(side, base, { level, interval });
      if (!result.ok) throw options.fault(`${side.name} against ${base.name}: ${result.refusal.message}`);
      const { estimate: ratio, ...found } = result.value;
      return { name: side.name, ratio, ...found };
    });
  if (comparisons.length === 0) throw options.fault('everybody is in one group, so there is nothing to compare');
  return { sides, reference, comparisons, interval, level, notes };
}

function sidesGiven(options: CommandOptions) {
  const side = (name: 'a' | 'b'): Side => ({
    name,
    events: options.number(`events-${name}`, { atLeast: 0 }),
    time: options.number(`time-${name}`, { above: 0 }),
  });
  return { sides: [side('a'), side('b')], reference: 'b', notes: [] };
}

async function sidesOfFile(options: CommandOptions) {
  const [file, events, time] = [options.needed('data'), options.needed('events'), options.needed('time')];
  const by = columnNames(options.needed('by'));
  const rows = analysisRows(await readDataFile(file), [events, time, ...by]);
  const counts = numbersIn(rows, events);
  const times = numbersIn(rows, time);
  const { codes, names } = groupsIn(rows, by);
  const sides = names.map((name, group): Side => {
    const own = codes.map((code) => (code === group ? 1 : 0));
    const total = (values: Float64Array) => values.reduce((sum, value, row) => sum + value * (own[row] ?? 0), 0);
    return { name, events: total(counts), time: total(times) };
  });
  return { sides, reference: options.text('reference') ?? names[0] ?? '', notes: rows.notes };
}

function inJson({ sides, reference, comparisons, interval, level, notes }: Answer): string {
  const [only, ...more] = comparisons;
  const alone = only === undefined || more.length > 0 ? {} : withoutName(only);
  const told = {
    ...alone,
    reference,
    groups: Object.fromEntries(sides.map(({ name, events, time }) => [name, { events, time, rate: events / time }])),
    ratios: Object.fromEntries(comparisons.map((comparison) => [comparison.name, withoutName(comparison)])),
    interval,
    level,
    notes,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function withoutName({ ratio, low, high, p, pBy }: Comparison) {
  return { ratio, low, high, p, pBy };
}

function inWords({ sides, reference, comparisons, interval, level, notes }: Answer, terminal: Terminal): string {
  const rows = sides.map(({ name, events, time }) => {
    const found = comparisons.find((comparison) => comparison.name === name);
    const ratio =
      found === undefined
        ? ['1', 'compared with', '']
        : [figure(found.ratio), `${figure(found.low)} to ${figure(found.high)}`, pInWords(found.p)];
    return [name, figure(events), figure(time), figure(events / time), ...ratio];
  });
  const headings = ['Group', 'Events', 'Time', 'Rate', 'Ratio', `${level * 100}% interval`, 'p'];
  return [
    `Rates compared with those of ${reference}, with ${interval === 'exact' ? 'exact' : 'logarithmic'} intervals.`,
    ...notesInWords([...notes, ...comparisons.flatMap(pNote)]),
    '',
    ...findingsTable(headings, rows, terminal.width),
    '',
  ].join('\n');
}

/** Said where p is not the one that R's poisson.test gives. */
function pNote({ name, pBy }: Comparison): string[] {
  if (pBy !== 'tails') return [];
  return [
    `p of ${name} is twice the smaller tail, as its interval has it: adding up what is no likelier gives a p on the other side of the level.`,
  ];
}
