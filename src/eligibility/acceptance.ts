import type { Choice } from './fact-id.ts';
import type { FactKind } from './vocabulary.ts';
import type { FactRule } from './rule.ts';

/** The values for which a test of a fact is met, as data: what evaluation, bulk columns and static checks all read. */
export type Acceptance =
  /** Numbers in one of the spans (apart, in order, ends included), or, `except`, in none. */
  | { readonly kind: 'spans'; readonly spans: readonly Span[]; readonly except: boolean }
  /** One of the values, or, `except`, any other. */
  | { readonly kind: 'values'; readonly values: ReadonlySet<Choice>; readonly except: boolean }
  /** Sets: every member listed (`within`), no member listed (`without`), or the one member present (`having`). */
  | {
      readonly kind: 'members';
      readonly demand: 'within' | 'without' | 'having';
      readonly members: ReadonlySet<string>;
    };

export type Span = readonly [low: number, high: number];

/** What a rule accepts of a fact of this kind. Throws where the form does not fit the fact: documents are checked first. */
export function acceptanceOf(rule: FactRule, type: FactKind): Acceptance {
  if (type.kind === 'set') return acceptanceOfSet(rule);
  if (type.kind === 'choice' || type.kind === 'code') return acceptanceOfChoice(rule);
  return acceptanceOfNumber(rule, type.kind === 'number' && type.whole);
}

function acceptanceOfSet(rule: FactRule): Acceptance {
  if ('in' in rule) return { kind: 'members', demand: 'within', members: new Set(textsOf(rule.in, rule)) };
  if ('notIn' in rule) return { kind: 'members', demand: 'without', members: new Set(textsOf(rule.notIn, rule)) };
  if ('includes' in rule) return { kind: 'members', demand: 'having', members: new Set([rule.includes]) };
  throw doesNotFit(rule, 'a set');
}

function acceptanceOfChoice(rule: FactRule): Acceptance {
  if ('is' in rule) return { kind: 'values', values: new Set(choicesOf([rule.is], rule)), except: false };
  if ('isNot' in rule) return { kind: 'values', values: new Set(choicesOf([rule.isNot], rule)), except: true };
  if ('in' in rule) return { kind: 'values', values: new Set(choicesOf(rule.in, rule)), except: false };
  if ('notIn' in rule) return { kind: 'values', values: new Set(choicesOf(rule.notIn, rule)), except: true };
  throw doesNotFit(rule, 'a choice');
}

function acceptanceOfNumber(rule: FactRule, whole: boolean): Acceptance {
  const spans = (list: readonly Span[], except = false): Acceptance => ({
    kind: 'spans',
    spans: tidy(list, whole),
    except,
  });
  const points = (list: readonly (Choice | number)[]): Span[] => numbersOf(list, rule).map((point) => [point, point]);
  if ('atLeast' in rule) return spans([[rule.atLeast, Number.POSITIVE_INFINITY]]);
  if ('atMost' in rule) return spans([[Number.NEGATIVE_INFINITY, rule.atMost]]);
  if ('moreThan' in rule) return spans([[whole ? Math.floor(rule.moreThan) + 1 : next(rule.moreThan), Infinity]]);
  if ('lessThan' in rule) return spans([[-Infinity, whole ? Math.ceil(rule.lessThan) - 1 : -next(-rule.lessThan)]]);
  if ('between' in rule) return spans([rule.between]);
  if ('is' in rule) return spans(points([rule.is]));
  if ('isNot' in rule) return spans(points([rule.isNot]), true);
  if ('in' in rule) return spans(points(rule.in));
  if ('notIn' in rule) return spans(points(rule.notIn), true);
  throw doesNotFit(rule, 'a number');
}

/** Spans in order and apart; for whole numbers the ends are whole and neighbours are joined. Empty spans go. */
function tidy(list: readonly Span[], whole: boolean): Span[] {
  const gap = whole ? 1 : 0;
  const ordered = list
    .map(([low, high]): Span => (whole ? [Math.ceil(low), Math.floor(high)] : [low, high]))
    .filter(([low, high]) => low <= high)
    .sort((a, b) => a[0] - b[0]);
  const joined: Span[] = [];
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last && span[0] <= last[1] + gap) joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])];
    else joined.push(span);
  }
  return joined;
}

/** The next number that can be told from this one: spans hold their ends, so "more than" begins there. */
function next(n: number): number {
  if (n === 0) return Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([n]).buffer);
  bits[0]! += n > 0 ? 1n : -1n;
  return new Float64Array(bits.buffer)[0]!;
}

function textsOf(list: readonly (Choice | number)[], rule: FactRule): string[] {
  return list.map((each) => {
    if (typeof each !== 'string') throw doesNotFit(rule, 'a set');
    return each;
  });
}

function choicesOf(list: readonly (Choice | number)[], rule: FactRule): Choice[] {
  return list.map((each) => {
    if (typeof each === 'number') throw doesNotFit(rule, 'a choice');
    return each;
  });
}

function numbersOf(list: readonly (Choice | number)[], rule: FactRule): number[] {
  return list.map((each) => {
    if (typeof each !== 'number') throw doesNotFit(rule, 'a number');
    return each;
  });
}

function doesNotFit(rule: FactRule, what: string): Error {
  return new Error(`A rule of this form does not fit ${rule.fact}, which is ${what}: ${JSON.stringify(rule)}`);
}
