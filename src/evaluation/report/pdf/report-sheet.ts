import Pdf from 'pdfkit';
import { pdfText } from './pdf-text.ts';

type Struct = PDFKit.PDFStructureElement;

export const PAGE = { width: 595.28, height: 841.89, left: 50, right: 50, top: 54, bottom: 60 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export interface Ink {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly mono?: boolean;
}

/**
 * A tagged PDF in the making: a place that moves down the page, page breaks only between pieces, so that no tag is cut,
 * and everything in a structure that a screen reader follows.
 */
export class ReportSheet {
  readonly document: PDFKit.PDFDocument;
  readonly #root: Struct;
  readonly #footer: string;
  readonly #chunks: Uint8Array[] = [];
  y: number = PAGE.top;
  #page = 0;

  constructor({ title, footer, madeAt }: { readonly title: string; readonly footer: string; readonly madeAt: Date }) {
    this.document = new Pdf({
      size: 'A4',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      autoFirstPage: false,
      tagged: true,
      pdfVersion: '1.7',
      lang: 'en-GB',
      displayTitle: true,
      info: { Title: pdfText(title), Creator: 'Waymark', CreationDate: madeAt },
    });
    this.document.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#root = this.document.struct('Document');
    this.document.addStructure(this.#root);
    this.#footer = footer;
    this.addPage();
  }

  addPage(): void {
    this.document.addPage();
    this.#page += 1;
    this.y = PAGE.top;
    this.document.markContent('Artifact', { type: 'Pagination' });
    this.write(
      this.#footer,
      { x: PAGE.left, y: PAGE.height - 34, width: TEXT_WIDTH - 40 },
      { size: 8, colour: '#505a5f' },
    );
    const number = String(this.#page);
    this.write(
      number,
      { x: PAGE.width - PAGE.right - 20, y: PAGE.height - 34, width: 20 },
      { size: 8, colour: '#505a5f' },
    );
    this.document.endMarkedContent();
  }

  /** Begins a page where a piece of this height does not fit on what is left of this one. */
  makeRoom(height: number): boolean {
    if (this.y + height <= PAGE.height - PAGE.bottom) return false;
    this.addPage();
    return true;
  }

  heightOf(text: string, width: number, ink: Ink): number {
    this.#use(ink);
    return this.document.heightOfString(pdfText(text) || ' ', { width, lineGap: ink.size * 0.2 });
  }

  write(
    text: string,
    place: { readonly x: number; readonly y: number; readonly width: number; readonly align?: 'right' | 'left' },
    ink: Ink,
  ): void {
    this.#use(ink);
    const { x, y, width, align = 'left' } = place;
    this.document
      .fillColor(ink.colour ?? '#0b0c0c')
      .text(pdfText(text), x, y, { width, align, lineGap: ink.size * 0.2 });
  }

  /** A structure element under another, or under the document; what `draw` draws belongs to it. */
  tag(
    name: string,
    { under, alt, draw }: { readonly under?: Struct; readonly alt?: string; readonly draw?: () => void } = {},
  ): Struct {
    const options = alt === undefined ? {} : { alt: pdfText(alt) };
    const element =
      draw === undefined ? this.document.struct(name, options) : this.document.struct(name, options, draw);
    (under ?? this.#root).add(element);
    return element;
  }

  /** A line, fill or rule that says nothing and is passed over by a screen reader. */
  ornament(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  async finish(): Promise<Uint8Array> {
    this.#root.end();
    const ended = new Promise<void>((resolve) => {
      this.document.on('end', () => resolve());
    });
    this.document.end();
    await ended;
    return Buffer.concat(this.#chunks);
  }

  #use({ size, bold, mono }: Ink): void {
    this.document.font(mono === true ? 'Courier' : bold === true ? 'Helvetica-Bold' : 'Helvetica').fontSize(size);
  }
}
