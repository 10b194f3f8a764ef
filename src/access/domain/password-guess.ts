/** Why a password would be guessed soon. */
export type Weakness =
  /** It is among the passwords that are tried first. */
  | 'common'
  /** It is one of those, changed a little. */
  | 'nearly-common'
  /** It is made of the person's name or address, of the names of forces, or of words of this program. */
  | 'expected-words'
  | 'one-word'
  | 'names'
  | 'repeats'
  | 'sequence'
  | 'keyboard-pattern'
  | 'date'
  /** Nothing stands out: it is too little altogether. */
  | 'too-simple';

/** How many guesses a password would take, as the power of ten, and what makes them few. */
export interface PasswordGuess {
  readonly guessesLog10: number;
  readonly weakness: Weakness;
}

/** Guesses a password as an attacker would, who tries the `expected` words before all others. */
export type GuessPassword = (password: string, expected: readonly string[]) => Promise<PasswordGuess>;
