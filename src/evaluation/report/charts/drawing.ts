/**
 * A picture as marks on a sheet, in points: the same marks become SVG in a page and vectors in a PDF, so that both show
 * the same picture. Nothing here is told by colour alone: lines differ in dash, marks in shape, and names stand beside.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What it is a picture of, for people who can't see it. */
  readonly title: string;
  readonly description: string;
  readonly marks: readonly Mark[];
}

export type Mark = PathMark | RectMark | SymbolMark | TextMark;

/** A path in SVG's own letters. */
export interface PathMark {
  readonly kind: 'path';
  readonly d: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly [number, number];
  readonly fill?: string;
  readonly opacity?: number;
}

export interface RectMark {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: string;
  readonly stroke?: string;
}

export interface SymbolMark {
  readonly kind: 'symbol';
  readonly shape: 'circle' | 'square' | 'diamond';
  readonly x: number;
  readonly y: number;
  /** From side to side. */
  readonly size: number;
  readonly fill: string;
  readonly stroke: string;
}

export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly fill?: string;
}

/** A picture is drawn for the width there is: wide beside text, narrow on a telephone. */
export type DrawFor = (width: number) => Drawing;

/** Okabe and Ito's blue and vermilion, which most colour-blind people tell apart, and greys with enough contrast. */
export const INK = {
  withScheme: '#0072b2',
  without: '#c04a00',
  text: '#0b0c0c',
  quiet: '#505a5f',
  rule: '#b1b4b6',
  pale: '#f3f2f1',
  grid: '#dee0e2',
  white: '#ffffff',
} as const;

/** Small text that can still be read; large enough where a picture is not scaled. */
export const TEXT_SIZE = 13;

/** A straight line. */
export function lineMark(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  look: Omit<PathMark, 'kind' | 'd'> = {},
): PathMark {
  const [from, to] = [`${hundredths(x1)},${hundredths(y1)}`, `${hundredths(x2)},${hundredths(y2)}`];
  return { kind: 'path', d: `M${from}L${to}`, stroke: INK.rule, width: 1, ...look };
}

/** A place in hundredths of a point: nobody sees more, and more digits would be a number to read. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How wide a text is in Arial or Helvetica, near enough to place it. */
export function textWidth(text: string, size: number, bold = false): number {
  let units = 0;
  for (const letter of text)
    units += NARROW.includes(letter) ? 0.3 : WIDE.includes(letter) ? 0.8 : UPPER.test(letter) ? 0.68 : 0.54;
  return units * size * (bold ? 1.07 : 1);
}

const NARROW = "iljtfrI.,:;|!()[]’' -";
const WIDE = 'mwMW%@—';
const UPPER = /[A-Z]/;

/** A text in lines no wider than `width`; a word that is wider stands by itself. */
export function wrapped(text: string, width: number, { size = TEXT_SIZE, bold = false } = {}): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
