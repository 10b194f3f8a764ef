/** Encrypts a stream to a public key, and opens it again with the private one. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { errorMessage } from '../shared/error-message.ts';
import { BackupFault } from './domain/backup-fault.ts';

/**
 * Encryption of a file of any length to somebody's X25519 public key, who alone can read it.
 *
 * The file: MAGIC, the 32 bytes of a public key made for this file alone, then chunks of 64 KiB, each encrypted with
 * AES-256-GCM and followed by its 16-byte tag. The key is HKDF-SHA256 of the Diffie-Hellman secret of the two keys, salted with
 * both public keys, for MAGIC and the file's name: a file under another's name does not open. A chunk's nonce is its number in
 * 11 bytes and a last byte that is 1 for the last chunk: chunks cannot be left out, put elsewhere or cut off the end. (The
 * construction is STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, 2015, as age uses it.)
 */
const MAGIC = Buffer.from('waymark sealed file 1\n');
const KEY_BYTES = 32;
const CHUNK = 64 * 1024;
const TAG = 16;

/** The SHA-256 of a public key, by which a backup says whom it is for. */
export function fingerprint(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

export function readPublicKey(path: string): Promise<KeyObject> {
  return readKey(path, 'public', (text) => {
    // A private key holds its public one; whoever gives it by mistake should not have it lie where backups are made.
    if (text.includes('PRIVATE KEY'))
      throw new Error('it is a private key; keep that elsewhere, and give the public one');
    return createPublicKey(text);
  });
}

export function readPrivateKey(path: string): Promise<KeyObject> {
  return readKey(path, 'private', (text) => createPrivateKey(text));
}

async function readKey(path: string, what: string, read: (text: string) => KeyObject): Promise<KeyObject> {
  try {
    const key = read(await readFile(path, 'utf8'));
    if (key.asymmetricKeyType !== 'x25519')
      throw new Error(`it is a key for ${key.asymmetricKeyType ?? 'something else'}`);
    return key;
  } catch (cause) {
    throw new BackupFault(
      `${path} cannot be used as a ${what} key: ${errorMessage(cause)}. Make one with: openssl genpkey -algorithm x25519 -out private.pem; openssl pkey -in private.pem -pubout -out public.pem`,
      { cause },
    );
  }
}

/** Encrypts what passes through it. */
export function seal(to: KeyObject, name: string): Transform {
  const own = generateKeyPairSync('x25519');
  const ownPublic = rawPublic(own.publicKey);
  const key = fileKey(diffieHellman({ privateKey: own.privateKey, publicKey: to }), [ownPublic, rawPublic(to)], name);
  const chunks = new Chunks(CHUNK);
  return new Transform({
    construct(done) {
      this.push(MAGIC);
      this.push(ownPublic);
      done();
    },
    transform(data: Buffer, _, done) {
      for (const chunk of chunks.add(data)) this.push(encrypted(key, chunks.nonce(false), chunk));
      done();
    },
    flush(done) {
      this.push(encrypted(key, chunks.nonce(true), chunks.rest()));
      done();
    },
  });
}

/** Decrypts what passes through it. Fails where anything of it is not as it was written; nothing of that chunk is let out. */
export function unseal(by: KeyObject, name: string): Transform {
  const headLength = MAGIC.length + KEY_BYTES;
  let head = Buffer.alloc(0);
  let key: Buffer | null = null;
  const chunks = new Chunks(CHUNK + TAG);
  return new Transform({
    transform(data: Buffer, _, done) {
      let rest = data;
      if (key === null) {
        head = Buffer.concat([head, data]);
        if (head.length < headLength) return done();
        if (!head.subarray(0, MAGIC.length).equals(MAGIC)) return done(damaged(name));
        key = keyOf(by, head.subarray(MAGIC.length, headLength), name);
        rest = head.subarray(headLength);
      }
      try {
        for (const chunk of chunks.add(rest)) this.push(decrypted(key, chunks.nonce(false), chunk));
        done();
      } catch (cause) {
        done(damaged(name, cause));
      }
    },
    flush(done) {
      try {
        if (key === null) throw new Error('It ends before its key');
        this.push(decrypted(key, chunks.nonce(true), chunks.rest()));
        done();
      } catch (cause) {
        done(damaged(name, cause));
      }
    },
  });
}

/** Cuts a stream into chunks of one size and counts them. The last one, which may be empty, is what is left at the end. */
class Chunks {
  readonly #size: number;
  #held = Buffer.alloc(0);
  #count = 0n;

  constructor(size: number) {
    this.#size = size;
  }

  *add(data: Buffer): Generator<Buffer> {
    this.#held = Buffer.concat([this.#held, data]);
    // A chunk that could be the last one waits until it is known whether anything follows.
    while (this.#held.length > this.#size) {
      yield this.#held.subarray(0, this.#size);
      this.#held = this.#held.subarray(this.#size);
    }
  }

  rest(): Buffer {
    return this.#held;
  }

  nonce(isLast: boolean): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(this.#count, 3);
    nonce.writeUInt8(isLast ? 1 : 0, 11);
    this.#count += 1n;
    return nonce;
  }
}

function encrypted(key: Buffer, nonce: Buffer, chunk: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

function decrypted(key: Buffer, nonce: Buffer, chunk: Buffer): Buffer {
  if (chunk.length < TAG) throw new Error('It is cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(chunk.subarray(chunk.length - TAG));
  return Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - TAG)), decipher.final()]);
}

function keyOf(by: KeyObject, raw: Buffer, name: string): Buffer {
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') },
    format: 'jwk',
  });
  return fileKey(diffieHellman({ privateKey: by, publicKey }), [raw, rawPublic(createPublicKey(by))], name);
}

function fileKey(secret: Buffer, salt: readonly Buffer[], name: string): Buffer {
  const info = Buffer.concat([MAGIC, Buffer.from(name)]);
  return Buffer.from(hkdfSync('sha256', secret, Buffer.concat(salt), info, 32));
}

function rawPublic(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function damaged(name: string, cause?: unknown): BackupFault {
  return new BackupFault(`${name} cannot be opened with this private key: it is damaged, or was made for another.`, {
    cause,
  });
}
