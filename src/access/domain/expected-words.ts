import { roles } from './roles.ts';

/** Words of this program and of the work it serves, and the phrase of a well-known drawing about passwords. */
const wordsOfTheService = [
  ...roles,
  'waymark',
  'police',
  'constable',
  'constabulary',
  'sergeant',
  'diversion',
  'divert',
  'checkpoint',
  'turningpoint',
  'triage',
  'custody',
  'cannabis',
  'correcthorsebatterystaple',
];
const FEWEST_LETTERS = 3;

/**
 * What is tried first against somebody of whom `known` is known, such as a name and an address: each text whole, run
 * together and word by word, in lower case, and before them the words of the service.
 */
export function expectedWords(known: readonly string[]): readonly string[] {
  const ofThePerson = known.flatMap((text) => {
    const lower = text.normalize('NFKC').toLowerCase();
    const words = lower.split(/[^\p{L}\p{N}]/u);
    return [lower, lower.replaceAll(/\s/g, ''), words.join(''), ...words];
  });
  return [...new Set([...wordsOfTheService, ...ofThePerson])].filter((word) => word.length >= FEWEST_LETTERS);
}
