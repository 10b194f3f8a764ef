/**
 * Rows come from the file as bytes, one character for each byte, so that no byte is lost before it is known what it
 * stands for: data.police.uk's files are UTF-8, but those saved again by a spreadsheet are often Windows-1252.
 */
const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');
const NOT_ASCII = /[\u0080-\u00ff]/;

/** The text that a field's bytes stand for: as UTF-8, or as Windows-1252 where they are not UTF-8. */
export function readableText(field: string): { readonly text: string; readonly isUtf8: boolean } {
  if (!NOT_ASCII.test(field)) return { text: field, isUtf8: true };
  const bytes = Uint8Array.from(field, (character) => character.charCodeAt(0));
  try {
    return { text: utf8.decode(bytes), isUtf8: true };
  } catch {
    return { text: windows1252.decode(bytes), isUtf8: false };
  }
}
