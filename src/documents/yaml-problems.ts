import type { YAMLError } from 'yaml';

const AROUND = 'look at the quotes, colons and indentation just before this place';

/** What is wrong and what would be right. */
export interface Problem {
  readonly problem: string;
  readonly remedy: string;
}

/**
 * YAML's own complaints in words that help a person who writes schemes and not parsers. What is not listed keeps the
 * parser's words.
 */
export function yamlProblem({ code, message, pos: [start] }: YAMLError, text: string): Problem {
  const words = `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return (
    PROBLEMS[code]?.(text.slice(start, start + 80), words, text.slice(lineStart, start)) ?? {
      problem: words,
      remedy: AROUND,
    }
  );
}

/**
 * The complaints without those that only echo an earlier one: the parser reads on after a slip and stumbles over the
 * lines that follow. What is left is one complaint a line, and none that a slip above it explains.
 */
export function withoutEchoes<Complaint extends YAMLError>(
  errors: readonly Complaint[],
  lineOf: (error: Complaint) => number,
): Complaint[] {
  const told: Complaint[] = [];
  const lines = new Set<number>();
  let firstLine = Infinity;
  for (const error of errors) {
    const line = lineOf(error);
    const isExplained =
      (ECHOES.has(error.code) && firstLine < line) || (KEY_TROUBLE.has(error.code) && lines.has(line - 1));
    if (lines.has(line) || isExplained) continue;
    told.push(error);
    lines.add(line);
    firstLine = Math.min(firstLine, line);
  }
  return told;
}

const ECHOES = new Set(['BAD_INDENT', 'UNEXPECTED_TOKEN']);
const KEY_TROUBLE = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']);

/** Whether a complaint is of a quotation mark that is opened and not closed; it then stands at the end of the text. */
export function isUnclosedQuote({ message }: YAMLError): boolean {
  return message.startsWith('Missing closing');
}

const PROBLEMS: { readonly [code: string]: (at: string, words: string, before: string) => Problem } = {
  DUPLICATE_KEY: (at) => ({
    problem: `the key "${keyIn(at)}" is written twice in the same place`,
    remedy: 'keep one of the two',
  }),
  TAB_AS_INDENT: () => ({ problem: 'a tab is used to indent', remedy: 'indent with spaces' }),
  BAD_INDENT: (_, words) => ({ problem: words, remedy: 'line it up with its neighbours, and close every bracket' }),
  BLOCK_AS_IMPLICIT_KEY: (at, _, before) => keyInKey(at, before),
  BLOCK_IN_FLOW: (at, words) => (/:(\s|$)/.test(lineOf(at)) ? TWO_COLONS : { problem: words, remedy: AROUND }),
  MULTILINE_IMPLICIT_KEY: () => NO_COLON,
  MISSING_CHAR: (_, words) => missing(words),
  MULTIPLE_DOCS: () => ({ problem: 'a second document begins here (---)', remedy: 'keep one document to a file' }),
  TAG_RESOLVE_FAILED: () => ({ problem: 'a YAML tag (!) has no place here', remedy: 'write the plain value' }),
  BAD_SCALAR_START: (at) => ({
    problem: `a plain value cannot begin with ${at.slice(0, 1)}`,
    remedy: 'put the text in quotes',
  }),
};

const NO_COLON = {
  problem: 'a key stands here without a colon and a space after it',
  remedy: 'write a colon and a space between the key and what it holds, or put the text in quotes',
};

const TWO_COLONS = {
  problem: 'a second colon on one line makes two keys of it',
  remedy: 'put the text that holds a colon in quotes',
};

function lineOf(at: string): string {
  return at.split('\n')[0] ?? '';
}

/** A value that turns out to hold keys itself: by a colon in its own line, or by a line below that is indented deeper. */
function keyInKey(at: string, before: string): Problem {
  if (/^\s*-\S/.test(before))
    return { problem: 'a dash begins an item, with a space after it', remedy: 'put a space after the dash' };
  if (/:(\s|$)/.test(lineOf(at))) return TWO_COLONS;
  return { problem: 'the line below this is indented too far', remedy: 'line it up with its neighbours' };
}

function missing(words: string): Problem {
  if (words.includes('quote')) return { problem: 'a quotation mark opens here and is not closed', remedy: 'close it' };
  return words.startsWith('implicit map key') ? NO_COLON : { problem: words, remedy: 'add what is missing' };
}

function keyIn(at: string): string {
  return at.split(/:\s|:$|\n/)[0]?.trim() ?? '';
}
