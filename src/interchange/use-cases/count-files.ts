import { ok, refuse, type Result } from '../../shared/result.ts';
import type { FileRefusal, RecordFile, RowBlock } from '../domain/record-rows.ts';

/** Reads the rows of one file, block by block, into a count of them. */
export interface FileImport<Count, Refusal> {
  read(block: RowBlock): Result<null, Refusal>;
  /** The rows read so far. */
  readonly rows: number;
  finish(): Result<Count, Refusal>;
}

/** A file to be counted, what counts it, and what is said of it beside its count. */
export interface FileToCount<About, Count, Refusal> {
  readonly file: RecordFile;
  readonly about: About;
  readonly records: FileImport<Count, Refusal>;
}

/** Called now and then with the rows read so far, of all files, and the file being read. */
export type OnRows = (rows: number, file: RecordFile) => void;

/**
 * Counts files one after another, each read once, in blocks. Refuses the first that is not of the format, or that breaks
 * off, and names it.
 */
export async function countFiles<About, Count, Refusal>(
  files: AsyncIterable<FileToCount<About, Count, Refusal>>,
  onRows: OnRows = () => undefined,
): Promise<Result<readonly (About & Count)[], (FileRefusal | Refusal) & { readonly file: string }>> {
  const counted: (About & Count)[] = [];
  let before = 0;
  for await (const { file, about, records } of files) {
    const count = await countFile(file, records, (rows) => onRows(before + rows, file));
    if (!count.ok) return refuse({ ...count.refusal, file: file.name });
    before += records.rows;
    counted.push({ ...about, ...count.value });
  }
  return ok(counted);
}

/** Counts one file. Refuses one that is not of the format, or that breaks off. */
async function countFile<Count, Refusal>(
  file: RecordFile,
  records: FileImport<Count, Refusal>,
  onRows: (rows: number) => void = () => undefined,
): Promise<Result<Count, FileRefusal | Refusal>> {
  for await (const block of file.blocks) {
    if ('code' in block) return refuse(block);
    const result = records.read(block);
    if (!result.ok) return result;
    onRows(records.rows);
  }
  return records.finish();
}

/** What each two files have in common, where they have anything: what is in both may be counted twice. */
export function overlapsAmong<File, Overlap>(
  files: readonly File[],
  overlapOf: (one: File, other: File) => Overlap | null,
): Overlap[] {
  return files.flatMap((one, at) =>
    files.slice(at + 1).flatMap((other) => {
      const overlap = overlapOf(one, other);
      return overlap === null ? [] : [overlap];
    }),
  );
}
