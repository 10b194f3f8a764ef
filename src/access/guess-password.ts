import type { TranslationKeys, ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';
import type { GuessPassword, PasswordGuess, Weakness } from './domain/password-guess.ts';

/** What people put between words and at the end, and attackers too. */
const SEPARATORS = /[\s.,:;_/+!?-]/g;
/** A power of ten: how far separators make a password harder to guess, however many. */
const SEPARATORS_ADD_LOG10 = 1;

type Warning = keyof TranslationKeys['warnings'];

/** What zxcvbn warns of, by its own keys, which it answers with where it is given no translations. */
const weaknesses: Readonly<Record<Warning, Weakness>> = {
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  pwned: 'common',
  similarToCommon: 'nearly-common',
  userInputs: 'expected-words',
  wordByItself: 'one-word',
  namesByThemselves: 'names',
  commonNames: 'names',
  simpleRepeat: 'repeats',
  extendedRepeat: 'repeats',
  sequences: 'sequence',
  straightRow: 'keyboard-pattern',
  keyPattern: 'keyboard-pattern',
  recentYears: 'date',
  dates: 'date',
};

let estimator: Promise<ZxcvbnFactory> | undefined;

/**
 * Guesses with zxcvbn: 40,000 passwords that were used, English words and names, dates, rows of keys. `places` are words
 * that are expected of everybody here, such as the names of forces. The lists are read when the first password is
 * guessed, and not when the program starts: that takes up to a second.
 */
export function passwordGuesser(places: readonly string[]): GuessPassword {
  const expectedHere = places.map((place) => place.toLowerCase());
  return async (password, expected): Promise<PasswordGuess> => {
    estimator ??= loadEstimator();
    const words = [...expected, ...expectedHere];
    const whole = (await estimator).check(password, words);
    const bare = (await estimator).check(password.replaceAll(SEPARATORS, ''), words);
    const [lesser, guessesLog10] =
      whole.guessesLog10 <= bare.guessesLog10 + SEPARATORS_ADD_LOG10
        ? [whole, whole.guessesLog10]
        : [bare, bare.guessesLog10 + SEPARATORS_ADD_LOG10];
    return { guessesLog10, weakness: weaknessOf(lesser) };
  };
}

function weaknessOf({ feedback: { warning }, sequence }: ZxcvbnResult): Weakness {
  if (isWarning(warning)) return weaknesses[warning];
  const isExpected = sequence.some((match) => 'dictionaryName' in match && match.dictionaryName === 'userInputs');
  return isExpected ? 'expected-words' : 'too-simple';
}

function isWarning(warning: string | null): warning is Warning {
  return warning !== null && warning in weaknesses;
}

async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
