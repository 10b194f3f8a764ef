const LONGEST_SHOWN = 60;
const OTHER_SEPARATORS = /[;\t|]/;

/** Whether a first line that should name columns was written with another sign between them than a comma. */
export function isOtherSeparator(names: readonly string[]): boolean {
  const [first = ''] = names;
  return (names.length === 1 && OTHER_SEPARATORS.test(first)) || /^sep=[^,]/i.test(first);
}

/** The first line as it stands in the file, for whoever must find out what is wrong with it. */
export function firstLineWords(names: readonly string[]): string {
  const line = names.join(',').replace(/,+$/, '');
  return line.length > LONGEST_SHOWN ? `"${line.slice(0, LONGEST_SHOWN - 1)}…"` : `"${line}"`;
}

/** What is said of a file whose first line has another sign between its columns. */
export const OTHER_SEPARATOR = { problem: 'is not separated by commas', remedy: 'save it with commas (CSV)' };
