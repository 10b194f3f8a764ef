import { symbolPath } from '../charts/draw-svg.ts';
import type { Drawing, Mark } from '../charts/drawing.ts';
import { pdfText } from './pdf-text.ts';

type Document = PDFKit.PDFDocument;

export interface DrawingPlace {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Draws a picture's marks as vectors, its upper left corner at a place. */
export function drawPdf(document: Document, drawing: Drawing, { x, y, scale }: DrawingPlace): void {
  document.save();
  document.translate(x, y).scale(scale);
  for (const mark of drawing.marks) {
    document.save();
    drawMark(document, mark);
    document.restore();
  }
  document.restore();
}

function drawMark(document: Document, mark: Mark): void {
  switch (mark.kind) {
    case 'path':
      if (mark.opacity !== undefined) document.opacity(mark.opacity);
      if (mark.dash !== undefined) document.dash(mark.dash[0], { space: mark.dash[1] });
      if (mark.fill !== undefined) document.path(mark.d).fill(mark.fill);
      if (mark.stroke !== undefined) {
        document
          .lineWidth(mark.width ?? 1)
          .path(mark.d)
          .stroke(mark.stroke);
      }
      return;
    case 'rect': {
      document.rect(mark.x, mark.y, mark.width, mark.height).lineWidth(1);
      const { fill, stroke } = mark;
      if (fill !== undefined && stroke !== undefined) document.fillAndStroke(fill, stroke);
      else if (fill !== undefined) document.fill(fill);
      else if (stroke !== undefined) document.stroke(stroke);
      return;
    }
    case 'symbol':
      document.lineWidth(1.5);
      if (mark.shape === 'circle') document.circle(mark.x, mark.y, mark.size / 2);
      else document.path(symbolPath(mark.shape, { x: mark.x, y: mark.y, half: mark.size / 2 }));
      document.fillAndStroke(mark.fill, mark.stroke);
      return;
    case 'text': {
      document.font(mark.bold === true ? 'Helvetica-Bold' : 'Helvetica').fontSize(mark.size);
      const text = pdfText(mark.text);
      const width = document.widthOfString(text);
      const shift = mark.anchor === 'end' ? width : mark.anchor === 'middle' ? width / 2 : 0;
      document
        .fillColor(mark.fill ?? '#0b0c0c')
        .text(text, mark.x - shift, mark.y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }
}
