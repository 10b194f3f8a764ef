import fc from 'fast-check';
import { calendarDayOf } from '../shared/calendar-day.ts';
import type { Clause, Facts, FactValue, LawRules, OneOf, Rule, SchemeRules } from './index.ts';
import { parseFacts, parseVocabulary, SETTLED_BY } from './index.ts';

/** A small vocabulary with one fact of each kind and the awkward sizes: a bounded number, a boolean, an open code. */
export const vocabulary = parseVocabulary(
  [
    { id: 'age', type: 'number', whole: true, min: 0, max: 6, when: 'asked', question: 'Age?' },
    { id: 'days', type: 'number', whole: true, min: 0, when: 'seen', question: 'Days?' },
    { id: 'drug', type: 'choice', values: ['a', 'b', 'c'], when: 'seen', question: 'Drug?' },
    { id: 'admits', type: 'yes-no', when: 'asked', question: 'Admits?' },
    { id: 'force', type: 'force', when: 'seen', question: 'Force?' },
    { id: 'found', type: 'set', values: ['x', 'y'], when: 'seen', question: 'Found?' },
    { id: 'grams', type: 'amounts', values: ['x', 'y'], when: 'seen', question: 'Grams?' },
    { id: 'area', type: 'code', pattern: '^E[0-9]$', when: 'looked-up', question: 'Area?' },
  ],
  Array.from({ length: 40 }, (_, index) => `force-${index}`),
);

export const asOf = calendarDayOf('2024-06-01');

const small = fc.integer({ min: 0, max: 6 });
const someOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> => fc.subarray([...values], { minLength: 1 });

/** Every value that a fact may exactly have, or enough of them: small enough to try all. */
export const worlds: { readonly [fact: string]: readonly FactValue[] } = {
  age: [0, 1, 2, 3, 4, 5, 6],
  days: [0, 1, 2, 3, 4, 5, 6, 7],
  drug: ['a', 'b', 'c'],
  admits: [true, false],
  force: vocabulary.byId.get('force')!.type.kind === 'choice' ? ['force-0', 'force-1', 'force-2', 'force-39'] : [],
  found: [[], ['x'], ['y'], ['x', 'y']],
  grams: Array.from({ length: 15 }, (_, index) => [0, 2].map((y) => ({ x: index / 2, y }))).flat(),
  area: ['E0', 'E1', 'E9'],
};

const numberTest = (fact: string, extra: object = {}): fc.Arbitrary<Rule> =>
  fc.oneof(
    small.map((n) => ({ fact, atLeast: n, ...extra })),
    small.map((n) => ({ fact, atMost: n, ...extra })),
    fc
      .tuple(small, small)
      .map(([a, b]) => ({ fact, between: [Math.min(a, b), Math.max(a, b)] as [number, number], ...extra })),
    small.map((n) => ({ fact, is: n, ...extra })),
    small.map((n) => ({ fact, isNot: n, ...extra })),
    small.map((n) => ({ fact, moreThan: n, ...extra })),
    small.map((n) => ({ fact, lessThan: n, ...extra })),
    fc.uniqueArray(small, { minLength: 1, maxLength: 3 }).map((list) => ({ fact, in: list, ...extra })),
    fc.uniqueArray(small, { minLength: 1, maxLength: 3 }).map((list) => ({ fact, notIn: list, ...extra })),
  );

const choiceTest = (fact: string, values: readonly (string | boolean)[]): fc.Arbitrary<Rule> =>
  fc.oneof(
    fc.constantFrom(...values).map((value) => ({ fact, is: value })),
    fc.constantFrom(...values).map((value) => ({ fact, isNot: value })),
    someOf(values).map((list) => ({ fact, in: list })),
    someOf(values).map((list) => ({ fact, notIn: list })),
  );

const tests: { readonly [fact: string]: fc.Arbitrary<Rule> } = {
  age: numberTest('age'),
  days: numberTest('days'),
  drug: choiceTest('drug', ['a', 'b', 'c']),
  admits: choiceTest('admits', [true, false]),
  force: choiceTest('force', ['force-0', 'force-1', 'force-2']),
  found: fc.oneof(
    someOf(['x', 'y']).map((list) => ({ fact: 'found', in: list })),
    someOf(['x', 'y']).map((list) => ({ fact: 'found', notIn: list })),
    fc.constantFrom('x', 'y').map((value) => ({ fact: 'found', includes: value })),
  ),
  grams: numberTest('grams', { forSubstance: 'x' }),
  area: choiceTest('area', ['E0', 'E1']),
};
const FACTS = Object.keys(tests);

const discretion: fc.Arbitrary<Rule> = fc.constant({ discretion: 'Is it right?', by: 'sergeant' });

