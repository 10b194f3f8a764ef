import { ok, refuse, type Result } from '../../shared/result.ts';
import { duplicateWindow } from '../domain/duplicate-window.ts';
import type { FileRefusal, RecordFile } from '../domain/record-rows.ts';
import type { ForceName } from '../domain/stop-and-search/named-force.ts';
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
  readonly forces: readonly ForceName[];
  readonly onProgress?: (rows: number, file: RecordFile) => void;
}

export interface CountedStreetFile extends StreetCount {
  readonly name: string;
}

export interface OutcomesAnswer {
  readonly files: readonly CountedStreetFile[];
  readonly cells: readonly OutcomeCell[];
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
  return ok({ files: counted, cells: cells.cells() });
}
