import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { outcomesInLaw } from '../../src/cases/domain/outcome/law-of-outcome.ts';
import { refusalOfOutcome } from '../../src/cases/domain/outcome/outcome-rules.ts';
import { isLiveOn } from '../../src/cases/domain/scheme-terms.ts';
import { compileScheme, decide, parseFacts, type FactDefinition } from '../../src/eligibility/index.ts';
import { factsIn, nationOfForce } from '../../src/schemes/domain/index.ts';
import { shippedCatalogue } from '../../src/schemes/store/shipped-catalogue.test-support.ts';
import type { Scheme } from '../../src/schemes/index.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import type { RecordedFacts } from '../../src/triage/domain/index.ts';
import { basis, caseThrough, law } from './case-in-state.ts';

/** What is only known when an outcome is recorded: the form of the outcome asks for it. */
const AT_THE_OUTCOME = [
  'activity-done',
  'rationale-recorded',
  'responsibility-accepted',
  'agrees-to-disposal',
  'victim',
  'authorised-by',
  'offending-history',
  'youth-justice-agrees',
];
const now = calendarDayOf('2026-11-28');
const { vocabulary } = law;

const schemes = shippedCatalogue.filter(({ kind }) => kind !== 'comparator');

interface Scenarios {
  readonly base: RecordedFacts;
  readonly asOf?: string;
}

/** Somebody who gets in: the base of the scheme's scenarios, and where it is silent that of its law. */
function baseOf({ id, laws = [] }: Scheme): Scenarios {
  const file = new URL(`../../schemes/${id}/scenarios.yaml`, import.meta.url);
  const { base, asOf } = parse(readFileSync(file, 'utf8')) as Scenarios;
  const ofLaw = Object.assign({}, ...laws.map((each) => each.base)) as RecordedFacts;
  const facts = Object.entries({ ...ofLaw, ...base }).filter(([fact]) => !AT_THE_OUTCOME.includes(fact));
  return { base: Object.fromEntries(facts), ...(asOf !== undefined && { asOf }) };
}

function anyValue({ type }: FactDefinition): fc.Arbitrary<RecordedFacts[string]> | null {
  switch (type.kind) {
    case 'number':
      return fc.integer({ min: type.least, max: Math.min(type.most, type.least + 30) });
    case 'choice':
      return fc.constantFrom(...type.values);
    case 'set':
      return fc.uniqueArray(fc.constantFrom(...type.values), { minLength: 1, maxLength: 2 });
    case 'code':
    case 'amounts':
      return null;
  }
}

/** Somebody near the base: some of what the scheme and its law read is otherwise. */
function somebody(scheme: Scheme, base: RecordedFacts): fc.Arbitrary<RecordedFacts> {
  const clauses = [...scheme.eligibility, ...(scheme.laws ?? []).flatMap((each) => each.clauses)];
  const read = [...new Set(clauses.flatMap(({ rule }) => factsIn(rule)))].filter(
    (fact) => !AT_THE_OUTCOME.includes(fact),
  );
  const otherwise = read.flatMap((fact) => {
    const definition = vocabulary.byId.get(fact);
    const value = definition && anyValue(definition);
    return value ? [value.map((each) => [fact, each] as const)] : [];
  });
  return fc
    .array(fc.oneof(...otherwise), { maxLength: 3 })
    .map((different) => ({ ...base, ...Object.fromEntries(different) }));
}

/** The outcome types that a scheme may end in: its own, and those of the ways of ending a case that it names. */
function typesOf({ outcome, disposals = [] }: Scheme): readonly (string | null)[] {
  const others = outcomesInLaw(law).filter(({ law: { applies } }) =>
    applies.disposals?.some((one) => disposals.includes(one)),
  );
  return [...new Set([outcome.completed.type, ...others.map(({ type }) => type)])];
}

function refusalsOf(scheme: Scheme, facts: RecordedFacts, today: typeof now): readonly (string | null)[] {
  const state = caseThrough('triaged').state();
  if (state.status === 'closed') throw new Error('The case is closed already');
  const force = scheme.nation === 'northern-ireland' ? 'northern-ireland' : (scheme.forces[0] ?? 'west-midlands');
  const record = { ...state.record, force, facts, offence: { occurredOn: null, modeOfTrial: null }, triagedOn: today };
  const age = facts['age-today'] ?? facts['age'];
  return typesOf(scheme).map((type) =>
    refusalOfOutcome({
      law,
      type,
      basis: {
        ...basis,
        authority: { by: 'prosecutor', name: 'Made-up' },
        youthJustice: 'Made-up',
        departure: 'As agreed',
      },
      record,
      ageToday: typeof age === 'number' ? age : null,
      actorRank: 'sergeant',
      schemeType: scheme.outcome.completed.type,
      schemeKind: scheme.kind,
      schemeDisposals: scheme.disposals ?? [],
      activityDone: true,
      returnedForProsecution: false,
      timeLimitPassed: false,
      today,
      pcscCautionsCommenced: false,
    }),
  );
}

describe('What the decision promises, the outcome does not refuse', () => {
  test.each(schemes.map((scheme) => ({ id: scheme.id, scheme })))('$id', ({ scheme }) => {
    const { base, asOf } = baseOf(scheme);
    const today = isLiveOn(scheme, now) || asOf === undefined ? now : calendarDayOf(asOf);
    const compiled = compileScheme(vocabulary, scheme);
    let promised = 0;
    const promises = (facts: RecordedFacts): boolean => {
      const parsed = parseFacts(vocabulary, facts);
      if (!parsed.ok) return false;
      const { verdict, clauses } = decide(compiled, parsed.value, today);
      if (verdict !== 'eligible' && verdict !== 'needs-discretion') return false;
      const atTheOutcome = (reads: readonly string[]) => reads.some((fact) => AT_THE_OUTCOME.includes(fact));
      return clauses.every(
        ({ result, reads }) =>
          result === 'met' || result === 'for-discretion' || (result === 'not-known' && atTheOutcome(reads)),
      );
    };
    fc.assert(
      fc.property(somebody(scheme, base), (facts) => {
        if (!promises(facts)) return;
        promised += 1;
        expect([facts, refusalsOf(scheme, facts, today)]).toEqual([facts, expect.arrayContaining([null])]);
      }),
      { examples: [[base]] },
    );
    expect(promised).toBeGreaterThan(0);
  });
});

test('the catalogue has schemes of every nation', () => {
  expect(new Set(schemes.map(({ forces, nation }) => nation ?? nationOfForce(forces[0] ?? '')))).toEqual(
    new Set(['england-and-wales', 'scotland', 'northern-ireland']),
  );
});
