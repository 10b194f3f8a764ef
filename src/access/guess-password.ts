import type { TranslationKeys, ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { GuessPassword, PasswordGuess, Weakness } from './domain/password-guess.ts';

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
    const { guessesLog10, feedback, sequence } = (await estimator).check(password, [...expected, ...expectedHere]);
    const { warning } = feedback;
    if (isWarning(warning)) return { guessesLog10, weakness: weaknesses[warning] };
    const isExpected = sequence.some((match) => 'dictionaryName' in match && match.dictionaryName === 'userInputs');
    return { guessesLog10, weakness: isExpected ? 'expected-words' : 'too-simple' };
  };
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
