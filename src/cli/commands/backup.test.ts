import { describe, expect, test } from 'vitest';
import { run } from '../fake-terminal.test-support.ts';

describe('waymark backup and restore', () => {
  test.each([
    [['backup'], 'backup: where to is missing; write backup --to DIR'],
    [['backup', 'here'], 'backup: "here" is not understood; write backup --to DIR'],
    [['backup', '--from', 'here'], 'backup: there is no option --from'],
    [['backup', '--base', '--to', 'x', '--to-public-key', 'y'], 'backup: a base is not encrypted'],
    [['restore', '--from', 'x', '--at', 'yesterday'], 'restore: --at "yesterday" is no moment'],
    [['restore', '--from', 'x', '--at', '2026-11-28T10:15:00'], 'restore: --at "2026-11-28T10:15:00" is no moment'],
    [['restore', '--from', 'x', '--at', '2026-13-28T10:15:00Z'], 'restore: --at "2026-13-28T10:15:00Z" is no moment'],
    [['restore', '--from', 'x', '--at', '2999-11-28T10:15:00Z'], 'restore: --at 2999-11-28T10:15:00Z is still to come'],
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
