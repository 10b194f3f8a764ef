/** A line by which a spreadsheet says what stands between cells (`sep=,`), before the header. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=(.?)"?$/i;

/** Whether a row, split by commas, is such a line for commas. */
export function isSeparatorLine(fields: readonly string[]): boolean {
  const found = SEPARATOR_LINE.exec(fields.join(',').trim());
  return found !== null && found[1] === ',';
}
