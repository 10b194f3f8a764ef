/** How a file's bytes stand for text. UTF-8 here stands for Windows-1252 too: which it is, is told field by field. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that a file's first bytes tell, and how many of them are a byte-order mark. */
export function encodingOf(bytes: Uint8Array): { readonly encoding: FileEncoding; readonly markBytes: number } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  // Without a mark, a header in Latin letters gives UTF-16 away by its zero bytes.
  if (a !== 0 && b === 0) return { encoding: 'utf-16le', markBytes: 0 };
  if (a === 0 && b !== 0) return { encoding: 'utf-16be', markBytes: 0 };
  return { encoding: 'utf-8', markBytes: 0 };
}

/**
 * The bytes as text with one character for each byte of UTF-8 or Windows-1252, and `\n` for each line end, whatever it
 * was: `\r\n`, `\n` or `\r`.
 */
export async function* bytesAsText(chunks: AsyncIterable<Buffer>, encoding: FileEncoding): AsyncGenerator<string> {
  const toText = encoding === 'utf-8' ? (chunk: Buffer) => chunk.toString('latin1') : fromUtf16(encoding);
  let heldBack = '';
  for await (const chunk of chunks) {
    const text = heldBack + toText(chunk);
    // A carriage return at the end may be half of a line end.
    heldBack = text.endsWith('\r') ? '\r' : '';
    yield withPlainLineEnds(heldBack === '' ? text : text.slice(0, -1));
  }
  if (heldBack !== '') yield '\n';
}

function fromUtf16(encoding: FileEncoding): (chunk: Buffer) => string {
  const decoder = new TextDecoder(encoding);
  return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8').toString('latin1');
}

function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}
