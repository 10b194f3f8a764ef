import type { Block, FigureBlock } from './blocks/block.ts';
import { drawPdf } from './pdf/draw-pdf.ts';
import { PAGE, ReportSheet, TEXT_WIDTH, type Ink } from './pdf/report-sheet.ts';
import { writeTable } from './pdf/write-table.ts';
import type { ReportModel } from './report-model.ts';

/** Pictures are drawn for this width and made smaller, so that their letters suit a printed page. */
const DRAWN_WIDTH = 660;

/** The same report as a tagged PDF on A4: the same blocks, pictures and tables as the page has. */
export async function renderReportPdf(model: ReportModel, madeAt: Date): Promise<Uint8Array> {
  const { title, subtitle, sections, evaluation } = model;
  const footer = `${title}. Plan ${evaluation.planHash.slice(0, 12)}.${evaluation.isGenerated ? ' Generated data: no real people.' : ''}`;
  const sheet = new ReportSheet({ title, footer, madeAt });
  paragraph(sheet, 'P', { text: 'Evaluation report', ink: { size: 11, colour: '#505a5f' }, after: 2 });
  paragraph(sheet, 'H1', { text: title, ink: { size: 22, bold: true }, after: 4 });
  paragraph(sheet, 'P', { text: subtitle, ink: { size: 11, colour: '#505a5f' }, after: 8 });
  sheet.ornament(() => sheet.document.rect(PAGE.left, sheet.y, TEXT_WIDTH, 3).fill('#0072b2'));
  sheet.y += 16;
  for (const { heading, blocks } of sections) {
    sheet.makeRoom(HEADING_HEIGHT + heightOfOpening(sheet, blocks));
    sheet.y += 8;
    sheet.document.outline.addItem(heading);
    paragraph(sheet, 'H2', { text: heading, ink: { size: 16, bold: true }, after: 6 });
    for (const block of blocks) writeBlock(sheet, block);
  }
  return sheet.finish();
}

const BODY: Ink = { size: 10 };
const HEADING_HEIGHT = 36;
/** The head of a table and a row or two. */
const OPENING_OF_TABLE = 90;

/** What must stand on the page of a section's heading: its first words, and with them a picture that comes first. */
function heightOfOpening(sheet: ReportSheet, [first, ...rest]: readonly Block[]): number {
  switch (first?.kind) {
    case 'paragraph':
      return sheet.heightOf(first.text, TEXT_WIDTH, BODY) + 8 + heightOfOpening(sheet, rest.slice(0, 1));
    case 'figure':
      return heightOfFigure(sheet, first);
    default:
      return OPENING_OF_TABLE;
  }
}

function writeBlock(sheet: ReportSheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      sheet.makeRoom(70);
      return paragraph(sheet, 'H3', { text: block.text, ink: { size: 12.5, bold: true }, after: 4 });
    case 'paragraph':
      return paragraph(sheet, 'P', { text: block.text, ink: BODY, after: 8 });
    case 'lead':
      return paragraph(sheet, 'P', { text: block.text, ink: { size: 13 }, after: 8, bar: true });
    case 'warning':
      return paragraph(sheet, 'P', { text: `Note: ${block.text}`, ink: BODY, after: 8, box: true });
    case 'code':
      return paragraph(sheet, 'Code', { text: block.text, ink: { size: 9, mono: true }, after: 8, box: true });
    case 'list':
      return list(sheet, block.items);
    case 'table':
      return writeTable(sheet, block);
    case 'figure':
      return figure(sheet, block);
  }
}

interface Paragraph {
  readonly text: string;
  readonly ink: Ink;
  readonly after: number;
  /** A line at its left, as the plain finding has. */
  readonly bar?: boolean;
  readonly box?: boolean;
}

function paragraph(sheet: ReportSheet, tag: string, { text, ink, after, bar = false, box = false }: Paragraph): void {
  const inset = bar || box ? 10 : 0;
  const width = TEXT_WIDTH - 2 * inset;
  const pad = box ? 6 : 0;
  const height = sheet.heightOf(text, width, ink) + 2 * pad;
  sheet.makeRoom(height);
  const { y } = sheet;
  if (box) {
    sheet.ornament(() =>
      sheet.document.rect(PAGE.left, y, TEXT_WIDTH, height).lineWidth(0.8).fillAndStroke('#f3f2f1', '#505a5f'),
    );
  }
  if (bar) sheet.ornament(() => sheet.document.rect(PAGE.left, y, 4, height).fill('#0072b2'));
  sheet.tag(tag, { draw: () => sheet.write(text, { x: PAGE.left + inset, y: y + pad, width }, ink) }).end();
  sheet.y += height + after;
}

function list(sheet: ReportSheet, items: readonly string[]): void {
  const whole = sheet.tag('L');
  for (const item of items) {
    const height = sheet.heightOf(item, TEXT_WIDTH - 14, BODY);
    sheet.makeRoom(height);
    const { y } = sheet;
    const line = sheet.tag('LI', { under: whole });
    sheet.tag('Lbl', { under: line, draw: () => sheet.write('•', { x: PAGE.left + 2, y, width: 10 }, BODY) });
    sheet.tag('LBody', {
      under: line,
      draw: () => sheet.write(item, { x: PAGE.left + 14, y, width: TEXT_WIDTH - 14 }, BODY),
    });
    line.end();
    sheet.y += height + 3;
  }
  whole.end();
  sheet.y += 6;
}

const FIGURE_SCALE = TEXT_WIDTH / DRAWN_WIDTH;

/** A picture with its title and sentence, which are not parted from it. */
function heightOfFigure(sheet: ReportSheet, { sentence, draw }: FigureBlock): number {
  return draw(DRAWN_WIDTH).height * FIGURE_SCALE + 24 + sheet.heightOf(sentence, TEXT_WIDTH, BODY);
}

function figure(sheet: ReportSheet, block: FigureBlock): void {
  const { title, sentence, draw, table } = block;
  sheet.makeRoom(heightOfFigure(sheet, block));
  const drawing = draw(DRAWN_WIDTH);
  const height = drawing.height * FIGURE_SCALE;
  paragraph(sheet, 'H3', { text: title, ink: { size: 12.5, bold: true }, after: 4 });
  paragraph(sheet, 'P', { text: sentence, ink: BODY, after: 8 });
  const { y } = sheet;
  const alt = `${drawing.title}. ${drawing.description}`;
  sheet
    .tag('Figure', { alt, draw: () => drawPdf(sheet.document, drawing, { x: PAGE.left, y, scale: FIGURE_SCALE }) })
    .end();
  sheet.y += height + 10;
  writeTable(sheet, table);
}
