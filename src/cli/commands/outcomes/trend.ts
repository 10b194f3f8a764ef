import { outcomeTrend } from '../../../evaluation/index.ts';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { countOutcomes, type OutcomesAnswer } from '../../../interchange/index.ts';
import { loadForces } from '../../../reference/store/forces.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { outcomeTrendReport, type TrendAnswer } from '../../output/outcome-trend-report.ts';
import { knownForces } from '../../known-forces.ts';
import { progressLine } from '../../output/progress-line.ts';
import { readArguments, type OptionTable } from '../../read-arguments.ts';
import { openRecordFiles } from '../../open-record-files.ts';
import { nothingCounted } from '../../output/nothing-counted.ts';
import type { Terminal } from '../../terminal.ts';

const OPTIONS: OptionTable = {
  records: { value: 'FILE.csv[.gz]', repeatable: true },
  force: { value: 'ID', repeatable: true },
  json: {},
};

/** `waymark outcomes trend`. Throws `InputFault` for a wrong option and for a file that cannot be used. */
export async function runTrend(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const read = readArguments('outcomes trend', OPTIONS, words);
  if (!read.values.has('records')) {
    throw new InputFault('outcomes trend: name the files of crimes: --records FILE.csv');
  }
  const paths = [...(read.values.get('records') ?? []), ...read.words];
  const twice = paths.find((path, at) => paths.indexOf(path) < at);
  if (twice !== undefined) throw new InputFault(`outcomes trend: ${twice} is given twice; give it once`);
  const forces = await loadForces();
  const asked = knownForces('outcomes trend', read.values.get('force') ?? [], forces);

  const line = progressLine(process.stderr);
  const counted = await countOutcomes({
    files: openRecordFiles(paths),
    forces,
    thisMonth: londonDayOf(new Date()).slice(0, 7),
    onProgress: (rows, file) => line.show(`${rows.toLocaleString('en-GB')} crimes read, in ${file.name}`),
  }).finally(() => line.clear());
  if (!counted.ok) {
    const { file, problem, remedy } = counted.refusal;
    throw new InputFault(`${file}: ${problem}; ${remedy}`);
  }
  const cells = counted.value.cells.filter(({ force }) => asked.length === 0 || asked.includes(force));
  if (cells.length === 0) {
    throw new InputFault(`outcomes trend: ${whyNone(asked, counted.value)}`);
  }
  const { files, overlaps } = counted.value;
  const answer = { trend: outcomeTrend(cells), files, overlaps, forces, asked };
  await terminal.write(read.flags.has('json') ? inJson(answer) : outcomeTrendReport(answer, terminal));
  return EXIT.done;
}

/** Why there is nothing to show: the files hold crimes of other forces, or none that is counted. */
function whyNone(asked: readonly string[], { cells, files }: OutcomesAnswer): string {
  const others = [...new Set(cells.map(({ force }) => force))].sort();
  if (others.length === 0) return `there is no drugs crime in the files: ${nothingCounted(files)}`;
  return `there is no drugs crime of ${asked.join(', ')} in the files, which hold those of ${others.join(', ')}; give files that hold some`;
}

function inJson({ trend, files, overlaps }: TrendAnswer): string {
  const method = {
    counts: 'rows of the files whose crime type is Drugs, as published; a crime with the id of another counts',
    periods:
      'every month is in one; a run of two years or more makes its first and its last twelve months, and what is between',
    shares: 'of crimes that were closed; Wilson, 95%',
    likeForLike:
      'first and last period, the months of the year in both, the forces with drugs crimes in each of these months and with outcomes in both periods',
  };
  return `${JSON.stringify({ method, ...trend, overlaps, files }, null, 2)}\n`;
}
