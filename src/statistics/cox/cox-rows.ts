import type { CompactCodes } from '../sorting/compact-codes.ts';
import type { SurvivalRows } from '../survival/survival-rows.ts';

/** A column of the model. Columns with the same `term` (the levels of a factor) are tested together; else each alone. */
export interface Covariate {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly term?: string;
}

/** What Cox's model is fitted to. Everything but the covariates and the survival itself may be left out. */
export interface CoxRows extends SurvivalRows {
  readonly covariates: readonly Covariate[];
  /**
   * When each row comes under watch; it is at risk after this and up to its time. A person whose covariates change has
   * a row for each stretch of time.
   */
  readonly entry?: ArrayLike<number> | undefined;
  /** Whole numbers from 0: each stratum has a baseline hazard of its own. */
  readonly stratum?: ArrayLike<number> | undefined;
  /** Whole numbers from 0: rows that are not independent of each other share one. */
  readonly cluster?: ArrayLike<number> | undefined;
  /** How much each row counts, zero or more. */
  readonly weight?: ArrayLike<number> | undefined;
}

/**
 * The same rows in the order in which they are walked through: stratum by stratum, in each from the last time to the
 * first, so that those at risk only grow, and at each time those with the event last. All arrays are by place in that
 * order.
 */
export interface SortedCox {
  readonly n: number;
  readonly events: number;
  readonly names: readonly string[];
  readonly terms: readonly string[];
  /** Covariates less their means, a row of `names.length` for each place. */
  readonly x: Float64Array;
  readonly event: Uint8Array;
  /** The place of each time among `distinct`. */
  readonly rank: Int32Array;
  readonly distinct: Float64Array;
  /** Where each stratum begins; the last is `n`. */
  readonly starts: Int32Array;
  readonly entry: Entries | null;
  readonly weight: Float64Array | null;
  /** Which rows belong together, numbered without gaps; null where each is alone. */
  readonly cluster: CompactCodes | null;
  /** The standard deviation of each covariate, and how far apart its ends are. */
  readonly spread: Float64Array;
  readonly range: Float64Array;
  readonly times: EventTimes;
}

/** When rows come under watch, as places among the distinct times. */
export interface Entries {
  readonly rank: Int32Array;
  /** Places, stratum by stratum and in each from the last entry to the first. */
  readonly order: Int32Array;
}

/**
 * The times at which somebody has the event, in the order walked. Rows from `first` to `firstDeath` are added without
 * an event (some of them at later times than this), those from there to `end` have it.
 */
export interface EventTimes {
  readonly count: number;
  readonly stratum: Int32Array;
  readonly first: Int32Array;
  readonly firstDeath: Int32Array;
  readonly end: Int32Array;
}
