import type { CalendarDay } from '../shared/calendar-day.ts';
import type { Choice, FactId } from './fact-id.ts';

/** Who may make a judgement that no recorded fact settles. */
export const JUDGES = ['officer', 'sergeant', 'inspector', 'prosecutor'] as const;
export type Judge = (typeof JUDGES)[number];

/**
 * A test of one fact. Of a fact that holds amounts: the amount of one substance, of several together, or of a scheme.
 */
export type FactRule = {
  readonly fact: FactId;
  readonly forSubstance?: string;
  readonly forSubstances?: readonly string[];
  readonly forScheme?: string;
} & (
  | { readonly is: Choice | number }
  | { readonly isNot: Choice | number }
  | { readonly in: readonly (Choice | number)[] }
  | { readonly notIn: readonly (Choice | number)[] }
  | { readonly includes: string }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly moreThan: number }
  | { readonly lessThan: number }
  | { readonly between: readonly [number, number] }
);

export interface DiscretionRule {
  readonly discretion: string;
  readonly by: Judge;
}

/** The whole rule language: tests of facts, a person's judgement, and three ways to combine them. */
export type Rule =
  | FactRule
  | DiscretionRule
  | { readonly allOf: readonly Rule[] }
  | { readonly anyOf: readonly Rule[] }
  | { readonly not: Rule };

/** The members of a fact of amounts that a test reads, which it adds up; none where it reads the fact itself. */
export function membersRead({ forSubstance, forSubstances, forScheme }: FactRule): readonly string[] {
  const one = forSubstance ?? forScheme;
  return one === undefined ? (forSubstances ?? []) : [one];
}

/** How well a rule is known to be the scheme's: read in a source, sources that differ, or our reading. */
export type ClauseStanding = 'sourced' | 'conflicting' | 'assumed';

/** One rule of a scheme in its own words. In force from `from` to `until`, both days included. */
export interface Clause {
  readonly id: string;
  readonly says: string;
  readonly rule: Rule;
  readonly source: string | readonly string[];
  readonly standing: ClauseStanding;
  readonly from?: CalendarDay;
  readonly until?: CalendarDay;
  /** What a reader should know: how the source was read, what is assumed. */
  readonly note?: string;
}

/**
 * By when what a clause of law reads must be known. Left out: before anybody is called eligible. Until then a clause
 * that is not known holds no verdict up; known and not met, it keeps the person out at any time.
 */
export const SETTLED_BY = ['offer', 'outcome', 'if-known'] as const;
export type SettledBy = (typeof SETTLED_BY)[number];

/** One rule of the law. */
export interface LawClause extends Clause {
  readonly settledBy?: SettledBy;
  /** Its days are those of the offence, not of the decision: what was an offence then. */
  readonly datedBy?: 'offence';
}

/** What the engine needs of a law document. */
export interface LawRules {
  readonly id: string;
  /** Hash of the canonical document. */
  readonly version: string;
  readonly clauses: readonly LawClause[];
}

export type StandingStage = 'proposed' | 'developing' | 'approved' | 'live' | 'paused' | 'ended';

export interface DatedStanding {
  readonly from: CalendarDay;
  readonly is: StandingStage;
}

/** What the engine needs of a scheme: it has never heard of any particular one. */
export interface SchemeRules {
  readonly id: string;
  /** Hash of the canonical document. */
  readonly version: string;
  readonly standing: readonly DatedStanding[];
  readonly eligibility: readonly Clause[];
  /** The law that it rests on: answered first, and all of it must be met too. */
  readonly law?: readonly LawRules[];
}
