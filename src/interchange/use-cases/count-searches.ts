import { ok, refuse, type Result } from '../../shared/result.ts';
import { duplicateWindow } from '../domain/duplicate-window.ts';
import type { FileRefusal, RecordFile } from '../domain/record-rows.ts';
import type { HeaderRefusal } from '../domain/stop-and-search/header.ts';
import type { ForceName } from '../domain/stop-and-search/named-force.ts';
import { recordImport, type ImportCount } from '../domain/stop-and-search/record-import.ts';
import { searchCells, type SearchCell } from '../domain/stop-and-search/search-cells.ts';

/** A stop-and-search file to be counted. */
export interface SearchFile {
  readonly file: RecordFile;
  /** The force whose searches it holds; null where each row names its own. */
  readonly force: string | null;
}

export interface SearchesQuestion {
  /** Opened one after another, in this order. */
  readonly files: AsyncIterable<SearchFile>;
  readonly forces: readonly ForceName[];
  /** Called now and then with the rows read so far, of all files, and the file being read. */
  readonly onProgress?: (rows: number, file: RecordFile) => void;
}

export interface CountedFile extends ImportCount {
  readonly name: string;
}

export interface SearchesAnswer {
  readonly files: readonly CountedFile[];
  readonly cells: readonly SearchCell[];
}

/** Why a file cannot be counted, and which. */
export type SearchesRefusal = (FileRefusal | HeaderRefusal) & { readonly file: string };

/**
 * Counts the searches of persons in stop-and-search files by all that disproportionality is asked of. Each file is read
 * once, in parts; a row that was in a file before counts once. Refuses a file that is not of the format, or breaks off.
 */
export async function countSearches(question: SearchesQuestion): Promise<Result<SearchesAnswer, SearchesRefusal>> {
  const { files, forces, onProgress } = question;
  const counted: CountedFile[] = [];
  const cells = searchCells(forces);
  const seen = duplicateWindow();
  let before = 0;

  for await (const { file, force } of files) {
    const records = recordImport(file, { force, forces, asOf: null, seen }, (place) => cells.takerOf(place, force));
    for await (const part of file.blocks) {
      const taken = 'code' in part ? refuse(part) : records.take(part);
      if (!taken.ok) return refuse({ ...taken.refusal, file: file.name });
      onProgress?.(before + records.rows, file);
    }
    const count = records.finish();
    if (!count.ok) return refuse({ ...count.refusal, file: file.name });
    before += records.rows;
    counted.push({ name: file.name, ...count.value });
  }
  return ok({ files: counted, cells: cells.cells() });
}
