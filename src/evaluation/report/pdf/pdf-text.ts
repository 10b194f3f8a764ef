/** What the fonts that every reader of PDFs has can't show, and what stands for it. */
const STAND_INS: { readonly [letter: string]: string } = {
  '−': '–',
  '◄': '‹',
  '►': '›',
  '∞': 'infinity',
  '≥': 'at least ',
  '≤': 'at most ',
  '\u00a0': ' ',
};

const BEYOND_WINDOWS_1252 = /[^\u0020-\u007e\u00a1-\u00ff–—‘’“”‹›•…€‰†‡]/g;

/** A text with only letters that the standard fonts of PDF have. */
export function pdfText(text: string): string {
  return text.replace(BEYOND_WINDOWS_1252, (letter) => STAND_INS[letter] ?? '?');
}
