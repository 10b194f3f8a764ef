import type { SchemeTerms } from '../scheme-terms.ts';

/** Where a scheme's document names no ladder. Assumed: none of the sources publishes one. */
const assumedBreachLadder = ['reminder', 'warning', 'final-warning'] as const;

/** The steps after a breach under a scheme, lowest first. */
function breachLadderOf(scheme: SchemeTerms): readonly string[] {
  return scheme.pathway.breachLadder ?? assumedBreachLadder;
}

/** The next step after those taken; null where none is left. Each step comes once, in order. */
export function nextBreachStep(scheme: SchemeTerms, taken: readonly string[]): string | null {
  return breachLadderOf(scheme)[taken.length] ?? null;
}
