import type { Acceptance, FactDefinition, FactKind, FactValue } from '../../../eligibility/index.ts';

interface Test {
  readonly accepts: Acceptance;
  readonly members: readonly string[];
}

/** Named members of a set beyond which its subsets are too many to try. */
const MOST_MEMBERS = 12;

export interface Points {
  readonly values: readonly FactValue[];
  /** Whether every class of values that the tests can tell apart has its point. */
  readonly areAll: boolean;
}

/**
 * One value of a fact from each class that its tests can tell apart: whatever holds for some value of the fact holds
 * for one of these; of a set too large for that, some. The tests all read the same fact, and the same substance of it.
 */
export function pointsOf({ type }: FactDefinition, tests: readonly Test[]): Points {
  return type.kind === 'set' ? setsOf(type.values, tests) : { values: valuesOf(type, tests), areAll: true };
}

function valuesOf(type: Exclude<FactKind, { kind: 'set' }>, tests: readonly Test[]): readonly FactValue[] {
  switch (type.kind) {
    case 'number':
      return numbersAround(tests, type);
    case 'amounts':
      return numbersAround(tests, { ...type, whole: type.whole === true }).map((amount) =>
        Object.fromEntries((tests[0]?.members ?? []).map((member, index) => [member, index === 0 ? amount : 0])),
      );
    case 'choice':
      return type.values;
    case 'code':
      return [...named(tests), codeNobodyNames(type.pattern, named(tests))];
  }
}

/** A code that fits where one is known, so that a person found can be read; else what no rule can name. */
function codeNobodyNames(pattern: string, taken: readonly string[]): string {
  const likely = ['E00000000', 'E99999999', 'E0', 'E9'].filter((code) => new RegExp(pattern).test(code));
  return likely.find((code) => !taken.includes(code)) ?? '\u0000';
}

interface Bounds {
  readonly whole: boolean;
  readonly least: number;
  readonly most: number;
}

/** The ends of spans, their neighbours, and the ends of what is possible. */
function numbersAround(tests: readonly Test[], { whole, least, most }: Bounds): number[] {
  const ends = tests
    .flatMap(({ accepts }) => (accepts.kind === 'spans' ? accepts.spans.flat() : []))
    .filter(Number.isFinite);
  const ordered = [...new Set(ends)].sort((a, b) => a - b);
  const between = ordered.slice(1).map((end, index) => (end + (ordered[index] ?? end)) / 2);
  const around = [...ordered.flatMap((end) => [end - 1, end, end + 1]), ...(whole ? [] : between)];
  return [...new Set([least, ...around, most])].filter((n) => Number.isFinite(n) && n >= least && n <= most);
}

function named(tests: readonly Test[]): string[] {
  return tests.flatMap(({ accepts }) => (accepts.kind === 'values' ? [...accepts.values].map(String) : []));
}

/**
 * Every set of the members that the tests name, with and without one that they do not. Of too many members: none, each
 * alone, each two, and all.
 */
function setsOf(values: readonly string[], tests: readonly Test[]): Points {
  const members = new Set(tests.flatMap(({ accepts }) => (accepts.kind === 'members' ? [...accepts.members] : [])));
  const other = values.find((value) => !members.has(value));
  const telling = other === undefined ? [...members] : [...members, other];
  if (telling.length > MOST_MEMBERS) {
    const pairs = telling.flatMap((one, index) => telling.slice(index + 1).map((two) => [one, two]));
    return { values: [[], ...telling.map((member) => [member]), ...pairs, telling], areAll: false };
  }
  const subsets = Array.from({ length: 2 ** telling.length }, (_, bits) =>
    telling.filter((_member, index) => (bits >> index) & 1),
  );
  return { values: subsets, areAll: true };
}
