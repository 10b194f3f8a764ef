import type { Acceptance, FactDefinition, FactValue } from '../../../eligibility/index.ts';

interface Test {
  readonly accepts: Acceptance;
  readonly members: readonly string[];
}

/** Named members of a set beyond which its subsets are too many to try. */
const MOST_MEMBERS = 12;

/**
 * One value of a fact from each class that its tests can tell apart: whatever holds for some value of the fact holds
 * for one of these. Null where there are too many. The tests all read the same fact, and the same substance of it.
 */
export function pointsOf({ type }: FactDefinition, tests: readonly Test[]): readonly FactValue[] | null {
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
      return [...named(tests), CODE_NOBODY_NAMES];
    case 'set':
      return setsOf(type.values, tests);
  }
}

const CODE_NOBODY_NAMES = '\u0000';

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

/** Every set of the members that the tests name, with and without one that they do not. */
function setsOf(values: readonly string[], tests: readonly Test[]): readonly FactValue[] | null {
  const members = new Set(tests.flatMap(({ accepts }) => (accepts.kind === 'members' ? [...accepts.members] : [])));
  const other = values.find((value) => !members.has(value));
  const telling = other === undefined ? [...members] : [...members, other];
  if (telling.length > MOST_MEMBERS) return null;
  return Array.from({ length: 2 ** telling.length }, (_, bits) =>
    telling.filter((_member, index) => (bits >> index) & 1),
  );
}
