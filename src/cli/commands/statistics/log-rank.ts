import { logRank, type LogRankTest } from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, eventsIn, groupsIn, numbersIn } from './analysis-rows.ts';
import { columnNames, readDataFile } from './data-file.ts';
import { readOptions } from './command-options.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  time: { value: 'COLUMN' },
  event: { value: 'COLUMN' },
  by: { value: 'COLUMN' },
  strata: { value: 'COLUMN' },
  json: {},
};

interface Answer {
  readonly test: LogRankTest;
  readonly names: readonly string[];
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics log-rank`: whether groups have the same hazard. Throws `InputFault` for what can't be compared. */
export async function runLogRank(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('log-rank', OPTIONS, words);
  const [file, time, event] = [options.needed('data'), options.needed('time'), options.needed('event')];
  const by = columnNames(options.needed('by'));
  const strata = columnNames(options.text('strata'));
  const rows = analysisRows(await readDataFile(file), [time, event, ...by, ...strata]);
  const { events, notes } = eventsIn(rows, event);
  const groups = groupsIn(rows, by);
  const inStrata = strata.length === 0 ? null : groupsIn(rows, strata);
  const result = logRank({
    time: numbersIn(rows, time),
    event: events,
    group: groups.codes,
    groups: groups.names.length,
    stratum: inStrata?.codes,
    strata: inStrata?.names.length,
  });
  if (!result.ok) throw options.fault(result.refusal.message);
  const answer = {
    test: result.value,
    names: groups.names,
    leftOut: rows.leftOut,
    notes: [...rows.notes, ...notes],
  };
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

function inJson({ test, names, leftOut, notes }: Answer): string {
  const { chiSquared, df, p } = test;
  const groups = Object.fromEntries(names.map((name, at) => [name, test.groups[at]]));
  return `${JSON.stringify({ chiSquared, df, p, groups, rowsLeftOut: leftOut, notes }, null, 2)}\n`;
}

function inWords({ test, names, notes }: Answer, terminal: Terminal): string {
  const rows = test.groups.map(({ n, observed, expected }, at) => [
    names[at] ?? '',
    `${n}`,
    `${observed}`,
    expected.toFixed(1),
  ]);
  return [
    `Log-rank test: chi-squared ${figure(test.chiSquared)} on ${test.df} degrees of freedom, p ${pInWords(test.p)}.`,
    ...notesInWords(notes),
    '',
    ...findingsTable(['Group', 'Rows', 'Events', 'Expected'], rows, terminal.width),
    '',
  ].join('\n');
}
