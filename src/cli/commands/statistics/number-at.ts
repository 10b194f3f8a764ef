const ZERO = 48;
const POINT = 46;
const MINUS = 45;
const PLUS = 43;
const MOST_DIGITS = 15;
const TENS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * The finite number written from one place of a text up to another, NaN where there is none. Plain decimals of up to 15
 * digits are read where they stand: their digits and the power of ten are exact, so that one division gives the nearest
 * number there is. Whatever else `Number` understands is cut out for it.
 */
export function numberAt(text: string, from: number, to: number): number {
  let at = from;
  const sign = text.charCodeAt(at);
  if (sign === MINUS || sign === PLUS) at += 1;
  let value = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits += 1;
    } else if (digit === POINT - ZERO && point === -1) point = digits;
    else return atLength(text, from, to);
  }
  if (digits === 0 || digits > MOST_DIGITS) return atLength(text, from, to);
  const scaled = point === -1 ? value : value / (TENS[digits - point] ?? 1);
  return sign === MINUS ? -scaled : scaled;
}

function atLength(text: string, from: number, to: number): number {
  const cell = text.slice(from, to).trim();
  const value = cell === '' ? Number.NaN : Number(cell);
  return Number.isFinite(value) ? value : Number.NaN;
}
