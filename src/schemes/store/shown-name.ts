import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageFolder: string = join(fileURLToPath(new URL('../../../', import.meta.url)));

/** A file of this package by its path within it; any other as it was given. `/` between folders everywhere. */
export function shownName(file: string): string {
  const within = relative(packageFolder, file);
  return (within.startsWith('..') ? file : within).split(sep).join('/');
}
