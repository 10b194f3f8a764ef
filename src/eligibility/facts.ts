import type { Choice, FactId } from './fact-id.ts';

/** A number known to lie between two ends, inclusive; an end left out is open. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** A fact known only to be one of several. */
export interface OneOf<Value> {
  readonly oneOf: readonly Value[];
}

export type KnownNumber = number | Range | OneOf<number>;
export type KnownChoice = Choice | OneOf<Choice>;
export type KnownSet = readonly string[] | OneOf<readonly string[]>;
/** An amount for each substance that has one; a substance left out is not known. */
export type KnownAmounts = { readonly [substance: string]: KnownNumber };
export type FactValue = KnownNumber | KnownChoice | KnownSet | KnownAmounts;

declare const parsed: unique symbol;

/**
 * What is known about one person and one offence. Made only by `parseFacts`, so every value fits its fact.
 * `values` holds them by id as they were written, for people; `slots` by position in the vocabulary, with what they say
 * of each other, for the engine. Absent = not known.
 */
export interface Facts {
  readonly [parsed]: true;
  readonly values: { readonly [fact: FactId]: FactValue };
  readonly slots: readonly (FactValue | undefined)[];
  /** Facts that another stands in for, with what it gives them, as a file's reader was told. */
  readonly stoodIn: { readonly [fact: FactId]: FactValue };
}
