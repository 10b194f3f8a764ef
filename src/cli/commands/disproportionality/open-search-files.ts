import { namedForce, type SearchFile } from '../../../interchange/index.ts';
import type { Force } from '../../../reference/index.ts';
import { openRecordFile } from '../../../interchange/store/open-record-file.ts';
import { InputFault } from '../../exit.ts';
import { inputName } from '../../read-input.ts';
import type { DisproportionalityRequest } from './read-request.ts';

/** Between the ids of forces whose searches lie in one file together. */
export const TOGETHER = '+';

/**
 * Opens the files one after another as they are asked for. The force is the one given, or the one that the file's name
 * gives (`2019-12-durham-stop-and-search.csv`), or is left to the rows. Throws `InputFault` for a file that cannot be read.
 */
export async function* openSearchFiles(
  { paths, forces: given }: DisproportionalityRequest,
  forces: readonly Force[],
): AsyncGenerator<SearchFile> {
  for (const path of paths) {
    const file = await openRecordFile(path);
    if (!file.ok) throw new InputFault(`${inputName(path)}: ${file.refusal.problem}; ${file.refusal.remedy}`);
    const force = given.length > 0 ? given.join(TOGETHER) : namedForce(file.value.name, forces);
    yield { file: file.value, force };
  }
}
