import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decideRecords,
  type RecordFile,
  type RecordsAnswer,
  type RecordsRefusal,
} from '../../src/interchange/index.ts';
import { loadForces } from '../../src/reference/store/forces.ts';
import { openRecordFile } from '../../src/interchange/store/open-record-file.ts';
import { shippedCatalogue } from '../../src/schemes/store/shipped-catalogue.test-support.ts';
import { loadReferenceLists } from '../../src/reference/store/reference-lists.ts';
import { calendarDayOf, type CalendarDay } from '../../src/shared/calendar-day.ts';
import { refuse, type Result } from '../../src/shared/result.ts';

export interface DecideOptions {
  readonly force?: string;
  readonly asOf?: CalendarDay | null;
}

const reference = await loadReferenceLists();
const setting = {
  vocabulary: reference.vocabulary,
  schemes: shippedCatalogue,
  forces: await loadForces(),
};

/** Decides a file against the whole catalogue. */
export async function decidePath(
  path: string,
  { force = 'durham', asOf = null }: DecideOptions = {},
): Promise<Result<RecordsAnswer, RecordsRefusal>> {
  return decidePaths([path], { force, asOf });
}

/** The day on which the tests read their files. */
const TODAY = calendarDayOf('2026-11-01');

/** Decides several files together. */
async function decidePaths(
  paths: readonly string[],
  { force = 'durham', asOf = null }: DecideOptions = {},
): Promise<Result<RecordsAnswer, RecordsRefusal>> {
  const files: RecordFile[] = [];
  for (const path of paths) {
    const file = await openRecordFile(path);
    if (!file.ok) return refuse({ ...file.refusal, file: path });
    files.push(file.value);
  }
  return decideRecords({ ...setting, files: each(files), force, asOf, today: TODAY });
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** Writes a file, decides it, and takes it away again. */
export async function decideContent(
  content: string | Buffer,
  { name = 'searches.csv', ...options }: DecideOptions & { readonly name?: string } = {},
): Promise<Result<RecordsAnswer, RecordsRefusal>> {
  return decideContents([{ name, content }], options);
}

interface WrittenFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Writes files, decides them together, and takes them away again. */
async function decideContents(
  files: readonly WrittenFile[],
  options: DecideOptions,
): Promise<Result<RecordsAnswer, RecordsRefusal>> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-records-'));
  try {
    const paths = files.map(({ name }) => join(folder, name));
    for (const [index, { content }] of files.entries()) await writeFile(paths[index] ?? '', content);
    return await decidePaths(paths, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The answer about a file that is expected to have one. */
export async function answerFor(
  content: string | Buffer,
  options: Parameters<typeof decideContent>[1] = {},
): Promise<RecordsAnswer> {
  const answer = await decideContent(content, options);
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.problem}`);
  return answer.value;
}

/** The answer about several files together that are expected to have one. */
export async function answerForFiles(contents: readonly string[]): Promise<RecordsAnswer> {
  const files = contents.map((content, index) => ({ name: `searches-${index + 1}.csv`, content }));
  const answer = await decideContents(files, {});
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.problem}`);
  return answer.value;
}
