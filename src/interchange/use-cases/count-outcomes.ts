import { ok, refuse, type Result } from '../../shared/result.ts';
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

export interface OutcomesQuestion {
  /** Street-crime files, opened one after another. */
  readonly files: AsyncIterable<RecordFile>;
  readonly forces: readonly Force[];
  readonly onProgress?: (rows: number, file: RecordFile) => void;
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
  const { files, forces, onProgress } = question;
  const counted: CountedStreetFile[] = [];
  const cells = outcomeCells();
  const seen = duplicateWindow();
  let before = 0;

  for await (const file of files) {
    const records = streetImport(file, { forces, cells, seen });
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
  return ok({ files: counted, cells: cells.cells(), overlaps: overlapsAmong(counted) });
}

function overlapsAmong(files: readonly CountedStreetFile[]): StreetOverlap[] {
  return files.flatMap((a, at) =>
    files.slice(at + 1).flatMap((b): StreetOverlap[] => {
      const shared = a.forceMonths.filter((forceMonth) => b.forceMonths.includes(forceMonth));
      return shared.length === 0 ? [] : [{ files: [a.name, b.name], forceMonths: shared }];
    }),
  );
}
