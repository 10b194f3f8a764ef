import type { TableBlock, TableRow } from '../blocks/block.ts';
import { PAGE, TEXT_WIDTH, type Ink, type ReportSheet } from './report-sheet.ts';

const INK: Ink = { size: 8 };
const HEAD: Ink = { size: 8, bold: true };
const PAD = 4;

/** Writes a table with a heading row on every page that it comes to, and its cells tagged as headings and cells. */
export function writeTable(sheet: ReportSheet, { caption, head, rows, numbersFrom }: TableBlock): void {
  const widths = columnWidths(sheet, { head, rows, numbersFrom });
  sheet.makeRoom(70);
  const table = sheet.tag('Table');
  sheet.tag('Caption', {
    under: table,
    draw: () => sheet.write(caption, { x: PAGE.left, y: sheet.y, width: TEXT_WIDTH }, { size: 9.5, bold: true }),
  });
  sheet.y += sheet.heightOf(caption, TEXT_WIDTH, { size: 9.5, bold: true }) + 4;
  const rowOf = (cells: readonly string[], kind: 'head' | 'group' | 'row') => {
    const ink = kind === 'row' ? INK : HEAD;
    const own = kind === 'group' ? [TEXT_WIDTH] : widths;
    const shown = kind === 'group' ? cells.slice(0, 1) : cells;
    const height =
      Math.max(...shown.map((cell, at) => sheet.heightOf(cell, (own[at] ?? 40) - PAD * 2, ink))) + PAD * 1.5;
    if (sheet.makeRoom(height) && kind !== 'head') rowOf(head, 'head');
    const line = sheet.tag('TR', { under: table });
    let x: number = PAGE.left;
    for (const [at, cell] of shown.entries()) {
      const width = own[at] ?? 40;
      const isNumber = kind !== 'group' && at >= numbersFrom && head[at] !== 'Method';
      const left = x;
      sheet.tag(kind === 'row' && at > 0 ? 'TD' : 'TH', {
        under: line,
        draw: () =>
          sheet.write(
            cell,
            { x: left, y: sheet.y + PAD / 2, width: width - PAD * 2, align: isNumber ? 'right' : 'left' },
            ink,
          ),
      });
      x += width;
    }
    line.end();
    sheet.y += height;
    sheet.ornament(() =>
      sheet.document
        .moveTo(PAGE.left, sheet.y - PAD / 2)
        .lineTo(PAGE.left + TEXT_WIDTH, sheet.y - PAD / 2)
        .lineWidth(kind === 'head' ? 0.8 : 0.4)
        .stroke(kind === 'head' ? '#505a5f' : '#b1b4b6'),
    );
  };
  rowOf(head, 'head');
  for (const { cells, isHeading } of rows) rowOf(cells, isHeading === true ? 'group' : 'row');
  table.end();
  sheet.y += 12;
}

const NARROWEST = 34;

/** Columns as wide as their longest cell asks, shrunk in proportion where that is more than there is. */
interface Columns {
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
  readonly numbersFrom: number;
}

function columnWidths(sheet: ReportSheet, { head, rows, numbersFrom }: Columns): number[] {
  const wanted = head.map((text, at) => {
    const cells = rows.filter(({ isHeading }) => isHeading !== true).map(({ cells }) => cells[at] ?? '');
    const longest = [text, ...cells].map((cell) => widthOf(sheet, cell));
    const word = Math.max(...[text, ...cells].flatMap((cell) => cell.split(' ')).map((part) => widthOf(sheet, part)));
    // Numbers stay on one line where they can; their headings may be broken.
    const numbers = at >= numbersFrom && text !== 'Method' ? Math.min(130, Math.max(...longest.slice(1), 0)) : 0;
    return { full: Math.max(...longest), word: Math.max(word, numbers) };
  });
  const total = wanted.reduce((sum, { full }) => sum + full, 0);
  if (total <= TEXT_WIDTH) return wanted.map(({ full }) => (full / total) * TEXT_WIDTH);
  // What a line of words may be broken over; every column keeps room for its longest word.
  const least = wanted.map(({ word, full }) => Math.min(full, Math.max(NARROWEST, Math.min(word, 130))));
  const rest = TEXT_WIDTH - least.reduce((sum, width) => sum + width, 0);
  const over = wanted.map(({ full }, at) => Math.sqrt(Math.max(0, full - (least[at] ?? 0))));
  const overall = over.reduce((sum, width) => sum + width, 0) || 1;
  return least.map((width, at) => width + (Math.max(0, rest) * (over[at] ?? 0)) / overall);
}

function widthOf(sheet: ReportSheet, text: string): number {
  sheet.document.font('Helvetica-Bold').fontSize(INK.size);
  return sheet.document.widthOfString(text) + PAD * 3;
}
