import type { YAMLError } from 'yaml';

/** What is wrong and what would be right. */
export interface Problem {
  readonly problem: string;
  readonly remedy: string;
}

/**
 * YAML's own complaints in words that help a person who writes schemes and not parsers. What is not listed keeps the
 * parser's words.
 */
export function yamlProblem(error: YAMLError, text: string): Problem {
  const at = text.slice(error.pos[0], error.pos[1]);
  return (
    PROBLEMS[error.code]?.(at, error.message) ?? {
      problem: lowerFirst(error.message),
      remedy: 'look at the quotes, colons and indentation just before this place',
    }
  );
}

const PROBLEMS: { readonly [code: string]: (at: string, message: string) => Problem } = {
  DUPLICATE_KEY: (at) => ({
    problem: `the key "${keyIn(at)}" is written twice in the same place`,
    remedy: 'keep one of the two',
  }),
  TAB_AS_INDENT: () => ({ problem: 'a tab is used to indent', remedy: 'indent with spaces' }),
  BAD_INDENT: (_, message) => ({
    problem: lowerFirst(message),
    remedy: 'line it up with its neighbours, and close every bracket',
  }),
  BLOCK_AS_IMPLICIT_KEY: () => ({
    problem: 'a second colon on one line makes two keys of it',
    remedy: 'put the text that holds a colon in quotes',
  }),
  MISSING_CHAR: (_, message) => ({ problem: lowerFirst(message), remedy: 'add what is missing' }),
  MULTIPLE_DOCS: () => ({ problem: 'a second document begins here (---)', remedy: 'keep one document to a file' }),
  TAG_RESOLVE_FAILED: () => ({ problem: 'a YAML tag (!) has no place here', remedy: 'write the plain value' }),
  BAD_SCALAR_START: (at) => ({
    problem: `a plain value cannot begin with ${at.slice(0, 1)}`,
    remedy: 'put the text in quotes',
  }),
  UNEXPECTED_TOKEN: (_, message) => ({
    problem: lowerFirst(message),
    remedy: 'look at the quotes, colons and indentation just before this place',
  }),
};

function keyIn(at: string): string {
  return at.split(/[:\n]/)[0]?.trim() ?? '';
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
