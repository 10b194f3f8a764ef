import { decideRecords, recordsJson, type RecordFile, type RecordsAnswer } from '../../interchange/index.ts';
import type { Force } from '../../reference/index.ts';
import { loadForces } from '../../reference/store/forces.ts';
import { isComparator } from '../../schemes/index.ts';
import { loadCatalogue } from '../../schemes/store/catalogue-files.ts';
import { loadReferenceLists } from '../../reference/store/reference-lists.ts';
import { londonDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { knownForce } from '../known-force.ts';
import { progressLine } from '../output/progress-line.ts';
import { readArguments, type Arguments, type OptionTable } from '../read-arguments.ts';
import { readAsOf } from '../read-as-of.ts';
import { openRecordFiles } from '../open-record-files.ts';
import { nothingCounted } from '../output/nothing-counted.ts';
import { recordsReport } from '../output/records-report.ts';
import type { Terminal } from '../terminal.ts';

const FORMAT = 'police-uk-stop-and-search';

const OPTIONS: OptionTable = {
  records: { value: 'FILE.csv[.gz]', repeatable: true },
  format: { value: FORMAT },
  force: { value: 'ID' },
  'as-of': { value: 'YYYY-MM-DD' },
  json: {},
};

interface RecordsRequest {
  readonly paths: readonly string[];
  readonly force: Force;
  readonly asOf: CalendarDay | null;
  readonly asJson: boolean;
}

/**
 * `waymark decide --records FILE [FILE ..] --format police-uk-stop-and-search --force ID [--as-of DAY] [--json]`: decides
 * every record of the files against every scheme of the catalogue but those of other countries. Prints nothing before it
 * has read all of them. Throws `InputFault` for a wrong option, for a file that cannot be used, and where not one record
 * can be decided.
 */
export async function runDecideRecords(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const read = readArguments('decide', OPTIONS, words);
  const forces = await loadForces();
  const request = recordsRequest(read, forces);
  const reference = await loadReferenceLists();
  const schemes = (await loadCatalogue(undefined, reference)).filter((scheme) => !isComparator(scheme));

  const { vocabulary } = reference;
  const line = progressLine(process.stderr);
  const answer = await decideRecords({
    files: openRecordFiles(request.paths),
    vocabulary,
    schemes,
    forces,
    force: request.force.id,
    asOf: request.asOf,
    today: londonDayOf(new Date()),
    onProgress: (rows, file) => line.show(progressWords(rows, file)),
  }).finally(() => line.clear());
  if (!answer.ok) {
    const { file, problem, remedy } = answer.refusal;
    throw new InputFault(`${file}: ${problem}; ${remedy}`);
  }
  if (answer.value.decided === 0) {
    throw new InputFault(`decide: there is no search of a person in the files: ${nothingCounted(answer.value.files)}`);
  }
  await terminal.write(textOf(answer.value, request, terminal));
  return EXIT.done;
}

function recordsRequest({ flags, values, words }: Arguments, forces: readonly Force[]): RecordsRequest {
  const value = (name: string): string | undefined => values.get(name)?.[0];
  const named = values.get('records') ?? [];
  if (named.length === 0) throw new InputFault('decide: name the files of records: --records FILE.csv');
  const paths = [...named, ...words];
  const twice = paths.find((path, at) => paths.indexOf(path) < at);
  if (twice !== undefined) throw new InputFault(`decide: ${twice} is given twice; give it once`);
  const format = value('format');
  if (format !== FORMAT) {
    const problem = format === undefined ? 'the format of the records is not given' : `there is no format "${format}"`;
    throw new InputFault(`decide: ${problem}; write --format ${FORMAT}`);
  }
  const day = value('as-of');
  return {
    paths,
    force: forceAsked(value('force'), forces),
    asOf: day === undefined ? null : readAsOf('decide', day),
    asJson: flags.has('json'),
  };
}

function forceAsked(id: string | undefined, forces: readonly Force[]): Force {
  if (id === undefined) throw new InputFault('decide: say whose searches these are: --force ID, as --force durham');
  return knownForce('decide', id, forces);
}

/** How far it has come, for standard error where that is a screen. */
function progressWords(rows: number, file: RecordFile): string {
  const share = file.progress();
  const part = share === null ? '' : ` (${Math.floor(share * 100)}% of ${file.name})`;
  return `${rows.toLocaleString('en-GB')} rows decided${part}`;
}

function textOf(answer: RecordsAnswer, { force, asOf, asJson }: RecordsRequest, terminal: Terminal): string {
  if (asJson) return `${JSON.stringify(recordsJson(answer), null, 2)}\n`;
  return recordsReport(answer, { force, asOf }, terminal);
}
