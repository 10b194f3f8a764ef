/**
 * The words by which spreadsheets, databases and statistics programs write that a value is not there: the one list for
 * every file that Waymark reads. R writes NA, pandas nan or <NA> or NaT, SQL NULL or \N, SAS and Stata a full stop,
 * spreadsheets #N/A. "Unknown", "not stated" and "none" are not among
 * them: somebody wrote those down.
 */
const MISSING_WORDS: ReadonlySet<string> = new Set([
  '',
  '.',
  'na',
  'n/a',
  '#n/a',
  '#na',
  '<na>',
  'nan',
  '-nan',
  'nat',
  'null',
  '#null!',
  '(null)',
  '<null>',
  '\\n',
]);

const LONGEST = Math.max(...[...MISSING_WORDS].map((word) => word.length));

/** Whether a field holds no value: blank, or one of the words for that, whatever its capitals and the blanks around it. */
export function isMissingWord(field: string): boolean {
  if (field === '') return true;
  const plain = field.trim();
  return plain.length <= LONGEST && MISSING_WORDS.has(plain.toLowerCase());
}
