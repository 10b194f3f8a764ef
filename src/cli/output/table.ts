import { wrap } from './wrap.ts';

/** A column: its heading, and how much of what is left over it gets (0: only as wide as its widest word). */
export interface Column {
  readonly heading: string;
  readonly share: number;
}

const GAP = 2;
const NARROWEST_SHARED = 12;

/** What stands in a cell: paragraphs, each wrapped by itself. */
export type Cell = readonly string[];

/** A table laid out for a width: cells wrap within their columns, rows with more than one line are set apart. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): string[] {
  const widths = columnWidths(columns, rows, width);
  const laidOut = rows.map((row) =>
    row.map((cell, index) => cell.flatMap((paragraph) => wrap(paragraph, widths[index] ?? 0))),
  );
  const tall = laidOut.some((row) => row.some((lines) => lines.length > 1));
  const heading = linesOf(
    columns.map(({ heading: text }) => [text]),
    widths,
  );
  const rule = widths.map((columnWidth) => '─'.repeat(columnWidth)).join(' '.repeat(GAP));
  return [
    ...heading,
    rule,
    ...laidOut.flatMap((row, index) => [...(tall && index > 0 ? [''] : []), ...linesOf(row, widths)]),
  ];
}

function linesOf(row: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((lines, index) => (lines[line] ?? '').padEnd(widths[index] ?? 0))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function columnWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): number[] {
  const longest = columns.map(({ heading }, index) => {
    const texts = [heading, ...rows.flatMap((row) => row[index] ?? [])];
    return Math.max(...texts.map((text) => text.length));
  });
  const room = width - GAP * (columns.length - 1);
  const fixed = columns.reduce((sum, { share }, index) => sum + (share === 0 ? (longest[index] ?? 0) : 0), 0);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }, index) => {
    const wanted = longest[index] ?? 0;
    if (share === 0) return wanted;
    return Math.min(wanted, Math.max(NARROWEST_SHARED, Math.floor(((room - fixed) * share) / shares)));
  });
}
