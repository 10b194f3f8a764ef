import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { utf8Text } from '../documents/index.ts';
import { InputFault } from './exit.ts';

const OPENING: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file; check the path',
  ENOTDIR: 'there is no such file; check the path',
  EISDIR: 'is a folder; name a file in it',
  EACCES: 'may not be read by you; check its permissions',
  EPERM: 'may not be read by you; check its permissions',
  ENAMETOOLONG: 'the name is too long to be a file; check the path',
  ERR_FS_FILE_TOO_LARGE: 'is larger than 2 GB; split it',
};

/** How messages name a file: `-` is standard input. */
export function inputName(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** The text of a file, or of standard input where it is `-`. A byte-order mark is dropped. Throws `InputFault`. */
export async function readInput(file: string): Promise<string> {
  const text = utf8Text(await bytesOf(file));
  if (text.ok) return text.value;
  const { line, column, problem, remedy } = text.refusal;
  throw new InputFault(`${inputName(file)}:${line}:${column}: ${problem}; ${remedy}`);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await (file === '-' ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    throw error instanceof Error ? cannotOpen(file, error) : error;
  }
}

/** Why a file could not be opened, in one line. */
export function cannotOpen(file: string, error: Error): InputFault {
  const code = 'code' in error ? String(error.code) : '';
  return new InputFault(`${inputName(file)}: ${OPENING[code] ?? `cannot be read (${error.message})`}`);
}
