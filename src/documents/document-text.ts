import { refuse, type Result } from '../shared/result.ts';
import type { DocumentFault } from './document-fault.ts';
import { utf8Text } from './utf8-text.ts';

const MOST_BYTES = 1_000_000;

/** The text of a document's bytes, or why they are not a document to read. */
export function documentText(bytes: Uint8Array, file: string): Result<string, readonly DocumentFault[]> {
  if (bytes.length > MOST_BYTES) {
    const problem = `the file has ${(bytes.length / 1_000_000).toFixed(1)} MB, more than a document of this kind can need`;
    return refuse([
      { file, line: 1, column: 1, path: '', problem, remedy: 'check that it is the right file; the limit is 1 MB' },
    ]);
  }
  const text = utf8Text(bytes);
  return text.ok ? text : refuse([{ file, path: '', ...text.refusal }]);
}
