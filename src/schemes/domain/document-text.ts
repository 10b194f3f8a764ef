import { ok, refuse, type Result } from '../../shared/result.ts';
import type { DocumentFault } from './document-fault.ts';

const MOST_BYTES = 1_000_000;

/** The text of a file's bytes, without a byte-order mark, or why it is not a document to read. */
export function documentText(bytes: Uint8Array, file: string): Result<string, readonly DocumentFault[]> {
  const fault = (problem: string, remedy: string, place = { line: 1, column: 1 }) =>
    refuse([{ file, ...place, path: '', problem, remedy }]);
  if (bytes.length > MOST_BYTES) {
    const size = (bytes.length / 1_000_000).toFixed(1);
    return fault(
      `the file has ${size} MB, more than a document of this kind can need`,
      'check that it is the right file; the limit is 1 MB',
    );
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fault('the file is UTF-16, not UTF-8', 'save it again as UTF-8');
  }
  const text = new TextDecoder().decode(bytes);
  const odd = text.search(/[\uFFFD\u0000]/);
  if (odd === -1 || (text[odd] === '\uFFFD' && isUtf8(bytes))) return ok(text);
  const before = text.slice(0, odd).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return text[odd] === '\u0000'
    ? fault('the file holds a null character, so it is no text', 'check that it is the right file', place)
    : fault('a character here is not UTF-8', 'save the file again as UTF-8', place);
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
