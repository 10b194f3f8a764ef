import type { RecordFile } from '../interchange/index.ts';
import { openRecordFile } from '../interchange/store/open-record-file.ts';
import { InputFault } from './exit.ts';
import { inputName } from './read-input.ts';

/** Opens files of records one after another as they are asked for. Throws `InputFault` for one that cannot be read. */
export async function* openRecordFiles(paths: readonly string[]): AsyncGenerator<RecordFile> {
  for (const path of paths) {
    const file = await openRecordFile(path);
    if (!file.ok) throw new InputFault(`${inputName(path)}: ${file.refusal.problem}; ${file.refusal.remedy}`);
    yield file.value;
  }
}
