import { describe, expect, test } from 'vitest';
import { run } from '../fake-terminal.test-support.ts';

describe('waymark database', () => {
  test.each([
    [[], 'database: what to do is missing; write database check or database setup'],
    [['chekc'], 'database: there is no "chekc"; write database check or database setup'],
    [['setup', 'now'], 'database setup: "now" is not understood; it takes no words'],
    [['check', 'cases'], 'database check: "cases" is not understood; it takes no words'],
    [['check', '--jsn'], 'database check: there is no option --jsn; did you mean --json?'],
  ])('%j is refused in one line', async (words, line) => {
    expect(await run('database', ...words)).toEqual({ printed: '', status: 2, fault: `InputFault: ${line}` });
  });

  test('has help', async () => {
    const { printed, status } = await run('help', 'database');
    expect([printed.includes('waymark database check [--json]'), status]).toEqual([true, 0]);
  });
});
