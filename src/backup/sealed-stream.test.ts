import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { PassThrough, type Transform } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { seal, unseal } from './sealed-stream.ts';

const { publicKey, privateKey } = generateKeyPairSync('x25519');
const HEAD = 'waymark sealed file 1\n'.length + 32;
const CHUNK = 64 * 1024;

async function through(stream: Transform, data: Buffer, pieces = 7_001): Promise<Buffer> {
  const end = stream.pipe(new PassThrough());
  stream.on('error', (fault) => end.destroy(fault));
  for (let at = 0; at < data.length; at += pieces) stream.write(data.subarray(at, at + pieces));
  stream.end();
  const out: Buffer[] = [];
  for await (const chunk of end) if (chunk instanceof Buffer) out.push(chunk);
  return Buffer.concat(out);
}

describe('A sealed file', () => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])('of %i bytes opens as what was sealed', async (length) => {
    const content = randomBytes(length);
    const sealed = await through(seal(publicKey, 'a'), content);
    expect(sealed.length).toBe(HEAD + length + 16 * Math.max(1, Math.ceil(length / CHUNK)));
    expect((await through(unseal(privateKey, 'a'), sealed)).equals(content)).toBe(true);
  });

  test('is never the same twice, and shows nothing of its content', async () => {
    const content = Buffer.from('a name that must not be seen');
    const [one, other] = [await through(seal(publicKey, 'a'), content), await through(seal(publicKey, 'a'), content)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('must not be seen')).toBe(false);
  });

  const content = randomBytes(2 * CHUNK + 100);
  const chunk = (sealed: Buffer, at: number): Buffer =>
    sealed.subarray(HEAD + at * (CHUNK + 16), HEAD + (at + 1) * (CHUNK + 16));
  /** With one bit turned. */
  const turned = (sealed: Buffer, at: number): Buffer => {
    const copy = Buffer.from(sealed);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return copy;
  };
  const head = (sealed: Buffer): Buffer => sealed.subarray(0, HEAD);

  test.each([
    ['a bit is turned', (sealed: Buffer) => turned(sealed, 90_000)],
    [
      'the last chunk is cut off',
      (sealed: Buffer) => Buffer.concat([head(sealed), chunk(sealed, 0), chunk(sealed, 1)]),
    ],
    ['the last chunk is cut short', (sealed: Buffer) => sealed.subarray(0, -1)],
    [
      'two chunks change places',
      (sealed: Buffer) => Buffer.concat([head(sealed), chunk(sealed, 1), chunk(sealed, 0), chunk(sealed, 2)]),
    ],
    [
      'a chunk stands twice',
      (sealed: Buffer) =>
        Buffer.concat([head(sealed), chunk(sealed, 0), chunk(sealed, 0), chunk(sealed, 1), chunk(sealed, 2)]),
    ],
    ['something follows', (sealed: Buffer) => Buffer.concat([sealed, Buffer.from('more')])],
    ['its beginning is another', (sealed: Buffer) => Buffer.concat([Buffer.from('x'), sealed.subarray(1)])],
    ['its key is another', (sealed: Buffer) => turned(sealed, HEAD - 1)],
    ['it ends within its head', (sealed: Buffer) => sealed.subarray(0, HEAD - 1)],
    ['it is empty', () => Buffer.alloc(0)],
  ])('does not open where %s', async (_what, harm) => {
    const sealed = await through(seal(publicKey, 'a'), content);
    await expect(through(unseal(privateKey, 'a'), harm(sealed))).rejects.toThrow('damaged, or was made for another');
  });

  test("does not open under another file's name, or by another's key", async () => {
    const sealed = await through(seal(publicKey, 'a'), content);
    await expect(through(unseal(privateKey, 'b'), sealed)).rejects.toThrow('damaged');
    const other = generateKeyPairSync('x25519').privateKey;
    await expect(through(unseal(other, 'a'), sealed)).rejects.toThrow('made for another');
  });
});
