import type { Sentence } from './disclosure/sentence.ts';

/**
 * What every measure answers with: words that say what was counted, and figures that each carry their method and their n.
 * A measure is a pure function of a cohort; nothing here knows how a figure is shown.
 */

/** What a measure counts, in words a board can read. Printed above its figures wherever they appear. */
export interface MeasureHeader {
  readonly title: string;
  readonly numerator: string;
  readonly denominator: string;
  /** When time starts to run, and the day of which event that is. */
  readonly clock: string;
  /** How long after the clock's start something still counts. */
  readonly window: string;
  /** The people in the denominator before anybody is left out: everybody eligible, offered, started, diverted, … */
  readonly base: string;
  /** Which people are left out or stop being watched, and what is done about it. */
  readonly censoring: string;
  /** The method of the value and of its interval. */
  readonly method: string;
  /** Source keys of the definition; "assumed" where there is none. */
  readonly source: string;
}

/**
 * `proportion` is of 0 to 1; `difference` is of two of these, or of two means; `ratio` is of two rates or risks; `mean`
 * is per person, or per what `what` names; the rest are what they say.
 */
export type FigureUnit =
  'proportion' | 'difference' | 'ratio' | 'mean' | 'count' | 'days' | 'hours' | 'points' | 'weight' | 'pounds';

/**
 * One number of a measure. Its counts are numbers as a measure makes it; where it has been disclosed they may be null
 * (`Figure<number | null>`).
 */
export interface Figure<Count = number> {
  /** The group, as the column writes it; `all` for everybody; `not recorded` for those whose column is empty. */
  readonly of: string;
  /** The line within the measure: `12 months`, `accepted`, `2024 Q1`. */
  readonly what: string;
  /** The denominator. */
  readonly n: Count;
  /** The numerator, where the value is a share or rate of a count; null where there is none. */
  readonly count: Count | null;
  /** Null where it cannot be said; `why` says why. */
  readonly value: number | null;
  /** The ends of the 95% interval; null where the figure has none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: FigureUnit;
  /** The method of this figure and its interval, as "Wilson 95%". */
  readonly method: string;
  /** Why there is no value, or no interval; null where nothing is missing. A bare count never has an interval. */
  readonly why: string | null;
  /** Whether something of this figure was taken out so that nobody can be recognised. */
  readonly suppressed: boolean;
}

/** One number of a line: its denominator or its numerator. */
export interface LineCount {
  readonly what: string;
  readonly part: 'n' | 'count';
}

/** That a number of a line is the sum of others, in every group: what lets a hidden count be worked out. */
export interface LineSum {
  readonly whole: LineCount;
  readonly parts: readonly LineCount[];
}

/**
 * A measure of a cohort: its words, its figures, and what a reader must know before using them. Warnings are data until
 * it is known who reads them (see `disclose`).
 */
export interface Measured<Words = Sentence, Count = number> {
  /** The measure's name, as `reoffending-rate`: that of its file. */
  readonly measure: string;
  readonly header: MeasureHeader;
  readonly figures: readonly Figure<Count>[];
  readonly warnings: readonly Words[];
  /** Sums that lines make beside those that are always so (groups add up to all, a share and its rest to n). */
  readonly sums?: readonly LineSum[];
}

/** The group of a figure that is about everybody. */
export const EVERYBODY = 'all';

/** The group of those whose column is empty. */
export const NOT_RECORDED = 'not recorded';
