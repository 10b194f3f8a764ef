import { namedForce, TOGETHER, type SearchFile } from '../../../interchange/index.ts';
import type { Force } from '../../../reference/index.ts';
import { openRecordFiles } from '../../open-record-files.ts';
import type { DisproportionalityRequest } from './read-request.ts';

/**
 * Opens the files one after another as they are asked for. The force is the one given, or the one that the file's name
 * gives (`2019-12-durham-stop-and-search.csv`), or is left to the rows. Throws `InputFault` for a file that cannot be read.
 */
export async function* openSearchFiles(
  { paths, forces: asked }: DisproportionalityRequest,
  forces: readonly Force[],
): AsyncGenerator<SearchFile> {
  for await (const file of openRecordFiles(paths)) {
    yield { file, force: asked.length > 0 ? asked.join(TOGETHER) : namedForce(file.name, forces) };
  }
}
