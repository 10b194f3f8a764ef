import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from './cruise.ts';

const SLIPS = `export type Verdict = 'eligible' | 'ineligible';
async function save(): Promise<void> {}
export function say(verdict: Verdict): string {
  save();
  switch (verdict) {
    case 'eligible':
      return 'yes';
  }
  return JSON.parse('""');
}
`;

describe('the lint rules', () => {
  let folder: string;
  let output: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lint-'));
    await writeFile(join(folder, 'slips.ts'), SLIPS);
    await cp(`${projectRoot}tsconfig.json`, join(folder, 'tsconfig.json'));
    const words = [`${projectRoot}node_modules/.bin/oxlint`, '-c', `${projectRoot}.oxlintrc.json`, '-f', 'unix'];
    output = await new Promise((answer) => {
      execFile(process.execPath, words, { cwd: folder }, (_fault, stdout) => answer(stdout));
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  // Without tsgolint beside it, or with the option misspelt, oxlint leaves these rules out and says nothing.
  test.each(['no-floating-promises', 'switch-exhaustiveness-check', 'no-unsafe-return'])('know types: %s', (rule) => {
    expect(output).toContain(`slips.ts`);
    expect(output).toContain(rule);
  });
});
