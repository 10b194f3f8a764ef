import { describe, expect, test } from 'vitest';
import { passwordFault } from './password-fault.ts';

const known = ['merle.ashdown@durham.example', 'Merle Ashdown'];

describe('A new password', () => {
  test.each([
    ['eleven char', 'password-too-short'],
    ['🔑'.repeat(11), 'password-too-short'],
    ['x'.repeat(301), 'password-too-long'],
    ['Password1234', 'password-too-common'],
    ['correct horse battery staple', 'password-too-common'],
    ['aaaaaaaaaaaaaaa', 'password-too-common'],
    ['abababababab', 'password-too-common'],
    ['merle ASHDOWN', 'password-too-common'],
    ['Merle.Ashdown@durham.example', 'password-too-common'],
    ['kelo-rabo-ti', null],
    ['four words by chance', null],
  ])('%j: %s', (password, fault) => {
    expect(passwordFault(password, known)).toBe(fault);
  });
});
