import { commonestPasswords } from './commonest-passwords.ts';

const SHORTEST = 12;
/** What the form of signing in takes. */
const LONGEST = 300;
const FEWEST_DIFFERENT = 4;

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-too-common';

/**
 * What is wrong with a new password, or null. Length and a list of what is guessed first, and no rules of kinds of
 * character (NIST SP 800-63B, 5.1.1.2). `known` is what whoever guesses knows of the person: the address, the name.
 */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | null {
  const normal = password.normalize('NFKC');
  if (Array.from(normal).length < SHORTEST) return 'password-too-short';
  if (password.length > LONGEST) return 'password-too-long';
  const bare = bareOf(normal);
  const isGuessedFirst =
    commonestPasswords.has(bare) || known.map(bareOf).includes(bare) || new Set(bare).size < FEWEST_DIFFERENT;
  return isGuessedFirst ? 'password-too-common' : null;
}

function bareOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
