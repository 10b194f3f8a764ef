import { describe, expect, test } from 'vitest';
import { passwordFault } from './password-fault.ts';
import type { GuessPassword } from './password-guess.ts';

const known = ['merle.ashdown@durham.example', 'Merle Ashdown'];
const guessedIn =
  (guessesLog10: number): GuessPassword =>
  () =>
    Promise.resolve({ guessesLog10, weakness: 'common' });

describe('A new password is refused', () => {
  test.each([
    ['of eleven characters', 'eleven char', 'password-too-short'],
    ['of eleven characters that are two units each', '🔑'.repeat(11), 'password-too-short'],
    ['of more than the form of signing in takes', 'x'.repeat(301), 'password-too-long'],
  ])('%s', async (_, password, code) => {
    expect(await passwordFault(password, known, guessedIn(30))).toMatchObject({ code });
  });

  test.each([
    ['that is the name, in any case', 'merle ASHDOWN'],
    ['that is the address', 'Merle.Ashdown@durham.example'],
    ['that is known from a drawing', 'correct horse battery staple'],
  ])('%s, as words that are expected, however many guesses it would take', async (_, password) => {
    const fault = await passwordFault(password, known, guessedIn(30));
    expect(fault).toEqual({ code: 'password-easily-guessed', because: 'expected-words' });
  });

  test('that would be guessed in fewer than ten thousand million, with the reason', async () => {
    const fault = await passwordFault('kelo-rabo-ti', known, guessedIn(9.99));
    expect(fault).toEqual({ code: 'password-easily-guessed', because: 'common' });
  });
});

describe('A new password is taken', () => {
  test.each(['x'.repeat(300), 'twelve chars', '🔑'.repeat(12)])('%j', async (password) => {
    expect(await passwordFault(password, known, guessedIn(10))).toBeNull();
  });
});

test('Guessing begins with what is known of the person, whole and word by word', async () => {
  let tried: readonly string[] = [];
  await passwordFault('kelo-rabo-ti', known, (_, expected) => {
    tried = expected;
    return Promise.resolve({ guessesLog10: 12, weakness: 'common' });
  });
  expect(tried).toEqual(
    expect.arrayContaining(['merle', 'ashdown', 'merle ashdown', 'merleashdown', known[0], 'durham', 'waymark']),
  );
});
