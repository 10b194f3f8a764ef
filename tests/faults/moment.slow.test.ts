import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_IS_SLOWER_MS } from '../slow-machines.ts';
import { removeFolder, startProgram, type Program } from './program.ts';
import { Visitor } from './visitor.ts';

const COMMAND = fileURLToPath(new URL('../../src/cli/waymark.ts', import.meta.url));

describe('A moment between two backups', { timeout: BROWSER_IS_SLOWER_MS }, () => {
  let folder = '';
  let program: Program;
  const path = (name: string): string => join(folder, name);
  const made: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-moments-'));
    await chmod(folder, 0o711);
    await mkdir(path('archive'));
    await chmod(path('archive'), 0o711);
    program = await startProgram({ environment: { WAYMARK_LOG_ARCHIVE: path('archive') } });
  }, BROWSER_IS_SLOWER_MS);
  afterAll(async () => {
    await program.stop();
    for (const name of made) await removeFolder(path(name));
    await rm(folder, { recursive: true, force: true });
  });

  /** A command on another machine, which has the base and the archive and nothing else. */
  async function elsewhere(name: string, ...words: readonly string[]): Promise<unknown> {
    made.push(name);
    const env = { ...process.env, DATABASE_URL: '', WAYMARK_DATA: path(name), WAYMARK_DEMONSTRATION: 'no' };
    const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...words, '--json'], { env });
    return JSON.parse(stdout);
  }

  /** The number of rows of each kind, the ends of all chains, and the moment, as of now. */
  interface Standing {
    readonly at: string;
    readonly counts: Readonly<Record<'cases' | 'events' | 'entries' | 'drafts', string>>;
  }
  const COUNTS = `select (select count(*) from cases) as cases, (select count(*) from case_events) as events,
    (select count(*) from audit_entries) as entries, (select count(*) from triage_drafts) as drafts`;
  async function standing(of: Program): Promise<Standing> {
    const counts = await of.ask<Standing['counts']>(COUNTS);
    if (counts === null) throw new Error('Nothing was counted');
    const moment = await of.ask<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    );
    return { at: moment?.at ?? '', counts };
  }
  const digest = async (of: Program): Promise<unknown> =>
    (JSON.parse(await of.command('audit', 'verify', '--json')) as { digest: unknown }).digest;

  test('is gone back to: what was done until then is there, what came after is not, and the chains are whole', async () => {
    const base = JSON.parse(await program.command('backup', '--base', '--to', path('base'), '--json')) as object;
    expect(base).toMatchObject({ completeAt: expect.any(String) as string });
    const officer = new Visitor(program.url);
    await officer.signIn('officer@durham.example');
    const begins = async (): Promise<void> => {
      const sent = { name: 'Robin Invented', when: 'yesterday' };
      expect((await officer.sendForm('/triages/new', sent)).status).toBe(303);
    };
    const before = await standing(program);
    for (let count = 0; count < 5; count += 1) await begins();
    // A look is recorded too: nothing more may be done between the digest and the moment.
    const digestThen = await digest(program);
    const then = await standing(program);
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (let count = 0; count < 5; count += 1) await begins();
    const after = await standing(program);
    const draftsBefore = Number(before.counts.drafts);
    expect(then.counts).toMatchObject({ drafts: String(draftsBefore + 5) });
    expect(after.counts).toMatchObject({ drafts: String(draftsBefore + 10) });
    // What has not filled a file of the log is archived within a minute; the test does not wait for it.
    await program.ask('select pg_switch_wal()');
    await archived(after.at);

    expect(await elsewhere('then', 'restore', '--from', path('base'), '--at', then.at)).toMatchObject({
      at: then.at,
      digest: digestThen,
    });
    expect(await elsewhere('then', 'audit', 'verify')).toMatchObject({ whole: true, breaks: [], digest: digestThen });
    expect(await elsewhere('then', 'database', 'check')).toMatchObject({ sound: true });
    const restored = await startProgram({ folder: path('then') });
    try {
      const counts = await restored.ask<object>(COUNTS);
      // The command that verified has left an entry of its own, as has the one that checked.
      expect(counts).toMatchObject({ ...then.counts, entries: expect.anything() as unknown });
      const again = new Visitor(restored.url);
      await again.signIn('officer@durham.example');
      expect((await again.send('/cases')).status).toBe(200);
    } finally {
      await restored.stop();
    }
  });

  /** Waits until all that was written by then is in the archive. */
  async function archived(by: string): Promise<void> {
    for (;;) {
      const row = await program.ask<{ isThere: boolean }>(
        `select last_archived_time > '${by}'::timestamptz as "isThere" from pg_stat_archiver`,
      );
      if (row?.isThere === true) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  test('that the log does not reach, or that is before the base, is refused, and nothing is left', async () => {
    // The last of its log is archived when the database stops; it does nothing after that.
    await program.signal('SIGTERM');
    const refused = (...words: readonly string[]) => elsewhere('refused', 'restore', '--from', path('base'), ...words);
    await expect(refused('--at', new Date().toISOString())).rejects.toMatchObject({
      stderr: expect.stringContaining('The archived log ends before') as string,
    });
    await expect(refused('--at', '2020-01-01T00:00:00Z')).rejects.toMatchObject({
      stderr: expect.stringContaining('take an older one') as string,
    });
    await expect(refused('--log', path('nowhere'))).rejects.toMatchObject({
      stderr: expect.stringContaining('There is no archived log') as string,
    });
    expect(await readdir(path('refused'))).toEqual([]);
  });

  test('comes back to the end of the log without a moment, and only into a new folder', async () => {
    const end = await elsewhere('end', 'restore', '--from', path('base'));
    expect(end).toMatchObject({ at: null, lastAt: expect.any(String) as string });
    expect(await elsewhere('end', 'audit', 'verify')).toMatchObject({ whole: true });
    await expect(elsewhere('end', 'restore', '--from', path('base'))).rejects.toMatchObject({
      stderr: expect.stringContaining('has a database already') as string,
    });
  });

  test('needs an archive that is there', async () => {
    await expect(startProgram({ environment: { WAYMARK_LOG_ARCHIVE: path('not-there') } })).rejects.toThrow(
      'which is no folder',
    );
  });
});
