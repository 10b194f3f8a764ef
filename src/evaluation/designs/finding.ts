import type { Outcome } from '../domain/plan/plan-document.ts';
import type { Sentence } from '../domain/disclosure/sentence.ts';

/** How two groups are set beside each other: less, or divided by. */
export type EffectScale = 'risk-difference' | 'mean-difference' | 'risk-ratio' | 'rate-ratio' | 'hazard-ratio';

/** What part a finding has in the plan: the answer, what stands beside it, or a test of how far it holds. */
export type FindingRole = 'primary' | 'supporting' | 'secondary' | 'subgroup' | 'sensitivity' | 'by-force';

/** One side of a comparison. Counts are numbers as a design makes it, and may be null once it has been disclosed. */
export interface ComparedGroup<Count = number> {
  /** As the plan calls it: `offered diversion`. */
  readonly name: string;
  /** People, each once. */
  readonly n: Count;
  /** How many had the outcome; null where the outcome is no yes or no. */
  readonly events: Count | null;
  /** Share, mean, or rate of the rows compared, of which a person may have several. Null where it can't be said. */
  readonly value: Count | null;
}

export interface EffectEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Of the value, or of its logarithm where the scale is a ratio; null where the interval needs none. */
  readonly standardError: number | null;
  readonly p: number | null;
}

/** One number of an evaluation with all that goes with it; `estimate` is null where the data could not carry it. */
export interface Finding<Words = Sentence, Count = number> {
  /** Unique in an evaluation, as `subgroup:sex:female`. */
  readonly id: string;
  readonly role: FindingRole;
  /** What it is of, for a row of a table: `Women`, `Leaving out Durham`. */
  readonly label: string;
  readonly outcome: Outcome;
  readonly scale: EffectScale;
  readonly estimate: EffectEstimate | null;
  /** p adjusted for the others looked at beside it; null where it is not one of several. */
  readonly adjustedP: number | null;
  /** Those with the scheme, and those without. */
  readonly groups: readonly [ComparedGroup<Count>, ComparedGroup<Count>];
  /** In words, with its source of errors. */
  readonly method: Words;
  /** What a reader must know of this number. */
  readonly notes: readonly Words[];
  /** Why there is no estimate, in words; null where there is one. */
  readonly refusal: Words | null;
}

/** Whether one stands for no difference on this scale (ratios), or zero does. */
export function nullOf(scale: EffectScale): 0 | 1 {
  return scale.endsWith('ratio') ? 1 : 0;
}
