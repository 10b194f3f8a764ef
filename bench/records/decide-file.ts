import process from 'node:process';
import { decideRecords, type RecordFile, type RecordsAnswer } from '../../src/interchange/index.ts';
import type { Force } from '../../src/reference/index.ts';
import { loadForces } from '../../src/reference/store/forces.ts';
import { openRecordFile } from '../../src/interchange/store/open-record-file.ts';
import type { Scheme } from '../../src/schemes/index.ts';
import { loadCatalogue } from '../../src/schemes/store/catalogue-files.ts';
import { loadReferenceLists } from '../../src/reference/store/reference-lists.ts';
import { londonDayOf } from '../../src/shared/calendar-day.ts';
import type { Vocabulary } from '../../src/eligibility/index.ts';

/** What a file is decided by: the whole catalogue. */
export interface Setting {
  readonly vocabulary: Vocabulary;
  readonly schemes: readonly Scheme[];
  readonly forces: readonly Force[];
}

/** The largest real file is of the Welsh forces; this one of them has the most schemes. */
const FORCE = 'south-wales';

export async function loadSetting(): Promise<Setting> {
  const reference = await loadReferenceLists();
  const { vocabulary } = reference;
  return { vocabulary, schemes: await loadCatalogue(undefined, reference), forces: await loadForces() };
}

/** Opens a file; throws where it cannot be used. */
export async function openFile(path: string): Promise<RecordFile> {
  const file = await openRecordFile(path);
  if (!file.ok) throw new Error(`${path}: ${file.refusal.problem}`);
  return file.value;
}

/** Decides the records of a file, given by its path or opened already. */
export async function decideFile(file: string | RecordFile, setting: Setting): Promise<RecordsAnswer> {
  const opened = typeof file === 'string' ? await openFile(file) : file;
  const answer = await decideRecords({
    ...setting,
    files: only(opened),
    force: FORCE,
    asOf: null,
    today: londonDayOf(new Date()),
  });
  if (!answer.ok) throw new Error(`${opened.name}: ${answer.refusal.problem}`);
  return answer.value;
}

async function* only(file: RecordFile): AsyncGenerator<RecordFile> {
  yield file;
}

// Run as a program, it decides one file and prints the peak memory of its process, in bytes.
if (import.meta.main) {
  const { decided } = await decideFile(process.argv[2] ?? '', await loadSetting());
  process.stdout.write(JSON.stringify({ bytes: process.resourceUsage().maxRSS * 1024, decided }));
}
