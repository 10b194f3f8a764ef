import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileScheme, decide, parseFacts, SETTLED_BY, type Rule } from '../../../eligibility/index.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { anyRule, vocabulary } from '../checks/random-rules.test-support.ts';
import type { Scheme } from '../scheme-document.ts';
import type { Law } from './law-document.ts';
import { restingOn } from './law-for-scheme.ts';
import { widerThanTheLaw } from './wider-than-the-law.ts';

const from = calendarDayOf('2020-01-01');
const clause = { says: 'So it is', source: 'S-T', standing: 'assumed', from } as const;

interface Asked {
  readonly rule: Rule;
  readonly settledBy: (typeof SETTLED_BY)[number] | undefined;
}
const anyLaw: fc.Arbitrary<Asked[]> = fc.array(
  fc.record({ rule: anyRule, settledBy: fc.constantFrom(undefined, ...SETTLED_BY) }),
  { minLength: 1, maxLength: 3 },
);
const anyRules = fc.array(anyRule, { minLength: 1, maxLength: 3 });

function schemeOf(rules: readonly Rule[], asked: readonly Asked[]): Scheme {
  const law: Law = {
    id: 'the-law',
    name: 'The law',
    version: 'l',
    file: 'law/the-law.yaml',
    nation: ['england-and-wales'],
    applies: {},
    clauses: asked.map(({ rule, settledBy }, index) => ({
      ...clause,
      id: `LAW-${index + 1}`,
      rule,
      ...(settledBy === undefined ? {} : { settledBy }),
    })),
    base: {},
    scenarios: [],
    sources: {},
  };
  const scheme: Scheme = {
    id: 'trial',
    name: 'Trial',
    version: 'v',
    file: 'scheme.yaml',
    forces: [],
    kind: 'support',
    standing: [],
    eligibility: rules.map((rule, index) => ({ ...clause, id: `TRY-${index + 1}`, rule })),
    pathway: { admission: 'not-required', agreement: null, steps: [], fee: null, repeats: { atMost: null } },
    outcome: { completed: { type: null }, notCompleted: { then: 'no-consequence' } },
    sources: {},
  };
  return restingOn(scheme, [law]);
}

test('whoever is shown is let in by the scheme alone, and kept out by that clause of the law', () => {
  let shown = 0;
  fc.assert(
    fc.property(anyRules, anyLaw, (rules, asked) => {
      const scheme = schemeOf(rules, asked);
      for (const { problem } of widerThanTheLaw(scheme, vocabulary)) {
        shown += 1;
        const [, id, person] = /keeps out by (LAW-\d+) .*?: (\{.*\})$/.exec(problem) ?? [];
        const facts = parseFacts(vocabulary, JSON.parse(person ?? ''));
        if (!facts.ok) throw new Error(JSON.stringify(facts.refusal));
        const alone = decide(compileScheme(vocabulary, { ...scheme, law: [] }), facts.value, from);
        const both = decide(compileScheme(vocabulary, scheme), facts.value, from);
        expect(['eligible', 'needs-discretion']).toContain(alone.verdict);
        expect(both.verdict).toBe('ineligible');
        expect(both.clauses.find((answer) => answer.id === id)?.result).toBe('not-met');
      }
    }),
    { numRuns: 600 },
  );
  expect(shown).toBeGreaterThan(30);
});

test('a scheme that asks all that the law asks, and more, is never said to be wider', () => {
  fc.assert(
    fc.property(anyRules, anyLaw, (rules, asked) => {
      const narrower = [...rules, ...asked.map(({ rule }) => rule)];
      // A judgement that the scheme leaves to a person, the law may not: only what facts settle is the same of both.
      fc.pre(!JSON.stringify(asked).includes('discretion'));
      expect(widerThanTheLaw(schemeOf(narrower, asked), vocabulary)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test('a scheme that reads nothing that the law reads is never said to be wider', () => {
  const ofAge = fc.nat(4).map((n): Rule => ({ fact: 'age', atLeast: n }));
  const ofColour = fc.constantFrom('red', 'blue').map((value): Rule => ({ fact: 'colour', is: value }));
  fc.assert(
    fc.property(ofColour, ofAge, (rule, law) => {
      expect(widerThanTheLaw(schemeOf([rule], [{ rule: law, settledBy: undefined }]), vocabulary)).toEqual([]);
    }),
  );
});
