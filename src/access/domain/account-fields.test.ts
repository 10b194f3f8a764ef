import { describe, expect, test } from 'vitest';
import { emailAddress } from './email-address.ts';
import { roleFits } from './roles.ts';
import { shownName } from './shown-name.ts';

describe('Of an account', () => {
  test.each([
    [' Officer@Durham.example ', 'officer@durham.example'],
    ['officer', null],
    ['a b@durham.example', null],
    ['a@b@durham.example', null],
    ['ó@durham.example', null],
    [`${'a'.repeat(244)}@b.example`, `${'a'.repeat(244)}@b.example`],
    [`${'a'.repeat(245)}@b.example`, null],
  ])('the email address %j is kept as %j', (given, kept) => {
    expect(emailAddress(given)).toBe(kept);
  });

  test.each([
    [' PC Merle Ashdown ', 'PC Merle Ashdown'],
    ['  ', null],
    ['two\nlines', null],
    ['\u001B[31mred', null],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['x'.repeat(201), null],
  ])('the name %j is kept as %j', (given, kept) => {
    expect(shownName(given)).toBe(kept);
  });

  test.each([
    ['officer', 'police', true],
    ['coordinator', 'provider', false],
    ['provider', 'provider', true],
    ['provider', 'police', false],
    ['evaluator', 'evaluator', true],
    ['evaluator', 'police', false],
    ['officer', 'evaluator', false],
    ['board', 'board', true],
    ['board', 'evaluator', false],
  ] as const)('the role %s fits a %s organisation: %s', (role, kind, fits) => {
    expect(roleFits(role, kind)).toBe(fits);
  });
});
