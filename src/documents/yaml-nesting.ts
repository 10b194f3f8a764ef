import { Lexer } from 'yaml';

/** Deeper than any document a person writes; well short of where the YAML parser runs out of stack. */
const DEEPEST = 60;

/**
 * The offset at which a YAML text nests too deeply to be read safely, or null. The parser recurses, and a file of a
 * million brackets would end the whole process; its lexer does not recurse, so it can be asked first.
 */
export function tooDeepAt(text: string): number | null {
  let offset = 0;
  let brackets = 0;
  let markersOnLine = 0;
  let lineStart = true;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets += 1;
    if (token === ']' || token === '}') brackets -= 1;
    if (token === '-' || token === '?' || token === ':') markersOnLine += 1;
    const indent = lineStart && /^ +$/.test(token) ? token.length : 0;
    if (brackets > DEEPEST || markersOnLine > DEEPEST || indent > 2 * DEEPEST) return offset;
    lineStart = token === '\n' || token === '\r\n';
    if (lineStart && brackets <= 0) markersOnLine = 0;
    offset += CONTROL_TOKENS.has(token) ? 0 : token.length;
  }
  return null;
}

/** What the lexer says besides pieces of the text: document start, flow error, scalar start. */
const CONTROL_TOKENS = new Set(['\u0002', '\u0018', '\u001f']);
