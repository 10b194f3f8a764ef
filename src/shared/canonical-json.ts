import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * JSON in one form only: object keys sorted by code unit, no spaces, members that are undefined left out
 * (RFC 8785 for what this program holds: text, safe numbers, yes/no, null, lists, objects).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`A ${typeof value} has no JSON form`);
  return text;
}

/** SHA-256 of a text in UTF-8, as `sha256sum` prints it of a file that holds it. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of the canonical JSON, in lower-case hexadecimal: the same content always has the same hash. */
export function contentHash(value: unknown): string {
  return textHash(canonicalJson(value));
}
