// Where Node.js keeps what it has compiled, so that a program starts sooner. Plain JavaScript, without dependencies.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.cache/compiled', import.meta.url));
const WRITABLE_BY_OTHERS = 0o022;

/**
 * The setting that has Node.js keep and use what it has compiled. None where the folder cannot be made, or is another
 * user's: what lies in it is run. Everything works without it, and Node.js itself looks whether a file has changed.
 */
export function compileCache() {
  try {
    mkdirSync(join(folder, '..'), { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    const isOwn = uid === process.getuid?.() && (mode & WRITABLE_BY_OTHERS) === 0;
    return isOwn ? { NODE_COMPILE_CACHE: folder } : {};
  } catch {
    return {};
  }
}
