import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new secret for a browser's cookie: 256 random bits, as text. */
export function newSessionToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of it. Whoever reads the table cannot sign in with what stands there. */
export function hashOfToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
