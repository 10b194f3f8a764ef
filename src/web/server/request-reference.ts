import { randomInt } from 'node:crypto';

/** No letter or figure here is mistaken for another when read out over a radio (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A name for one request, `7F3K-2Q9M`: on the error page and in the log. */
export function requestReference(): string {
  const characters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}
