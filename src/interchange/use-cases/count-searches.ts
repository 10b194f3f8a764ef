import { daysBetween, type CalendarDay } from '../../shared/calendar-day.ts';
import { ok, type Result } from '../../shared/result.ts';
import { duplicateWindow } from '../domain/duplicate-window.ts';
import type { FileRefusal, RecordFile } from '../domain/record-rows.ts';
import type { HeaderRefusal } from '../domain/stop-and-search/header.ts';
import type { Force } from '../../reference/index.ts';
import { recordImport, type ImportCount } from '../domain/stop-and-search/record-import.ts';
import { searchCells, type ForceMonths, type SearchCell } from '../domain/stop-and-search/search-cells.ts';
import { countFiles, overlapsAmong, type OnRows } from './count-files.ts';

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
  /** The day on which the files are read. */
  readonly today: CalendarDay;
  readonly onProgress?: OnRows;
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
 * Counts the searches of persons in stop-and-search files by all that disproportionality is worked out from. Each file is read
 * once, in parts; a row that is a copy of one in a file before is not counted again. Refuses a file that is not of the
 * format, breaks off, or holds not one row that can be used.
 */
export async function countSearches(question: SearchesQuestion): Promise<Result<SearchesAnswer, SearchesRefusal>> {
  const { files, forces, today, onProgress } = question;
  const cells = searchCells();
  const seen = duplicateWindow();

  async function* filesToCount() {
    for await (const { file, force } of files) {
      const options = { force, forces, asOf: null, today, byEthnicity: true, seen };
      const { handle, finish } = cells.ofFile();
      const records = recordImport(file, options, handle);
      yield { file, about: { name: file.name, force }, records };
      finish();
    }
  }

  const counted = await countFiles(filesToCount(), onProgress);
  if (!counted.ok) return counted;
  return ok({
    files: counted.value,
    cells: cells.cells(),
    months: cells.months(),
    overlaps: overlapsAmong(counted.value, overlapOf),
  });
}

/** Files of neighbouring months may share a day, where the clock is an hour ahead. */
const MOST_SHARED_DAYS = 1;

function overlapOf(one: CountedFile, other: CountedFile): FileOverlap | null {
  if (one.days === null || other.days === null || one.force !== other.force) return null;
  const first = one.days.first > other.days.first ? one.days.first : other.days.first;
  const last = one.days.last < other.days.last ? one.days.last : other.days.last;
  if (first > last || daysBetween(first, last) < MOST_SHARED_DAYS) return null;
  return { files: [one.name, other.name], first, last };
}
