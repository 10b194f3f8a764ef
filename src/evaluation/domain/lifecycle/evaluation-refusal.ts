import type { Right } from '../../../access/index.ts';
import type { DocumentFault } from '../../../documents/index.ts';

/** Why something can't be done with an evaluation. */
export type EvaluationRefusal =
  | { readonly code: 'not-your-role'; readonly right: Right }
  /** It is not there, or is another organisation's: the two answers are the same on purpose. */
  | { readonly code: 'evaluation-not-found' }
  | { readonly code: 'has-ended' }
  | { readonly code: 'not-done' }
  /** It may not be released beside what was: the reason, for whoever evaluates. */
  | { readonly code: 'not-released'; readonly because: string };

/** Why an evaluation can't be begun. */
export type BeginningRefusal =
  | Extract<EvaluationRefusal, { code: 'not-your-role' }>
  | { readonly code: 'too-many-waiting'; readonly atMost: number }
  /** It took longer to read, or more memory, than there is for it. */
  | { readonly code: 'too-much-to-read' }
  | { readonly code: 'faulty'; readonly planFaults: readonly DocumentFault[]; readonly data: DataFaults | null };

/** What is wrong with a study's files: the first faults, and how many there are in all. */
export interface DataFaults {
  readonly first: readonly DataFault[];
  readonly count: number;
}

export interface DataFault {
  readonly file: string;
  /** As a spreadsheet shows it; null where the whole file is meant. */
  readonly row: number | null;
  readonly column: string;
  readonly problem: string;
  readonly remedy: string;
}
