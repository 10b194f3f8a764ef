import type { Outcome } from '../domain/plan/plan-document.ts';
import type { Sentence } from '../domain/disclosure/sentence.ts';
import type { Finding } from './finding.ts';

/** One side of the flow of people, from who was there to who is compared. */
export interface FlowSide<Count = number> {
  readonly name: string;
  /** How many are on this side. */
  readonly n: Count;
  /** How far they went: offered, accepted, started, completed. */
  readonly stages: readonly { readonly says: string; readonly n: Count }[];
  readonly lost: readonly { readonly why: string; readonly n: Count }[];
  /** How many are in the primary comparison. */
  readonly compared: Count;
}

/** How the people of the data became those who are compared, after CONSORT. */
export interface Flow<Count = number> {
  readonly inData: Count;
  readonly excluded: readonly { readonly why: string; readonly n: Count }[];
  readonly studied: Count;
  readonly sides: readonly [FlowSide<Count>, FlowSide<Count>];
}

/** A row of what people were like before the index event. */
export interface BaselineRow<Count = number> {
  readonly characteristic: string;
  /** The level of a category; null for a number. */
  readonly level: string | null;
  readonly unit: 'mean' | 'share';
  readonly groups: readonly [BaselineCell<Count>, BaselineCell<Count>];
  /** With the scheme less without, in standard deviations; null where nothing varies. */
  readonly standardisedDifference: number | null;
}

export interface BaselineCell<Count = number> {
  readonly value: Count | null;
  /** How many of this level, or with a number recorded. */
  readonly count: Count | null;
}

/** How alike the sides are in one covariate, before and after matching. */
export interface BalanceRow {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** One group's curve: the share who have had the event by each day. */
export interface Curve<Count = number> {
  readonly name: string;
  readonly n: Count;
  readonly days: readonly number[];
  readonly share: readonly number[];
  /** Null where an interval would mislead: people who stand for several. */
  readonly low: readonly number[] | null;
  readonly high: readonly number[] | null;
  readonly atRisk: readonly { readonly day: number; readonly n: Count; readonly share: Count | null }[];
}

export interface Curves<Count = number> {
  readonly outcome: Outcome;
  readonly groups: readonly [Curve<Count>, Curve<Count>];
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

/** Of the people studied, by side: those with the scheme first. Counts are of index events. Boards never get it. */
export interface StudyRecord {
  /** Who died before watching ended. */
  readonly deaths: readonly [number, number];
  /** For each covariate of the plan, of how many it is not recorded. */
  readonly missing: readonly { readonly name: string; readonly counts: readonly [number, number] }[];
  readonly indexedFrom: string;
  readonly indexedUntil: string;
  /** The earliest and the latest day on which watching of somebody ended. */
  readonly followedUntil: readonly [string, string];
}

/** Whether groups fixed in advance differ from each other in the effect. */
export interface SubgroupTest<Words = Sentence> {
  readonly subgroup: string;
  readonly label: string;
  readonly p: number | null;
  readonly adjustedP: number | null;
  readonly why: Words | null;
}

/**
 * What a design answers. Its counts are numbers and its sentences data (`Sentence`), until it is disclosed to those who
 * read it: then counts may be null and sentences are words.
 */
export interface DesignResult<Words = Sentence, Count = number> {
  readonly names: readonly [string, string];
  readonly flow: Flow<Count>;
  readonly baseline: readonly BaselineRow<Count>[];
  readonly findings: readonly Finding<Words, Count>[];
  readonly subgroupTests: readonly SubgroupTest<Words>[];
  readonly curves: Curves<Count> | null;
  readonly balance: readonly BalanceRow[] | null;
  readonly pooling: Pooling | null;
  readonly record: StudyRecord | null;
  readonly warnings: readonly Words[];
  /** What the design can't show, in words. */
  readonly limits: readonly string[];
}
