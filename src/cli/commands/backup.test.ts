import { describe, expect, test } from 'vitest';
import { run } from '../fake-terminal.test-support.ts';

describe('waymark backup and restore', () => {
  test.each([
    [['backup'], 'backup: where to is missing; write backup --to DIR'],
    [['backup', 'here'], 'backup: "here" is not understood; write backup --to DIR'],
    [['backup', '--from', 'here'], 'backup: there is no option --from'],
    [['restore'], 'restore: where from is missing; write restore --from DIR'],
    [['restore', 'here'], 'restore: "here" is not understood; write restore --from DIR'],
  ])('%j is refused in one line', async (words, line) => {
    const { printed, status, fault } = await run(...words);
    expect([printed, status]).toEqual(['', 2]);
    expect(fault).toContain(`InputFault: ${line}`);
  });

  test('have help', async () => {
    expect((await run('help', 'backup')).printed).toContain('waymark backup --to DIR [--to-public-key FILE]');
    expect((await run('help', 'restore')).printed).toContain('waymark restore --from DIR [--private-key FILE]');
  });
});
