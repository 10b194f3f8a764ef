import { describe, expect, test } from 'vitest';
import { run } from '../fake-terminal.test-support.ts';

describe('waymark accounts', () => {
  test.each([
    [[], 'accounts: what to do is missing; write accounts add-organisation | add-service | add | add-membership'],
    [['lst'], 'accounts: there is no "lst"; did you mean "list"?'],
    [['add', '--email', 'a@b.example'], 'accounts add: --name is missing; write --name NAME'],
    [['add', '--password', 'x'], 'accounts add: there is no option --password'],
    [
      ['add', '--email', 'a@b.example', '--name', 'A', '--role', 'chief', '--organisation', 'B'],
      'accounts add: --role is "chief"; it must be officer, supervisor, coordinator, information-officer, provider, evaluator or board',
    ],
    [
      ['add-organisation', '--kind', 'police', '--force', 'duram', '--name', 'Durham'],
      'accounts add-organisation: there is no force "duram"; did you mean "durham"?',
    ],
    [
      ['add-organisation', '--kind', 'charity', '--name', 'A'],
      'accounts add-organisation: --kind is "charity"; it must be police, provider, evaluator or board',
    ],
    [
      ['add-service', '--organisation', 'A', '--scheme', 'new-chanse', '--force', 'durham', '--name', 'B'],
      'accounts add-service: there is no scheme "new-chanse"; did you mean "new-chance"?',
    ],
    [['add-membership', '--role', 'officer'], 'accounts add-membership: --email is missing; write --email ADDRESS'],
    [
      ['end-membership', '--email', 'a@b.example', '--role', 'chief', '--organisation', 'B'],
      'accounts end-membership: --role is "chief"; it must be officer',
    ],
    [['close'], 'accounts close: --email is missing; write --email ADDRESS'],
    [['list', 'all'], 'accounts list: "all" is not understood; it takes no words'],
  ])('%j is refused in one line', async (words, line) => {
    const { printed, status, fault } = await run('accounts', ...words);
    expect([printed, status]).toEqual(['', 2]);
    expect(fault).toContain(`InputFault: ${line}`);
  });

  test('has help for each of its commands', async () => {
    const { printed } = await run('help', 'accounts');
    for (const name of [
      'add-organisation',
      'add-service',
      'add',
      'add-membership',
      'end-membership',
      'list',
      'set-password',
      'close',
    ])
      expect(printed).toContain(`waymark accounts ${name} `);
  });
});
