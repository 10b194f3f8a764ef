import { daysBetween, type CalendarDay } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { duplicateWindow } from '../domain/duplicate-window.ts';
import type { FileRefusal, RecordFile } from '../domain/record-rows.ts';
import type { HeaderRefusal } from '../domain/stop-and-search/header.ts';
import type { Force } from '../../reference/index.ts';
import { recordImport, type ImportCount } from '../domain/stop-and-search/record-import.ts';
import { searchCells, type ForceMonths, type SearchCell } from '../domain/stop-and-search/search-cells.ts';

/** A stop-and-search file to be counted. */
export interface SearchFile {
  readonly file: RecordFile;
  /** The force whose searches it holds; null where each row names its own. */
  readonly force: string | null;
}

export interface SearchesQuestion {
  /** Opened one after another, in this order. */
  readonly files: AsyncIterable<SearchFile>;
  readonly forces: readonly Force[];
  /** Called now and then with the rows read so far, of all files, and the file being read. */
  readonly onProgress?: (rows: number, file: RecordFile) => void;
}

export interface CountedFile extends ImportCount {
  readonly name: string;
  readonly force: string | null;
}

/** Two files that hold searches of the same days, so that a search may be in both and be written differently in each. */
export interface FileOverlap {
  readonly files: readonly [string, string];
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

export interface SearchesAnswer {
  readonly files: readonly CountedFile[];
  readonly cells: readonly SearchCell[];
  readonly months: readonly ForceMonths[];
  readonly overlaps: readonly FileOverlap[];
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
    counted.push({ name: file.name, force, ...count.value });
  }
  return ok({ files: counted, cells: cells.cells(), months: cells.months(), overlaps: overlapsAmong(counted) });
}

/** Files of neighbouring months may share a day, where the clock is an hour ahead. */
const MOST_SHARED_DAYS = 1;

function overlapsAmong(files: readonly CountedFile[]): FileOverlap[] {
  return files.flatMap((a, at) =>
    files.slice(at + 1).flatMap((b): FileOverlap[] => {
      if (a.days === null || b.days === null || a.force !== b.force) return [];
      const first = a.days.first > b.days.first ? a.days.first : b.days.first;
      const last = a.days.last < b.days.last ? a.days.last : b.days.last;
      if (first > last || daysBetween(first, last) < MOST_SHARED_DAYS) return [];
      return [{ files: [a.name, b.name], first, last }];
    }),
  );
}
