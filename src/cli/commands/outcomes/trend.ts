import { outcomeTrend } from '../../../evaluation/index.ts';
import { countOutcomes, type RecordFile } from '../../../interchange/index.ts';
import { loadForces } from '../../../reference/store/forces.ts';
import { openRecordFile } from '../../../interchange/store/open-record-file.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { outcomeTrendReport, type TrendAnswer } from '../../output/outcome-trend-report.ts';
import { knownForces } from '../../known-forces.ts';
import { progressLine } from '../../output/progress-line.ts';
import { readArguments, type OptionTable } from '../../read-arguments.ts';
import { inputName } from '../../read-input.ts';
import type { Terminal } from '../../terminal.ts';

const OPTIONS: OptionTable = {
  records: { value: 'FILE.csv[.gz]', repeatable: true },
  force: { value: 'ID', repeatable: true },
  json: {},
};

/** `waymark outcomes trend`. Throws `InputFault` for a wrong option and for a file that cannot be used. */
export async function runTrend(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const given = readArguments('outcomes trend', OPTIONS, words);
  if (!given.values.has('records')) {
    throw new InputFault('outcomes trend: name the files of crimes: --records FILE.csv');
  }
  const paths = [...(given.values.get('records') ?? []), ...given.words];
  const twice = paths.find((path, at) => paths.indexOf(path) < at);
  if (twice !== undefined) throw new InputFault(`outcomes trend: ${twice} is given twice; give it once`);
  const forces = await loadForces();
  const asked = knownForces('outcomes trend', given.values.get('force') ?? [], forces);

  const line = progressLine(process.stderr);
  const counted = await countOutcomes({
    files: openFiles(paths),
    forces,
    onProgress: (rows, file) => line.show(`${rows.toLocaleString('en-GB')} crimes read, in ${file.name}`),
  }).finally(() => line.clear());
  if (!counted.ok) {
    const { file, problem, remedy } = counted.refusal;
    throw new InputFault(`${file}: ${problem}; ${remedy}`);
  }
  const cells = counted.value.cells.filter(({ force }) => asked.length === 0 || asked.includes(force));
  if (cells.length === 0) {
    const whose = asked.length === 0 ? '' : ` of ${asked.join(', ')}`;
    throw new InputFault(`outcomes trend: there is no drugs crime${whose} in the files; give files that hold some`);
  }
  const { files, overlaps } = counted.value;
  const answer = { trend: outcomeTrend(cells), files, overlaps, forces };
  await terminal.write(given.flags.has('json') ? inJson(answer) : outcomeTrendReport(answer, terminal));
  return EXIT.done;
}

async function* openFiles(paths: readonly string[]): AsyncGenerator<RecordFile> {
  for (const path of paths) {
    const file = await openRecordFile(path);
    if (!file.ok) throw new InputFault(`${inputName(path)}: ${file.refusal.problem}; ${file.refusal.remedy}`);
    yield file.value;
  }
}

function inJson({ trend, files, overlaps }: TrendAnswer): string {
  const method = {
    counts: 'rows of the files whose crime type is Drugs, as published; a crime with the id of another counts',
    shares: 'of crimes that were closed; Wilson, 95%',
    likeForLike:
      'first and last period, the months of the year in both, the forces with drugs crimes in each of these months and with outcomes in both periods',
  };
  return `${JSON.stringify({ method, ...trend, overlaps, files }, null, 2)}\n`;
}
