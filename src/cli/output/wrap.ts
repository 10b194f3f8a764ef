/**
 * Breaks text into lines of at most `width` characters, at spaces and after hyphens within words where a word alone is
 * too long. A word with no such place is left whole rather than cut.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((part) => pieces(part, width))) {
    const joined = line === '' ? word.text : line + (word.glued ? '' : ' ') + word.text;
    if (line !== '' && joined.length > width) {
      lines.push(line);
      line = word.text;
    } else line = joined;
  }
  return line === '' ? lines : [...lines, line];
}

interface Piece {
  readonly text: string;
  /** Follows the piece before without a space. */
  readonly glued: boolean;
}

function pieces(word: string, width: number): Piece[] {
  if (word.length <= width) return [{ text: word, glued: false }];
  return word.split(/(?<=[-/])/).map((text, index) => ({ text, glued: index > 0 }));
}

/** Wrapped text with `first` before its first line and as many spaces before the others; `first` may be styled. */
export function hanging(first: string, text: string, width: number, shownLength: number = first.length): string {
  return wrap(text, Math.max(16, width - shownLength))
    .map((line, index) => (index === 0 ? first : ' '.repeat(shownLength)) + line)
    .join('\n');
}
