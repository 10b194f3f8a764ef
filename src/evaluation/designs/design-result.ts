import type { Outcome } from '../domain/plan/plan-document.ts';
import type { Finding } from './finding.ts';

/** One side of the flow of people, from who was there to who is compared. */
export interface FlowSide {
  readonly name: string;
  /** Who came to this side. */
  readonly n: number | null;
  /** How far they went: offered, accepted, started, completed. */
  readonly stages: readonly { readonly says: string; readonly n: number | null }[];
  readonly lost: readonly { readonly why: string; readonly n: number | null }[];
  /** Who is in the primary comparison. */
  readonly compared: number | null;
}

/** How the people of the data became those who are compared, after CONSORT. */
export interface Flow {
  readonly inData: number | null;
  readonly excluded: readonly { readonly why: string; readonly n: number | null }[];
  readonly studied: number | null;
  readonly sides: readonly [FlowSide, FlowSide];
}

/** A row of what people were like before the index event. */
export interface BaselineRow {
  readonly characteristic: string;
  /** The level of a category; null for a number. */
  readonly level: string | null;
  readonly unit: 'mean' | 'share';
  readonly groups: readonly [BaselineCell, BaselineCell];
  /** With the scheme less without, in standard deviations; null where nothing varies. */
  readonly standardisedDifference: number | null;
}

export interface BaselineCell {
  readonly value: number | null;
  /** How many of this level, or with a number recorded. */
  readonly count: number | null;
}

/** How alike the sides are in one covariate, before and after matching. */
export interface BalanceRow {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** One group's curve: the share who have had the event by each day. */
export interface Curve {
  readonly name: string;
  readonly n: number | null;
  readonly days: readonly number[];
  readonly share: readonly number[];
  /** Null where an interval would mislead: people who stand for several. */
  readonly low: readonly number[] | null;
  readonly high: readonly number[] | null;
  readonly atRisk: readonly { readonly day: number; readonly n: number | null; readonly share: number | null }[];
}

export interface Curves {
  readonly outcome: Outcome;
  readonly groups: readonly [Curve, Curve];
  /** Of no difference between the curves; null where the test does not fit the design. */
  readonly p: number | null;
  readonly method: string;
}

/** Forces put together. */
export interface Pooling {
  readonly forces: number;
  readonly method: string;
  readonly tauSquared: number;
  readonly iSquared: number;
  /** Where the effect in one more force like these is expected. */
  readonly predictionLow: number;
  readonly predictionHigh: number;
  /** Of no spread between forces beyond chance. */
  readonly spreadP: number;
}

/** Whether groups fixed in advance differ from each other in the effect. */
export interface SubgroupTest {
  readonly subgroup: string;
  readonly label: string;
  readonly p: number | null;
  readonly adjustedP: number | null;
  readonly why: string | null;
}

/** What a design answers. */
export interface DesignResult {
  readonly names: readonly [string, string];
  readonly flow: Flow;
  readonly baseline: readonly BaselineRow[];
  readonly findings: readonly Finding[];
  readonly subgroupTests: readonly SubgroupTest[];
  readonly curves: Curves | null;
  readonly balance: readonly BalanceRow[] | null;
  readonly pooling: Pooling | null;
  readonly warnings: readonly string[];
  /** What the design can't show, in words. */
  readonly limits: readonly string[];
}
