import { placeIn } from '../schemes/index.ts';
import { InputFault } from './exit.ts';

/** No facts nest deeper; a text that does would run the program out of stack. */
const DEEPEST = 50;

/**
 * Reads JSON. Throws `InputFault` with line and column where it is not, where a name is given twice in one object (the
 * last would silently win, and decide about a person), and where it nests beyond anything meant.
 */
export function readJson(text: string, name: string): unknown {
  const fault = (offset: number, problem: string): InputFault => {
    const { line, column } = placeIn(text, offset);
    return new InputFault(`${name}:${line}:${column}: ${problem}`);
  };
  if (text.trim() === '') throw new InputFault(`${name}: is empty; write a JSON object of facts, as: { "age": 25 }`);
  const odd = oddityIn(text);
  try {
    if (odd !== null && odd.problem === TOO_DEEP) throw fault(odd.offset, odd.problem);
    const value: unknown = JSON.parse(text);
    if (odd !== null) throw fault(odd.offset, odd.problem);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw fault(offsetOf(error, text), `is not JSON: ${wordsOf(error)}; correct it here or just before`);
  }
}

const TOO_DEEP = 'nests too deeply; facts need three levels at most';
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/gs;
const ANY_TOKENS = /(?:\s+|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:])*/sy;

interface Oddity {
  readonly offset: number;
  readonly problem: string;
}

/** The first name given twice in an object, or the place where the nesting goes too deep. Exact where the text is JSON. */
function oddityIn(text: string): Oddity | null {
  const open: Set<string>[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [token, colon] = match;
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = token.slice(0, token.lastIndexOf('"') + 1);
      if (open.at(-1)?.has(key)) return { offset: match.index, problem: `${key} is given twice; keep one of the two` };
      open.at(-1)?.add(key);
    }
    if (open.length > DEEPEST) return { offset: match.index, problem: TOO_DEEP };
  }
  return null;
}

/** Where V8 says the fault is. */
function offsetOf({ message }: SyntaxError, text: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  // V8 gives no position where a word begins wrongly: it is the first that is no token of JSON.
  ANY_TOKENS.lastIndex = 0;
  return ANY_TOKENS.exec(text)?.[0].length ?? 0;
}

/** V8's words, without the place, which is said in front, and without the echo of the whole text. */
function wordsOf({ message }: SyntaxError): string {
  const words = message
    .replace(/ in JSON at position.*$/s, '')
    .replace(/, (\.{3})?".*$/s, '')
    .replace(/ at position \d+.*$/s, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
}
