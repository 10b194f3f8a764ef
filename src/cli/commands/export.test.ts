import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../fake-terminal.test-support.ts';

describe('waymark export cohort', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-export-'));
    vi.stubEnv('WAYMARK_DATA', join(folder, 'data'));
    vi.stubEnv('DATABASE_URL', '');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  test.each([
    [[], 'write export cohort'],
    [['cases'], 'there is no "cases"'],
    [['cohort'], 'name the folder to write: --out DIR'],
    [['cohort', '--out', 'x', 'more'], '"more" is one word too many'],
    [['cohort', '--out', 'x', '--force', 'westmidlands'], 'did you mean "west-midlands"?'],
  ] as const)('with %j says what is wrong', async (words, fault) => {
    const ran = await run('export', ...words);
    expect(ran).toMatchObject({ status: 2, printed: '' });
    expect(ran.fault).toContain(fault);
  });

  test('where there is no database says so, and makes neither one nor the folder', async () => {
    const { fault } = await run('export', 'cohort', '--out', join(folder, 'study'));
    expect(fault).toContain('There is no database in');
    expect(await readdir(folder)).toEqual([]);
  });
});
