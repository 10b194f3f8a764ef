import type { Acceptance, Span } from './acceptance.ts';
import type { FactValue, KnownAmounts, KnownNumber } from './facts.ts';
import { MET, NOT_MET, type Possible } from './possible.ts';
import type { Choice } from './fact-id.ts';
import { knownAmounts, knownChoice, knownNumber, knownSet } from './value-of-kind.ts';
import type { FactKind } from './vocabulary.ts';

const EITHER: Possible = MET | NOT_MET;

/** Given what is known of a fact (undefined: nothing), the ends its test may come to. */
export type PossibleOf = (value: FactValue | undefined) => Possible;

/** The test of one fact, made ready once: a function without branches on the rule's form. */
export function possibleOfFact(accepted: Acceptance, type: FactKind, members: readonly string[] = []): PossibleOf {
  if (accepted.kind === 'members') return possibleOfSet(accepted, type);
  if (accepted.kind === 'values') return possibleOfChoice(accepted, type);
  const ofNumber = possibleOfNumber(accepted, type);
  if (type.kind !== 'amounts') return (value) => ofNumber(knownNumber(value));
  return (value) => ofNumber(amountOf(knownAmounts(value), members, type));
}

/** Among narrowed amounts: what is known of every member that is not named. */
export const EVERY_OTHER = '*';

/** What is known of the amounts of some members together; undefined where nothing is. */
export function amountOf(
  amounts: KnownAmounts | undefined,
  members: readonly string[],
  { least, most }: { readonly least: number; readonly most: number },
): KnownNumber | undefined {
  const [only] = members;
  if (only === undefined || amounts === undefined) return undefined;
  const of = (member: string): KnownNumber | undefined => amounts[member] ?? amounts[EVERY_OTHER];
  if (members.length === 1) return of(only);
  let from = 0;
  let to = 0;
  for (const member of members) {
    const [low, high] = endsOf(of(member), least, most);
    from += low;
    to += high;
  }
  return { from, to };
}

/** The least and the most that a number may be. */
export function endsOf(value: KnownNumber | undefined, least: number, most: number): readonly [number, number] {
  if (value === undefined) return [least, most];
  if (typeof value === 'number') return [value, value];
  return 'oneOf' in value
    ? [Math.min(...value.oneOf), Math.max(...value.oneOf)]
    : [value.from ?? least, value.to ?? most];
}

function eachOf<Value>(options: readonly Value[], accepts: (value: Value) => boolean): Possible {
  let possible = 0;
  for (const option of options) possible |= accepts(option) ? MET : NOT_MET;
  return possible;
}

function possibleOfNumber(accepted: Acceptance & { kind: 'spans' }, type: FactKind) {
  const { spans, except } = accepted;
  const within = (n: number): boolean => spans.some(([low, high]) => n >= low && n <= high) !== except;
  const ofRange = (low: number, high: number): Possible => spansOver(spans, low, high, except);
  const least = 'least' in type ? type.least : Number.NEGATIVE_INFINITY;
  const most = 'most' in type ? type.most : Number.POSITIVE_INFINITY;
  const unknown = ofRange(least, type.kind === 'amounts' ? Number.POSITIVE_INFINITY : most);
  return (value: KnownNumber | undefined): Possible => {
    if (typeof value === 'number') return within(value) ? MET : NOT_MET;
    if (value === undefined) return unknown;
    if ('oneOf' in value) return eachOf(value.oneOf, within);
    const { from = least, to = most } = value;
    return ofRange(from, to);
  };
}

/** What numbers between two ends come to: met where they meet a span, not met where they reach outside every span. */
export function spansOver(spans: readonly Span[], low: number, high: number, except: boolean): Possible {
  let meets = false;
  let inside = false;
  for (const [from, to] of spans) {
    if (low <= to && high >= from) meets = true;
    if (low >= from && high <= to) inside = true;
  }
  const possible = (meets ? MET : 0) | (inside ? 0 : NOT_MET);
  return except ? swapped(possible) : possible;
}

function swapped(possible: Possible): Possible {
  return (possible & MET ? NOT_MET : 0) | (possible & NOT_MET ? MET : 0);
}

function possibleOfChoice(accepted: Acceptance & { kind: 'values' }, type: FactKind): PossibleOf {
  const { values, except } = accepted;
  const within = (choice: Choice): boolean => values.has(choice) !== except;
  // An open list always holds a value that is not named.
  const unknown = type.kind === 'choice' ? eachOf(type.values, within) : EITHER;
  return (value) => {
    const choice = knownChoice(value);
    if (choice === undefined) return unknown;
    if (typeof choice === 'object') return eachOf(choice.oneOf, within);
    return within(choice) ? MET : NOT_MET;
  };
}

function possibleOfSet(accepted: Acceptance & { kind: 'members' }, type: FactKind): PossibleOf {
  const { demand, members } = accepted;
  const within = (set: readonly string[]): boolean => {
    if (demand === 'having') return set.some((member) => members.has(member));
    return demand === 'within'
      ? set.every((member) => members.has(member))
      : !set.some((member) => members.has(member));
  };
  // Not known: any set at all. Those without members and with every member show which ends there are.
  const every = type.kind === 'set' ? type.values : [];
  const unknown = eachOf([[], every], within);
  return (value) => {
    const set = knownSet(value);
    if (set === undefined) return unknown;
    if ('oneOf' in set) return eachOf(set.oneOf, within);
    return within(set) ? MET : NOT_MET;
  };
}
