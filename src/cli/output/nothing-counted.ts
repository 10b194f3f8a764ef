import { refusedWords, type RefusedRows } from '../../interchange/index.ts';

interface ReadFile {
  readonly name: string;
  readonly rows: number;
  readonly refused: readonly RefusedRows[];
}

/** What became of the rows of files of which none was counted, file by file. */
export function nothingCounted(files: readonly ReadFile[]): string {
  const told = files.map(({ name, rows, refused }) =>
    rows === 0 ? `${name} has a header and no rows` : `${name} has ${refusedWords(refused)}`,
  );
  return `${told.join('; ')}; give files that hold some`;
}
