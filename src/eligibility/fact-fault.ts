import type { Result } from '../shared/result.ts';
import type { FactValue } from './facts.ts';

/** What is wrong with one given value: where, what, and what would be right. */
export interface FactFault {
  /** The fact's id, with `.from`, `.oneOf[2]` and the like for a part of it; empty for the object itself. */
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

/** A value that fits its fact, or the faults found in it. */
export type ParsedValue = Result<FactValue, readonly FactFault[]>;
