import { sentencesFor } from '../domain/disclosure/sentence.ts';
import type { Measured } from '../domain/measured.ts';

/** The warnings of a measure as an evaluator reads them. */
export function warningsOf({ warnings }: Pick<Measured, 'warnings'>): readonly string[] {
  return sentencesFor('evaluator', warnings);
}
