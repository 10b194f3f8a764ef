import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'waymark-starting-'));
afterAll(() => rmSync(folder, { recursive: true }));

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The modules that a command loads. */
function loadedBy(...words: readonly string[]): readonly string[] {
  const preload = fileURLToPath(new URL('./print-loaded.ts', import.meta.url));
  const args = ['--import', preload, join(root, 'src/cli/waymark.ts'), ...words];
  const { stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, WAYMARK_DATA: folder, DATABASE_URL: '' },
  });
  return stderr.split('\nLOADED\n')[1]?.split('\n') ?? [];
}

describe('A command', () => {
  test('that needs no database loads neither the driver nor the web server', () => {
    const loaded = loadedBy('schemes', 'list');
    expect(loaded.filter((url) => url.endsWith('/cli/commands/schemes/list.ts'))).toHaveLength(1);
    expect(loaded.filter((url) => /node_modules\/(pg|kysely|fastify|pg-boss)\//.test(url))).toEqual([]);
    expect(loaded.filter((url) => url.endsWith('/src/compose.ts'))).toEqual([]);
  });

  test.each([
    ['accounts', 'list'],
    ['audit', 'verify'],
    ['export', 'cohort', '--out', 'nowhere'],
  ])('that needs the database loads no web server (%s %s)', (...words) => {
    const loaded = loadedBy(...words);
    expect(loaded.filter((url) => url.endsWith('/src/db/open-database.ts'))).toHaveLength(1);
    expect(loaded.filter((url) => /node_modules\/(@fastify|fastify)\//.test(url))).toEqual([]);
  });
});

test('Nothing starts on import: whatever is imported, nothing listens, nothing is written and no signal is caught', async () => {
  const before = { signals: process.listenerCount('SIGTERM'), resources: process.getActiveResourcesInfo() };
  for (const file of ['main.ts', 'program.ts', 'compose.ts', 'serve-rooms.ts', 'process/index.ts', 'cli/waymark.ts']) {
    await import(join(root, 'src', file));
  }
  await import(join(root, 'src/evaluation/store/thread/evaluation-thread.ts'));
  const opened = process.getActiveResourcesInfo().filter((kind) => /TCP|Pipe|Server/.test(kind));
  expect(opened).toEqual(before.resources.filter((kind) => /TCP|Pipe|Server/.test(kind)));
  expect(process.listenerCount('SIGTERM')).toBe(before.signals);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['yes', '0.0.0.0/0', 'proxy.example'])(
  'A wrong setting ends the start with status 2 and says what is wrong: TRUST_PROXY=%s',
  (wrong) => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/main.ts')], {
      encoding: 'utf8',
      env: { ...process.env, WAYMARK_DATA: folder, DATABASE_URL: '', PORT: '0', TRUST_PROXY: wrong },
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining(`Waymark: TRUST_PROXY has "${wrong}"`)]);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('A secret file that is empty ends the start with status 2 and says what to do', () => {
  const data = join(folder, 'with-empty-secret');
  mkdirSync(data);
  writeFileSync(join(data, 'demonstration-password'), '\n');
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/main.ts')], {
    encoding: 'utf8',
    env: { ...process.env, WAYMARK_DATA: data, DATABASE_URL: '', PORT: '0', WAYMARK_DEMONSTRATION_PASSWORD: '' },
  });
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining(
      `The secret in ${join(data, 'demonstration-password')} is empty: put it back from a backup`,
    ),
  ]);
});
