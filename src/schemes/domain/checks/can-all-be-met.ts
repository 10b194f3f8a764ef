import type { Rule, Vocabulary } from '../../../eligibility/index.ts';
import { findPerson } from './find-person.ts';

/**
 * Could one person meet all of these rules at once? Where the search would be too long the answer is yes: a false alarm
 * would be worse than none. A judgement counts as one that may fall either way.
 */
export function canAllBeMet(vocabulary: Vocabulary, rules: readonly Rule[]): boolean {
  return findPerson(vocabulary, rules) !== 'nobody';
}
