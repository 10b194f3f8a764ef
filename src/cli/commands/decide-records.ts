import { decideRecords, recordsJson, type RecordFile, type RecordsAnswer } from '../../interchange/index.ts';
import type { Force } from '../../reference/index.ts';
import { loadForces } from '../../reference/store/forces.ts';
import { openRecordFile } from '../../interchange/store/open-record-file.ts';
import { isComparator } from '../../schemes/index.ts';
import { loadCatalogue } from '../../schemes/store/catalogue-files.ts';
import { loadReferenceLists } from '../../reference/store/reference-lists.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { knownForce } from '../known-force.ts';
import { progressLine } from '../output/progress-line.ts';
import { readArguments, type Arguments, type OptionTable } from '../read-arguments.ts';
import { readAsOf } from '../read-as-of.ts';
import { inputName } from '../read-input.ts';
import { recordsReport } from '../output/records-report.ts';
import type { Terminal } from '../terminal.ts';

const FORMAT = 'police-uk-stop-and-search';

const OPTIONS: OptionTable = {
  records: { value: 'FILE.csv[.gz]' },
  format: { value: FORMAT },
  force: { value: 'ID' },
  'as-of': { value: 'YYYY-MM-DD' },
  json: {},
};

interface RecordsRequest {
  readonly path: string;
  readonly force: Force;
  readonly asOf: CalendarDay | null;
  readonly asJson: boolean;
}

/**
 * `waymark decide --records FILE --format police-uk-stop-and-search --force ID [--as-of DAY] [--json]`: decides every
 * record of a file against every scheme of the catalogue but those of other countries. Prints nothing before it has read all of the file. Throws
 * `InputFault` for a wrong option and for a file that cannot be used.
 */
export async function runDecideRecords(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const given = readArguments('decide', OPTIONS, words);
  const forces = await loadForces();
  const request = recordsRequest(given, forces);
  const reference = await loadReferenceLists();
  const schemes = (await loadCatalogue(undefined, reference)).filter((scheme) => !isComparator(scheme));
  const file = await openRecordFile(request.path);
  if (!file.ok) throw fileFault(request.path, file.refusal);

  const { vocabulary } = reference;
  const answer = await withProgress(file.value, (onProgress) =>
    decideRecords({
      file: file.value,
      vocabulary,
      schemes,
      forces,
      force: request.force.id,
      asOf: request.asOf,
      onProgress,
    }),
  );
  if (!answer.ok) throw fileFault(request.path, answer.refusal);
  await terminal.write(textOf(answer.value, request, terminal));
  return EXIT.done;
}

function recordsRequest({ flags, values, words }: Arguments, forces: readonly Force[]): RecordsRequest {
  const value = (name: string): string | undefined => values.get(name)?.[0];
  const path = value('records');
  if (path === undefined) throw new InputFault('decide: name the file of records: --records FILE.csv');
  const [word] = words;
  if (word !== undefined)
    throw new InputFault(`decide: "${word}" is one word too many; records are named by one --records FILE`);
  const format = value('format');
  if (format !== FORMAT) {
    const problem = format === undefined ? 'the format of the records is not given' : `there is no format "${format}"`;
    throw new InputFault(`decide: ${problem}; write --format ${FORMAT}`);
  }
  const day = value('as-of');
  return {
    path,
    force: forceAsked(value('force'), forces),
    asOf: day === undefined ? null : readAsOf('decide', day),
    asJson: flags.has('json'),
  };
}

function forceAsked(id: string | undefined, forces: readonly Force[]): Force {
  if (id === undefined) throw new InputFault('decide: say whose searches these are: --force ID, as --force durham');
  return knownForce('decide', id, forces);
}

function fileFault(
  path: string,
  { problem, remedy }: { readonly problem: string; readonly remedy: string },
): InputFault {
  return new InputFault(`${inputName(path)}: ${problem}; ${remedy}`);
}

/** Shows on standard error how far it has come, where that is a screen. */
async function withProgress<Value>(
  file: RecordFile,
  work: (onProgress: (rows: number) => void) => Promise<Value>,
): Promise<Value> {
  const line = progressLine(process.stderr);
  try {
    return await work((rows) => {
      const share = file.progress();
      const part = share === null ? '' : ` (${Math.floor(share * 100)}% of the file)`;
      line.show(`${rows.toLocaleString('en-GB')} rows decided${part}`);
    });
  } finally {
    line.clear();
  }
}

function textOf(answer: RecordsAnswer, { force, asOf, asJson, path }: RecordsRequest, terminal: Terminal): string {
  if (asJson) return `${JSON.stringify(recordsJson(answer), null, 2)}\n`;
  return recordsReport(answer, { file: inputName(path), force, asOf }, terminal);
}
