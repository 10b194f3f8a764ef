import {
  cumulativeIncidence,
  cumulativeIncidenceTest,
  incidenceAt,
  type CumulativeIncidence,
  type CumulativeIncidenceTest,
} from '../../../statistics/index.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, groupsIn, numbersIn } from './analysis-rows.ts';
import { columnNames, readDataFile } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  time: { value: 'COLUMN' },
  cause: { value: 'COLUMN' },
  by: { value: 'COLUMN' },
  at: { value: '90,365' },
  level: { value: '0.95' },
  json: {},
};

const ALL = 'all';
const MOST_CAUSES = 20;

interface Answer {
  readonly groups: readonly { readonly name: string; readonly curves: CumulativeIncidence }[];
  readonly causes: number;
  readonly times: readonly number[];
  /** Of each cause, whether the groups differ in it; none where there is one group. */
  readonly tests: readonly CumulativeIncidenceTest[];
  readonly level: number;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics competing-risks`: cumulative incidence of each cause, and Robert Gray's test. Throws `InputFault`. */
export async function runCompetingRisks(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('competing-risks', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const [file, time, cause] = [options.needed('data'), options.needed('time'), options.needed('cause')];
  const by = columnNames(options.text('by'));
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const rows = analysisRows(await readDataFile(file), [time, cause, ...by]);
  const [times, codes] = [numbersIn(rows, time), numbersIn(rows, cause)];
  const odd = codes.findIndex((code) => !(Number.isInteger(code) && code >= 0 && code <= MOST_CAUSES));
  if (odd !== -1) {
    throw new InputFault(
      `${rows.data.name}: row ${(rows.rows[odd] ?? 0) + 1} of ${cause} is ${codes[odd]}; write 0 where nothing came, and 1, 2, … for what came`,
    );
  }
  const causes = codes.reduce((most, code) => Math.max(most, code), 0);
  if (causes === 0) throw options.fault(`nothing came to anybody: ${cause} is 0 in every row`);
  const grouped = by.length === 0 ? null : groupsIn(rows, by);
  const names = grouped?.names ?? [ALL];
  const groups = names.map((name, group) => {
    const own = [...codes.keys()].filter((row) => grouped === null || grouped.codes[row] === group);
    const curves = cumulativeIncidence(
      { time: own.map((row) => times[row] ?? Number.NaN), cause: own.map((row) => codes[row] ?? 0), causes },
      level,
    );
    if (!curves.ok) throw options.fault(`${name}: ${curves.refusal.message}`);
    return { name, curves: curves.value };
  });
  const at = timesAsked(options, times);
  const tests =
    grouped === null || names.length < 2
      ? []
      : Array.from({ length: causes }, (_, place) => {
          const test = cumulativeIncidenceTest({
            time: times,
            cause: codes,
            of: place + 1,
            group: grouped.codes,
            groups: names.length,
          });
          if (!test.ok) throw options.fault(test.refusal.message);
          return test.value;
        });
  return { groups, causes, times: at, tests, level, leftOut: rows.leftOut, notes: rows.notes };
}

/** Those of --at, or the last time that there is. */
function timesAsked(options: CommandOptions, times: Float64Array): readonly number[] {
  const texts = columnNames(options.text('at'));
  if (texts.length === 0) return [times.reduce((most, time) => Math.max(most, time), 0)];
  const asked = texts.map(Number);
  const odd = asked.findIndex((time) => !(time >= 0 && time < Infinity));
  if (odd === -1) return asked;
  throw options.fault(`--at is times with commas between them, as 90,365; not ${texts[odd]}`);
}

function inJson({ groups, causes, times, tests, level, leftOut, notes }: Answer): string {
  const causeNumbers = Array.from({ length: causes }, (_, at) => at + 1);
  const told = {
    groups: Object.fromEntries(
      groups.map(({ name, curves }) => [
        name,
        {
          n: curves.n,
          causes: Object.fromEntries(
            causeNumbers.map((cause) => [
              cause,
              {
                events: curves.incidence[cause - 1]?.events,
                at: times.map((time) => {
                  const { standardError, ...point } = incidenceAt(curves, cause, time);
                  return { time, ...point, se: standardError };
                }),
              },
            ]),
          ),
        },
      ]),
    ),
    tests: Object.fromEntries(tests.map((test, at) => [at + 1, test])),
    level,
    rowsLeftOut: leftOut,
    notes,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function inWords({ groups, causes, times, tests, level, notes }: Answer, terminal: Terminal): string {
  const rows = groups.flatMap(({ name, curves }) =>
    Array.from({ length: causes }, (_, at) => at + 1).flatMap((cause) =>
      times.map((time) => {
        const { incidence, standardError, low, high } = incidenceAt(curves, cause, time);
        return [
          name,
          `${cause}`,
          `${curves.incidence[cause - 1]?.events ?? 0}`,
          figure(time),
          figure(incidence),
          figure(standardError),
          `${figure(low)} to ${figure(high)}`,
        ];
      }),
    ),
  );
  return [
    'Cumulative incidence (Aalen and Johansen): the chance of each cause by each time, where one keeps out the others.',
    ...notesInWords(notes),
    '',
    ...findingsTable(
      ['Group', 'Cause', 'Events', 'Time', 'Incidence', 'SE', `${level * 100}% interval`],
      rows,
      terminal.width,
    ),
    '',
    ...tests.map(
      ({ chiSquared, df, p }, at) =>
        `Robert Gray’s test of cause ${at + 1}: chi-squared ${figure(chiSquared)} on ${df} degrees of freedom, p ${pInWords(p)}.`,
    ),
    '',
  ].join('\n');
}
