import type { Vocabulary } from '../../eligibility/index.ts';
import type { DrugClasses } from './drug-classes.ts';
import type { Force } from './force.ts';

/** The lists that documents are held against: what facts, forces and outcome types there are. */
export interface ReferenceLists {
  readonly vocabulary: Vocabulary;
  readonly forces: readonly Force[];
  /** The Home Office's outcome types, as "8" or "22". */
  readonly outcomeTypes: readonly string[];
  readonly drugClasses: readonly DrugClasses[];
}
