import { ok, type Result } from '../../shared/result.ts';
import { duplicateWindow } from '../domain/duplicate-window.ts';
import type { FileRefusal, RecordFile } from '../domain/record-rows.ts';
import type { Force } from '../../reference/index.ts';
import type { StreetHeaderRefusal } from '../domain/street-crime/street-header.ts';
import {
  outcomeCells,
  streetImport,
  type OutcomeCell,
  type StreetCount,
} from '../domain/street-crime/street-import.ts';
import { countFiles, overlapsAmong, type OnRows } from './count-files.ts';

export interface OutcomesQuestion {
  /** Street-crime files, opened one after another. */
  readonly files: AsyncIterable<RecordFile>;
  readonly forces: readonly Force[];
  /** The month in which the files are read, as 2019-12. */
  readonly thisMonth: string;
  readonly onProgress?: OnRows;
}

export interface CountedStreetFile extends StreetCount {
  readonly name: string;
}

/** Two files that hold the same month of a force: its crimes are counted twice. */
export interface StreetOverlap {
  readonly files: readonly [string, string];
  /** As `durham 2019-12`. */
  readonly forceMonths: readonly string[];
}

export interface OutcomesAnswer {
  readonly files: readonly CountedStreetFile[];
  readonly cells: readonly OutcomeCell[];
  readonly overlaps: readonly StreetOverlap[];
}

export type OutcomesRefusal = (FileRefusal | StreetHeaderRefusal) & { readonly file: string };

/**
 * Counts the drugs crimes of street-crime files by force, month and how they were closed. Each file is read once, in
 * parts. Refuses a file that is not of the format, or that breaks off.
 */
export async function countOutcomes(question: OutcomesQuestion): Promise<Result<OutcomesAnswer, OutcomesRefusal>> {
  const { files, forces, thisMonth, onProgress } = question;
  const cells = outcomeCells();
  const seen = duplicateWindow();

  async function* filesToCount() {
    for await (const file of files) {
      yield { file, about: { name: file.name }, records: streetImport(file, { forces, thisMonth, cells, seen }) };
    }
  }

  const counted = await countFiles(filesToCount(), onProgress);
  if (!counted.ok) return counted;
  return ok({ files: counted.value, cells: cells.cells(), overlaps: overlapsAmong(counted.value, overlapOf) });
}

function overlapOf(one: CountedStreetFile, other: CountedStreetFile): StreetOverlap | null {
  const shared = one.forceMonths.filter((forceMonth) => other.forceMonths.includes(forceMonth));
  return shared.length === 0 ? null : { files: [one.name, other.name], forceMonths: shared };
}
