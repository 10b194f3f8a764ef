import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storedSecret, newDemonstrationPassword, newSecret } from './stored-secret.ts';

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'waymark-secret-')), 'data');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

describe('A kept secret', () => {
  test('is made once, in a folder made for it, and is the same from then on', async () => {
    const made = await storedSecret(folder, 'secret', newSecret);
    expect(made).toMatch(/^[\w-]{64}$/);
    expect(await storedSecret(folder, 'secret', newSecret)).toBe(made);
    expect(await readdir(folder)).toEqual(['secret']);
  });

  test('can be read by its owner alone', async () => {
    await storedSecret(folder, 'secret', newSecret);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('is one and the same for several that make it at the same moment', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => storedSecret(folder, 'secret', newSecret)));
    expect(new Set(made).size).toBe(1);
    expect(await readdir(folder)).toEqual(['secret']);
  });
});

test('A demonstration password can be read out, and is another each time', () => {
  const passwords = Array.from({ length: 50 }, newDemonstrationPassword);
  for (const password of passwords)
    expect(password).toMatch(/^([bdfghklmnprstvwz][aeiou]){2}(-([bdfghklmnprstvwz][aeiou]){2}){3}$/);
  expect(new Set(passwords).size).toBe(50);
});
