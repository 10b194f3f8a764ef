import { expectedWords } from './expected-words.ts';
import type { GuessPassword, Weakness } from './password-guess.ts';

const FEWEST_CHARACTERS = 12;
/** What the form of signing in takes. */
const MOST_CHARACTERS = 300;
/** Ten thousand million guesses: zxcvbn's "very unguessable", against a slow hash and a throttled form. */
const FEWEST_GUESSES_LOG10 = 10;

/** What is wrong with a new password. */
export type PasswordFault =
  | { readonly code: 'password-too-short' }
  | { readonly code: 'password-too-long' }
  | { readonly code: 'password-easily-guessed'; readonly because: Weakness };

/**
 * What is wrong with a new password, or null. A length and how soon it would be guessed, and no rules of kinds of
 * character (NIST SP 800-63B, 5.1.1.2). `known` is what anybody knows of the person: the address, the name.
 */
export async function passwordFault(
  password: string,
  known: readonly string[],
  guess: GuessPassword,
): Promise<PasswordFault | null> {
  const normal = password.normalize('NFKC');
  if (Array.from(normal).length < FEWEST_CHARACTERS) return { code: 'password-too-short' };
  if (password.length > MOST_CHARACTERS) return { code: 'password-too-long' };
  const expected = expectedWords(known);
  if (expected.includes(withoutSpaces(normal))) return { code: 'password-easily-guessed', because: 'expected-words' };
  const { guessesLog10, weakness } = await guess(normal, expected);
  return guessesLog10 < FEWEST_GUESSES_LOG10 ? { code: 'password-easily-guessed', because: weakness } : null;
}

function withoutSpaces(text: string): string {
  return text.toLowerCase().replaceAll(/\s/g, '');
}
