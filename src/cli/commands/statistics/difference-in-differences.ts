import { differenceInDifferences, type DifferenceInDifferences } from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { eventsIn, groupsIn, numbersIn, analysisRows } from './analysis-rows.ts';
import { columnNames, readDataFile } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';
import { modelColumns } from './model-columns.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  outcome: { value: 'COLUMN' },
  reached: { value: 'COLUMN' },
  after: { value: 'COLUMN' },
  covariates: { value: 'A,B,C' },
  cluster: { value: 'COLUMN' },
  level: { value: '0.95' },
  json: {},
};

/** Below this many clusters, errors robust to them run short. */
const FEW_CLUSTERS = 20;
const NOT_CLUSTERED =
  'rows are taken for independent: where the same place or person comes before and after, name it by --cluster, or effects are found where there are none';

interface Answer {
  readonly found: DifferenceInDifferences;
  readonly level: number;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics difference-in-differences`. Throws `InputFault` for what can't be compared. */
export async function runDifferenceInDifferences(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('difference-in-differences', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const [file, outcome] = [options.needed('data'), options.needed('outcome')];
  const [reached, after] = [options.needed('reached'), options.needed('after')];
  const names = columnNames(options.text('covariates'));
  const cluster = options.text('cluster');
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const used = [outcome, reached, after, ...names, ...(cluster === undefined ? [] : [cluster])];
  const rows = analysisRows(await readDataFile(file), used);
  const [marked, later] = [eventsIn(rows, reached), eventsIn(rows, after)];
  const covariates = modelColumns(rows.data, names, rows.rows);
  const result = differenceInDifferences({
    outcome: numbersIn(rows, outcome),
    reached: marked.events,
    after: later.events,
    covariates: covariates.columns,
    ...(cluster === undefined ? {} : { clusters: groupsIn(rows, [cluster]).codes }),
    level,
  });
  if (!result.ok) throw options.fault(result.refusal.message);
  const { clusters } = result.value;
  const few =
    clusters === null
      ? [NOT_CLUSTERED]
      : clusters < FEW_CLUSTERS
        ? [`errors robust to only ${clusters} clusters run short: take p and interval for somewhat too sure`]
        : [];
  const notes = [...rows.notes, ...marked.notes, ...later.notes, ...covariates.notes, ...few];
  return { found: result.value, level, leftOut: rows.leftOut, notes };
}

function inJson({ found, level, leftOut, notes }: Answer): string {
  return `${JSON.stringify({ ...found, level, rowsLeftOut: leftOut, notes }, null, 2)}\n`;
}

function inWords({ found, level, notes }: Answer, terminal: Terminal): string {
  const { effect, reachedBefore, reachedAfter, othersBefore, othersAfter, rows } = found;
  const line = (name: string, before: typeof reachedBefore, after: typeof reachedBefore) => [
    name,
    `${figure(before.mean)} (${before.rows})`,
    `${figure(after.mean)} (${after.rows})`,
    figure(after.mean - before.mean),
  ];
  return [
    `Difference in differences of ${rows} rows: ${figure(effect.coefficient)} (${level * 100}% interval ${figure(effect.low)} to ${figure(effect.high)}), p ${pInWords(effect.p)}, standard error ${figure(effect.standardError)}.`,
    'It is the effect of the change only if both groups would have moved alike without it.',
    ...notesInWords(notes),
    '',
    ...findingsTable(
      ['Group', 'Mean before (rows)', 'Mean after (rows)', 'Change'],
      [line('reached', reachedBefore, reachedAfter), line('others', othersBefore, othersAfter)],
      terminal.width,
    ),
    '',
  ].join('\n');
}
