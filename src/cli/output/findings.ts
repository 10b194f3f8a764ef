import { table } from './table.ts';

/** A number to four figures, as a table shows it. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return 'not known';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(2);
  return size >= 1000 ? value.toFixed(0) : Number(value.toPrecision(4)).toString();
}

/** A p value, with a floor below which its digits say nothing to a reader. */
export function pInWords(p: number): string {
  return p < 1e-4 ? '<0.0001' : p.toFixed(4);
}

/** A table of plain cells; the first column takes what room is left. */
export function findingsTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  return table(
    headings.map((heading, at) => ({ heading, share: at === 0 ? 1 : 0 })),
    rows.map((row) => row.map((cell) => [cell])),
    width,
  );
}

/** Notes, each on a line of its own. */
export function notesInWords(notes: readonly string[]): string[] {
  return notes.map((note) => `Note: ${note}.`);
}
