/** A way into a document: keys and list positions, from the top. */
export type DocumentPath = readonly (string | number)[];

/** Line and column of a character, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Something wrong in a document before its place is known: where (`at: 'key'` points at the key itself rather than at
 * what it holds), what is wrong, and what would be right.
 */
export interface Finding {
  readonly path: DocumentPath;
  readonly at?: 'key' | 'value';
  readonly problem: string;
  readonly remedy: string;
}

/** A finding with its place: what `waymark schemes check` prints. */
export interface DocumentFault extends Place {
  readonly file: string;
  /** `eligibility[0].rule.atLeast`; empty for the document as a whole. */
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

/** The path as people write it: `eligibility[0].rule.atLeast`. */
export function writtenPath(path: DocumentPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

/** Faults in the order in which a reader meets them; each told once. */
export function inReadingOrder(faults: readonly DocumentFault[]): DocumentFault[] {
  const seen = new Set<string>();
  return [...faults]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter((fault) => {
      const sentence = `${fault.line}:${fault.column} ${fault.problem}`;
      return seen.has(sentence) ? false : seen.add(sentence);
    });
}

/** True where `path` is `root` or lies below it. */
export function isWithin(path: DocumentPath, root: DocumentPath): boolean {
  return root.every((step, index) => path[index] === step);
}
