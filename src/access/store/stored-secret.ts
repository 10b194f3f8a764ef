import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../shared/error-code.ts';

/**
 * A secret that is made once and then kept in the data folder, in a file that only its owner may read. Of two programs
 * that make it at the same moment, one wins and both use it.
 */
export async function storedSecret(dataFolder: string, name: string, make: () => string): Promise<string> {
  const file = join(dataFolder, name);
  const stored = await readStoredSecret(file);
  if (stored !== null) return stored;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  await writeDurably(unfinished, make());
  try {
    await link(unfinished, file);
  } catch (fault) {
    if (errorCode(fault) !== 'EEXIST') throw fault;
  } finally {
    await rm(unfinished, { force: true });
  }
  return (await readStoredSecret(file)) ?? '';
}

/** 384 random bits, as text. */
export function newSecret(): string {
  return randomBytes(48).toString('base64url');
}

const CONSONANTS = 'bdfghklmnprstvwz';
const VOWELS = 'aeiou';

/** A password that can be read out and typed: four words of two syllables, 50 random bits. */
export function newDemonstrationPassword(): string {
  const syllables = Array.from(randomBytes(16)).reduce<string[]>((made, byte, at) => {
    const letters = at % 2 === 0 ? CONSONANTS : VOWELS;
    return [...made, letters[byte % letters.length] ?? ''];
  }, []);
  return [0, 4, 8, 12].map((from) => syllables.slice(from, from + 4).join('')).join('-');
}

async function readStoredSecret(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim() || null;
  } catch (fault) {
    if (errorCode(fault) === 'ENOENT') return null;
    throw fault;
  }
}

async function writeDurably(file: string, secret: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
