import type { DrawFor } from '../charts/drawing.ts';

/** What a report is made of: the page and the PDF show the same blocks in the same order. */
export type Block =
  HeadingBlock | ParagraphBlock | LeadBlock | ListBlock | TableBlock | FigureBlock | CodeBlock | WarningBlock;

/** A heading within a section. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** The answer, in larger letters. */
export interface LeadBlock {
  readonly kind: 'lead';
  readonly text: string;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly string[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
  /** From which column on cells are numbers, set to the right. */
  readonly numbersFrom: number;
}

export interface TableRow {
  readonly cells: readonly string[];
  /** A row that heads those below it. */
  readonly isHeading?: boolean;
}

/** A picture with the sentence that says what it shows, and the table that holds its numbers. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly draw: DrawFor;
  readonly table: TableBlock;
}

export interface CodeBlock {
  readonly kind: 'code';
  readonly text: string;
}

/** What a reader must know before using the numbers. */
export interface WarningBlock {
  readonly kind: 'warning';
  readonly text: string;
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}
