import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import { errorMessage } from '../shared/error-message.ts';
import { placeIn } from '../documents/index.ts';
import { InputFault } from './exit.ts';

/** No facts nest deeper; a text that does would run the program out of stack. */
const DEEPEST = 50;

/**
 * Reads JSON. Throws `InputFault` with line and column where it is not, where a name is given twice in one object (the
 * last would silently win, and decide about a person), and where it nests beyond anything meant.
 */
export function readJson(text: string, name: string): unknown {
  if (text.trim() === '') throw new InputFault(`${name}: is empty; write a JSON object of facts, as: { "age": 25 }`);
  const found = firstFault(text);
  if (found !== null) {
    const { line, column } = placeIn(text, found.offset);
    throw new InputFault(`${name}:${line}:${column}: ${found.problem}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    // JSON.parse has the last word on what JSON is; should the two readers differ, its words are better than none.
    throw new InputFault(`${name}: is not JSON: ${errorMessage(error)}; correct it`);
  }
}

interface Found {
  readonly offset: number;
  readonly problem: string;
}

/** Stops the visit at the first fault: what follows it is often an echo. */
class Stop extends Error {
  readonly found: Found;

  constructor(offset: number, problem: string) {
    super(problem);
    this.found = { offset, problem };
  }
}

function firstFault(text: string): Found | null {
  const open: Set<string>[] = [];
  const enter = (offset: number): void => {
    open.push(new Set());
    if (open.length > DEEPEST) throw new Stop(offset, 'nests too deeply; facts need three levels at most');
  };
  const leave = (): void => void open.pop();
  const name = (key: string, offset: number): void => {
    if (open.at(-1)?.has(key)) throw new Stop(offset, `"${key}" is given twice; keep one of the two`);
    open.at(-1)?.add(key);
  };
  const fault = (code: ParseErrorCode, offset: number): void => {
    throw new Stop(offset, `is not JSON: ${wordsOf(code)}`);
  };
  try {
    const visitor = { onObjectBegin: enter, onArrayBegin: enter, onObjectEnd: leave, onArrayEnd: leave };
    visit(text, { ...visitor, onObjectProperty: name, onError: fault }, { disallowComments: true });
    return null;
  } catch (stop) {
    if (stop instanceof Stop) return stop.found;
    throw stop;
  }
}

const WORDS: { readonly [code: string]: string } = {
  InvalidSymbol: 'names and text go in double quotes; else write a number, true, false, a list or an object',
  ValueExpected: 'a value is missing; write text in double quotes, a number, true, false, a list or an object',
  InvalidNumberFormat: 'write a number such as 25 or 3.5',
  PropertyNameExpected: 'write a name in double quotes',
  ColonExpected: 'write ":" after the name',
  CommaExpected: 'write ","',
  CloseBraceExpected: 'close the object with "}"',
  CloseBracketExpected: 'close the list with "]"',
  EndOfFileExpected: 'nothing may follow; take the rest out',
  InvalidCommentToken: 'JSON has no comments; take it out',
  UnexpectedEndOfString: 'close the text with a double quote',
  UnexpectedEndOfNumber: 'finish the number',
  InvalidUnicode: 'write four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'write \\\\ for a backslash',
  InvalidCharacter: 'write such a character as \\n, \\t or \\u0000',
};

function wordsOf(code: ParseErrorCode): string {
  return WORDS[printParseErrorCode(code)] ?? 'take out what does not belong here';
}
