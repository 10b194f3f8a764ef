import { ok, refuse, type Result } from '../shared/result.ts';
import type { Place } from './document-fault.ts';

/** Why bytes are not text, and where they stop being so. */
export interface TextFault extends Place {
  readonly problem: string;
  readonly remedy: string;
}

/** The text of a file's bytes, without a byte-order mark, or where and why they are not UTF-8 text. */
export function utf8Text(bytes: Uint8Array): Result<string, TextFault> {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse({ line: 1, column: 1, problem: 'the file is UTF-16, not UTF-8', remedy: 'save it again as UTF-8' });
  }
  const text = new TextDecoder().decode(bytes);
  const odd = firstOf(text, '\uFFFD', '\0');
  if (odd === -1 || (text[odd] === '\uFFFD' && isUtf8(bytes))) return ok(text);
  return refuse(
    text[odd] === '\0'
      ? {
          ...placeIn(text, odd),
          problem: 'a null character: the file is not text',
          remedy: 'check that it is the right file',
        }
      : { ...placeIn(text, odd), problem: 'a character that is not UTF-8', remedy: 'save the file again as UTF-8' },
  );
}

function firstOf(text: string, ...characters: readonly string[]): number {
  const found = characters.map((character) => text.indexOf(character)).filter((at) => at !== -1);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** Line and column of a position in a text. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A replacement character may stand in a text by right: then the bytes are sound. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
