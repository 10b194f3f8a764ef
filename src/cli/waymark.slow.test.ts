import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fileOf, run } from './fake-terminal.test-support.ts';

const program = fileURLToPath(new URL('../../bin/waymark.mjs', import.meta.url));

describe('waymark', () => {
  test.each([[[]], [['--help']], [['-h']], [['help']]])('%j lists the commands', async (words) => {
    const { printed, status } = await run(...words);
    expect(printed).toContain('Usage: waymark <command> [options]');
    expect(printed).toMatch(/^ {2}decide +\S/m);
    expect(status).toBe(0);
  });

  test.each([[['help', 'decide']], [['decide', '--help']], [['decide', '--facts', 'x', '-h']]])(
    '%j explains the command',
    async (words) => {
      expect((await run(...words)).printed).toContain('waymark decide --facts FILE');
    },
  );

  test('says its version', async () => {
    expect((await run('--version')).printed).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    [['decid'], 'there is no command "decid"; did you mean "decide"?'],
    [['help', 'scheme'], 'there is no command "scheme"; did you mean "schemes"?'],
    [['--verson'], 'there is no option "--verson"; did you mean "--version"?'],
    [['constructor'], 'there is no command "constructor"; the commands are'],
  ])('%j is refused in one line', async (words, line) => {
    const { printed, fault } = await run(...words);
    expect(printed).toBe('');
    expect(fault).toContain(`InputFault: ${line}`);
  });
});

describe('the program', () => {
  const start = (words: readonly string[], options: object = {}) =>
    spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', cwd: '/', ...options });

  test('prints its answer on standard output and ends with 0, from any folder', () => {
    const { stdout, stderr, status } = start(['decide', '--facts', '-', '--json', '--scheme', 'new-chance'], {
      input: '{"sex":"male"}',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject([{ scheme: 'new-chance', verdict: 'ineligible' }]);
  });

  test('says what was wrong in one line on standard error and ends with 2', () => {
    const { stdout, stderr, status } = start(['decide', '--facts', fileOf('{')]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^waymark: .*: is not JSON: .*\n$/);
  });

  test('ends with 2 where a document that it looked at has faults', () => {
    expect(start(['schemes', 'check', fileOf('', 'scheme.yaml')]).status).toBe(2);
  });

  test('ends quietly where the reader has seen enough', () => {
    const people = fileOf(JSON.stringify(Array.from({ length: 2000 }, () => ({}))));
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" decide --facts "$2" | head -n 1', process.execPath, program, people],
      { encoding: 'utf8' },
    );
    expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
  });
});
