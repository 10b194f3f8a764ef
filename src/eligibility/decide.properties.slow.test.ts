import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../shared/canonical-json.ts';
import {
  bulkResults,
  bulkVerdict,
  BulkDecider,
  clausesOn,
  compileScheme,
  decide,
  nextQuestion,
  parseFacts,
} from './index.ts';
import type { Facts, FactValue, KnownAmounts, KnownNumber, KnownSet, OneOf, Range, Verdict } from './index.ts';
import {
  allows,
  anyLaw,
  anyRawFacts,
  anyRule,
  asOf,
  factsOf,
  readOnceRules,
  schemeOf,
  vocabulary,
  worlds,
} from './random-schemes.test-support.ts';

const rules = fc.array(anyRule, { minLength: 1, maxLength: 4 });
const SETTLED: readonly Verdict[] = ['eligible', 'ineligible'];

/** Every way the facts that a scheme reads may turn out, given what is known. */
function everyWorld(raw: { [fact: string]: FactValue }, read: readonly string[]): { [fact: string]: FactValue }[] {
  let all: { [fact: string]: FactValue }[] = [raw];
  for (const fact of read) {
    const values = worlds[fact]!.filter((value) => allows(raw[fact], value));
    all = all.flatMap((world) => values.map((value) => ({ ...world, [fact]: value })));
  }
  return all;
}

function readBy(scheme: ReturnType<typeof compileScheme>): string[] {
  return [...new Set(decide(scheme, factsOf({}), asOf).clauses.flatMap(({ reads }) => reads))];
}

/** The verdict that several possible verdicts leave: themselves where they agree, else more must be known. */
function join(verdicts: readonly Verdict[]): Verdict {
  const first = verdicts[0]!;
  return verdicts.every((verdict) => verdict === first) ? first : 'needs-information';
}