/** Any rule, facts read as often as it likes. */
export const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    // A sum reads two amounts at once, so that it is not among the rules that read each fact once.
    fc.oneof(...Object.values(tests), numberTest('grams', { forSubstances: ['x', 'y'] })),
    discretion,
    fc.array(tie('rule'), { maxLength: 3 }).map((allOf) => ({ allOf })),
    fc.array(tie('rule'), { maxLength: 3 }).map((anyOf) => ({ anyOf })),
    tie('rule').map((not) => ({ not })),
  ),
})).rule;

/** Some rules that together read each fact at most once: the facts are dealt out to a random shape. */
export const readOnceRules: fc.Arbitrary<Rule[]> = fc
  .shuffledSubarray(FACTS, { minLength: 1, maxLength: 4 })
  .chain((facts) =>
    fc.tuple(fc.tuple(...facts.map((fact) => tests[fact]!)), fc.array(fc.nat(5), { minLength: 12, maxLength: 12 })),
  )
  .map(([leaves, moves]) =>
    shape([...leaves, ...(moves[0]! < 3 ? [{ discretion: 'Is it right?', by: 'officer' } as Rule] : [])], moves),
  );

/** Joins rules two by two, as the moves say, until few are left. */
function shape(rules: Rule[], moves: readonly number[]): Rule[] {
  const left = [...rules];
  for (const move of moves.slice(1)) {
    if (move === 5 && left.length > 0) left.push({ not: left.shift()! });
    if (move < 4 && left.length > 1 && move !== 0) {
      const pair = [left.shift()!, left.shift()!];
      left.push(move === 1 ? { allOf: pair } : { anyOf: pair });
    }
  }
  return left;
}

const range = (most: number): fc.Arbitrary<FactValue> =>
  fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    fc.integer({ min: 0, max: most }).map((from) => ({ from })),
    fc.integer({ min: 0, max: most }).map((to) => ({ to })),
  );

const known = (fact: string): fc.Arbitrary<FactValue> => {
  const exact = fc.constantFrom(...worlds[fact]!);
  if (fact === 'grams')
    return fc.oneof(
      exact,
      range(6).map((x) => ({ x }) as FactValue),
    );
  const several = someOf(worlds[fact]!).map((oneOf) => ({ oneOf }) as FactValue);
  return fact === 'age' || fact === 'days'
    ? fc.oneof(exact, several, range(fact === 'age' ? 6 : 7))
    : fc.oneof(exact, several);
};

/** Facts known exactly, in part, or not at all, as a file would write them. */
export const anyRawFacts: fc.Arbitrary<{ [fact: string]: FactValue }> = fc.record(
  Object.fromEntries(FACTS.map((fact) => [fact, known(fact)])),
  { requiredKeys: [] },
) as fc.Arbitrary<{ [fact: string]: FactValue }>;

export function factsOf(raw: unknown): Facts {
  const result = parseFacts(vocabulary, raw);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Some rules as law, each to be known by some time. */
export const anyLaw: fc.Arbitrary<LawRules> = fc
  .array(fc.tuple(anyRule, fc.constantFrom(undefined, ...SETTLED_BY)), { maxLength: 3 })
  .map((list) => ({
    id: 'the-law',
    version: 'l',
    clauses: list.map(([rule, settledBy], index) => ({
      id: `LAW-${index + 1}`,
      says: 'The law asks it',
      rule,
      source: 'S-L',
      standing: 'assumed',
      ...(settledBy === undefined ? {} : { settledBy }),
    })),
  }));

export function schemeOf(rules: readonly Rule[], law: readonly LawRules[] = []): SchemeRules {
  const eligibility = rules.map((rule, index): Clause => ({
    id: `T-${index + 1}`,
    says: 'So it is',
    rule,
    source: 'S-T',
    standing: 'sourced',
  }));
  return { id: 'trial', version: 'v', standing: [{ from: calendarDayOf('2020-01-01'), is: 'live' }], eligibility, law };
}

/** Whether an exact value is one that the partly known one allows. */
export function allows(partly: FactValue | undefined, exact: FactValue): boolean {
  if (partly === undefined) return true;
  if (typeof partly === 'object' && 'oneOf' in partly)
    return (partly as OneOf<unknown>).oneOf.some((option) => same(option, exact));
  if (typeof partly === 'object' && ('from' in partly || 'to' in partly)) {
    const { from = 0, to = Number.POSITIVE_INFINITY } = partly as { from?: number; to?: number };
    return (exact as number) >= from && (exact as number) <= to;
  }
  if (typeof partly === 'object' && !Array.isArray(partly)) {
    const held = partly as { readonly x?: FactValue; readonly y?: FactValue };
    const { x, y } = exact as { readonly x: number; readonly y: number };
    return allows(held.x, x) && allows(held.y, y);
  }
  return same(partly, exact);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
