import { readFileSync } from 'node:fs';

/** Waymark's own version, as package.json says it. */
export function programVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  const about: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof about === 'object' && about !== null && 'version' in about && typeof about.version === 'string') {
    return about.version;
  }
  throw new Error(`${file.pathname} has no version`);
}