describe('for any scheme and any facts', () => {
  test('knowing more never turns a settled verdict, nor one that waits only for a person', () => {
    fc.assert(
      fc.property(rules, anyRawFacts, fc.nat(), (list, raw, pick) => {
        const scheme = compileScheme(vocabulary, schemeOf(list));
        const before = decide(scheme, factsOf(raw), asOf).verdict;
        const facts = readBy(scheme);
        if (facts.length === 0 || before === 'needs-information') return;
        const fact = facts[pick % facts.length]!;
        for (const value of worlds[fact]!.filter((each) => allows(raw[fact], each))) {
          expect(decide(scheme, factsOf({ ...raw, [fact]: value }), asOf).verdict).toBe(before);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('nothing is missing exactly when the verdict is settled or waits only for a person', () => {
    fc.assert(
      fc.property(rules, anyRawFacts, (list, raw) => {
        const { verdict, missing } = decide(compileScheme(vocabulary, schemeOf(list)), factsOf(raw), asOf);
        expect(missing.length === 0).toBe(verdict !== 'needs-information');
      }),
      { numRuns: 1000 },
    );
  });

  test('a fact known exactly is never missing', () => {
    fc.assert(
      fc.property(rules, anyRawFacts, (list, raw) => {
        const { missing } = decide(compileScheme(vocabulary, schemeOf(list)), factsOf(raw), asOf);
        for (const fact of missing) expect(isExact(factsOf(raw).values[fact])).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('the verdict follows from the clauses: one not met makes it ineligible, all met eligible', () => {
    fc.assert(
      fc.property(rules, anyLaw, anyRawFacts, (list, law, raw) => {
        const { verdict, clauses } = decide(compileScheme(vocabulary, schemeOf(list, [law])), factsOf(raw), asOf);
        const results = clauses.map(({ result }) => result);
        const held = clauses.filter(({ settledBy }) => settledBy === undefined).map(({ result }) => result);
        expect(verdict === 'ineligible').toBe(results.includes('not-met'));
        expect(verdict === 'eligible').toBe(!results.includes('not-met') && held.every((result) => result === 'met'));
        expect(clauses.map(({ law: document }) => document)).toEqual([
          ...law.clauses.map(() => 'the-law'),
          ...list.map(() => undefined),
        ]);
        if (verdict === 'needs-discretion') expect(results).toContain('for-discretion');
      }),
      { numRuns: 500 },
    );
  });

  test('the same document, facts and day give the same decision, byte for byte, whatever the order of keys', () => {
    fc.assert(
      fc.property(rules, anyRawFacts, (list, raw) => {
        const once = decide(compileScheme(vocabulary, schemeOf(list)), factsOf(raw), asOf);
        const turned = Object.fromEntries(Object.entries(structuredClone(raw)).toReversed());
        const again = decide(compileScheme(vocabulary, schemeOf(structuredClone(list))), factsOf(turned), asOf);
        expect(canonicalJson(again)).toBe(canonicalJson(once));
      }),
    );
  });

  test('reading facts answers or refuses, and what it reads can be decided: nothing throws', () => {
    const known = fc.constantFrom(
      'age',
      'days',
      'drug',
      'admits',
      'force',
      'found',
      'grams',
      'area',
      '__proto__',
      'constructor',
    );
    const anything = fc.oneof(anyRawFacts, fc.dictionary(known, fc.jsonValue()), fc.jsonValue(), fc.anything());
    fc.assert(
      fc.property(rules, anything, (list, raw) => {
        const parsed = parseFacts(vocabulary, raw);
        if (!parsed.ok) {
          expect(parsed.refusal.length).toBeGreaterThan(0);
          return;
        }
        const scheme = compileScheme(vocabulary, schemeOf(list));
        expect(['eligible', 'ineligible', 'needs-information', 'needs-discretion']).toContain(
          decide(scheme, parsed.value, asOf).verdict,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('the verdict on a range never contradicts the verdict at any of its points', () => {
    fc.assert(
      fc.property(rules, anyRawFacts, fc.infiniteStream(fc.nat()), (list, raw, picks) => {
        const scheme = compileScheme(vocabulary, schemeOf(list));
        const whole = decide(scheme, factsOf(raw), asOf).verdict;
        if (!SETTLED.includes(whole)) return;
        const world = { ...raw };
        for (const fact of readBy(scheme)) {
          const values = worlds[fact]!.filter((value) => allows(raw[fact], value));
          world[fact] = values[picks.next().value! % values.length]!;
        }
        expect(decide(scheme, factsOf(world), asOf).verdict).toBe(whole);
      }),
      { numRuns: 400 },
    );
  });

  test('questions answered one after another settle every scheme, and none is asked twice', () => {
    fc.assert(
      fc.property(
        fc.array(rules, { minLength: 1, maxLength: 3 }),
        anyRawFacts,
        fc.infiniteStream(fc.nat()),
        (lists, raw, picks) => {
          const schemes = lists.map((list) => compileScheme(vocabulary, schemeOf(list)));
          const known = { ...raw };
          const asked = new Set<string>();
          for (
            let next = nextQuestion(schemes, factsOf(known), asOf);
            next !== null;
            next = nextQuestion(schemes, factsOf(known), asOf)
          ) {
            expect(asked).not.toContain(next);
            asked.add(next);
            const values = worlds[next]!.filter((value) => allows(raw[next], value));
            known[next] = values[picks.next().value! % values.length]!;
          }
          for (const scheme of schemes) expect(decide(scheme, factsOf(known), asOf).missing).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('where each fact is read once', () => {
  test('the verdict is the join of the verdicts at every point', () => {
    fc.assert(
      fc.property(readOnceRules, anyRawFacts, (list, raw) => {
        const scheme = compileScheme(vocabulary, schemeOf(list));
        const points = everyWorld(raw, readBy(scheme)).map((world) => decide(scheme, factsOf(world), asOf).verdict);
        expect(decide(scheme, factsOf(raw), asOf).verdict).toBe(join(points));
      }),
      { numRuns: 150 },
    );
  });

  test('a fact is missing exactly when, all else alike, two of its values give different verdicts', () => {
    fc.assert(
      fc.property(readOnceRules, anyRawFacts, (list, raw) => {
        const scheme = compileScheme(vocabulary, schemeOf(list));
        const facts = readBy(scheme);
        const { missing } = decide(scheme, factsOf(raw), asOf);
        for (const fact of facts) {
          const others = everyWorld(
            raw,
            facts.filter((other) => other !== fact),
          );
          const values = worlds[fact]!.filter((value) => allows(raw[fact], value));
          const matters = others.some(
            (world) =>
              new Set(values.map((value) => decide(scheme, factsOf({ ...world, [fact]: value }), asOf).verdict)).size >
              1,
          );
          expect(missing.includes(fact), fact).toBe(matters);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('in bulk', () => {
  test('every row gets the verdict, the results and the missing facts that deciding it alone gives', () => {
    fc.assert(
      fc.property(
        fc.array(rules, { minLength: 1, maxLength: 3 }),
        anyLaw,
        fc.array(anyRawFacts, { minLength: 1, maxLength: 9 }),
        (lists, law, people) => {
          const schemes = lists.map((list) => compileScheme(vocabulary, schemeOf(list, [law])));
          const inForce = schemes.map((scheme) => clausesOn(scheme, asOf));
          const bulk = new BulkDecider(vocabulary, inForce, people.length);
          const facts = people.map((raw) => factsOf(withoutNumberLists(raw)));
          facts.forEach((each, row) => writeRow(bulk, row, each));
          bulk.decide(people.length);
          bulk.answers.forEach((result, index) => {
            facts.forEach((each, row) => {
              const alone = decide(schemes[index]!, each, asOf);
              expect(bulkVerdict(result, row)).toBe(alone.verdict);
              expect(bulkResults(result, row)).toEqual(alone.clauses.map((clause) => clause.result));
              if (alone.verdict === 'needs-information') expect(result.missing(row)).toEqual(alone.missing);
            });
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Bulk columns hold numbers as a low and a high: a list of numbers has no place there. */
function withoutNumberLists(raw: { [fact: string]: FactValue }): { [fact: string]: FactValue } {
  const optionsOf = (value: FactValue): readonly unknown[] =>
    typeof value === 'object' && 'oneOf' in value ? (value as OneOf<unknown>).oneOf : [];
  const isList = (value: FactValue): boolean => typeof optionsOf(value)[0] === 'number';
  const isAmountList = (value: FactValue): boolean =>
    optionsOf(value).some((option) => typeof option === 'object' && !Array.isArray(option));
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => !isList(value) && !isAmountList(value)));
}

function writeRow({ table }: BulkDecider, row: number, facts: Facts): void {
  for (const [fact, value] of Object.entries(facts.values)) {
    const { kind } = vocabulary.byId.get(fact)!.type;
    if (kind === 'number') table.setNumber(fact, row, ends(value as KnownNumber));
    else if (kind === 'amounts') table.setAmounts(fact, row, value as KnownAmounts);
    else if (kind === 'set') table.setSet(fact, row, value as KnownSet);
    else table.setChoice(fact, row, typeof value === 'object' ? (value as OneOf<string>).oneOf : [value as string]);
  }
}

function ends(value: KnownNumber): readonly [number, number] {
  if (typeof value === 'number') return [value, value];
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = value as Range;
  return [from, to];
}

function isExact(value: FactValue | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'object' || Array.isArray(value)) return true;
  if ('oneOf' in value || 'from' in value || 'to' in value) return false;
  return Object.values(value).every((amount) => typeof amount === 'number') && Object.keys(value).length === 2;
}
