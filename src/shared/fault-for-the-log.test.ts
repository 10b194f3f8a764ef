import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { faultForTheLog } from './fault-for-the-log.ts';

describe('A fault in the log', () => {
  test('says what it is and where it arose, and nothing that somebody may have typed', () => {
    const fault = Object.assign(new TypeError('invalid input: "Merle Ashdown"\nborn 1990'), { code: '22P02' });
    const logged = faultForTheLog(fault);
    expect(logged).toMatch(/^TypeError 22P02: invalid input\n\s+at /);
    expect(logged).not.toMatch(/Merle|1990/);
  });

  test('that is not even an error is named by its type', () => {
    expect(faultForTheLog('Merle Ashdown')).toBe('string');
  });

  test('of PostgreSQL has its message and its code, and not the row that it is about', () => {
    const fault = Object.assign(new Error('duplicate key value violates unique constraint "accounts_email_key"'), {
      code: '23505',
      detail: 'Key (email)=(merle@durham.example) already exists.',
      where: 'COPY accounts, line 1: "Merle"',
      parameters: ['Merle Ashdown'],
    });
    const logged = faultForTheLog(fault);
    expect(logged).toContain('23505: duplicate key value violates unique constraint "accounts_email_key"');
    expect(logged).not.toMatch(/merle/i);
  });

  test.each([
    ['what is quoted', new SyntaxError('Unexpected token \'M\', "Merle Ash"... is not valid JSON')],
    ['an address', new Error('No account for merle.ashdown@durham.example')],
    ['a message made to look like a place', new Error('x\n    at Merle (ashdown.ts:1:1)')],
    ['the same in what caused it', new Error('Not done', { cause: new Error('"Merle Ashdown" is not there') })],
  ])('leaves out %s', (_what, fault) => {
    expect(faultForTheLog(fault)).not.toMatch(/merle|ashdown/i);
  });

  test('of a schema says what is wrong where, and keeps its cause', () => {
    const read = z.object({ surname: z.string() }).safeParse({ surname: 7 });
    const logged = faultForTheLog(new Error('It could not be read', { cause: read.error }));
    expect(logged).toMatch(/^Error: It could not be read\n[^]*because of ZodError: invalid_type at surname/);
  });

  test('names the file that it is about', () => {
    const fault = Object.assign(new Error("ENOSPC: no space left on device, open '/srv/waymark/x'"), {
      code: 'ENOSPC',
    });
    expect(faultForTheLog(fault)).toContain("open '/srv/waymark/x'");
  });
});
