import type { ReferenceWords } from '../../../reference/index.ts';
import type { GivenOutcome } from '../../domain/outcome/index.ts';

/** An outcome that was given, in a few words: its type, or what it rests on where it has none. */
export function givenOutcomeWords(
  { outcomeTypes }: Pick<ReferenceWords, 'outcomeTypes'>,
  { type, legalBasis }: Pick<GivenOutcome, 'type' | 'legalBasis'>,
): string {
  return type === null ? legalBasis : `outcome ${type}, ${(outcomeTypes.get(type) ?? '').toLowerCase()}`;
}
