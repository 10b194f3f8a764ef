import { expect, test } from 'vitest';
import { troubleOf } from './trouble.ts';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

test.each([
  ['57P01', 'database-away'],
  ['08006', 'database-away'],
  ['ECONNREFUSED', 'database-away'],
  ['53100', 'disk-full'],
  ['53300', 'database-busy'],
  ['57014', 'database-busy'],
  ['XX001', 'database-damaged'],
  ['XX002', 'database-damaged'],
  // A fault of the program: a wrong statement, a broken constraint, an error inside the server.
  ['42601', null],
  ['23505', null],
  ['XX000', null],
])('%s of the database is %s', (code, trouble) => {
  expect(troubleOf(coded(code))).toBe(trouble);
});
