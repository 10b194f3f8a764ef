import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileScheme, decide, parseFacts, type Rule } from '../../../eligibility/index.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { canAllBeMet } from './can-all-be-met.ts';
import { countedTests, everybody, rulesOf, vocabulary } from './random-rules.test-support.ts';

const countedRule = rulesOf(countedTests);

const everyone = everybody.map((person) => {
  const facts = parseFacts(vocabulary, person);
  if (!facts.ok) throw new Error('The test gave faulty facts');
  return facts.value;
});

function isMetBySomebody(rules: readonly Rule[]): boolean {
  const clause = { says: '', source: '', standing: 'assumed' } as const;
  const eligibility = rules.map((rule, index) => ({ ...clause, id: `X-${index}`, rule }));
  const scheme = compileScheme(vocabulary, { id: 'x', version: '', standing: [], eligibility });
  return everyone.some((facts) => decide(scheme, facts, calendarDayOf('2020-01-01')).verdict === 'eligible');
}

test('for any rules over facts that can be counted through, the answer is what counting through gives', () => {
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(fc.array(countedRule, { minLength: 1, maxLength: 3 }), (rules) => {
      const expected = isMetBySomebody(rules);
      seen[expected ? 'yes' : 'no'] += 1;
      expect(canAllBeMet(vocabulary, rules)).toBe(expected);
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(50);
});

describe('rules over facts that cannot be counted through:', () => {
  const cases: readonly (readonly [what: string, can: boolean, ...Rule[]])[] = [
    ['a code that no rule names is left', true, { fact: 'area', notIn: ['E1', 'E2'] }],
    ['two codes at once', false, { fact: 'area', is: 'E1' }, { fact: 'area', is: 'E2' }],
    [
      'room between two amounts',
      true,
      { fact: 'grams', atLeast: 0.1, forSubstance: 'a' },
      { not: { fact: 'grams', atLeast: 0.2, forSubstance: 'a' } },
    ],
    [
      'no room between two amounts',
      false,
      { not: { fact: 'grams', atLeast: 0.1, forSubstance: 'a' } },
      { fact: 'grams', atLeast: 0.1, forSubstance: 'a' },
    ],
    [
      'amounts of different substances',
      true,
      { fact: 'grams', atMost: 1, forSubstance: 'a' },
      { fact: 'grams', atLeast: 5, forSubstance: 'b' },
    ],
    ['less than nothing', false, { not: { fact: 'grams', atLeast: 0, forSubstance: 'a' } }],
    ['older than anybody', false, { not: { fact: 'age', atMost: 4 } }],
    [
      'a judgement may fall either way',
      true,
      { discretion: 'Is it?', by: 'officer' },
      { not: { discretion: 'Is it?', by: 'officer' } },
    ],
  ];

  test.each(cases.map(([what, can, ...rules]) => ({ what, can, rules })))('$what', ({ can, rules }) => {
    expect(canAllBeMet(vocabulary, rules)).toBe(can);
  });
});

test('a rule too tangled to search is taken to be possible, within a moment', () => {
  const pairs = Array.from({ length: 40 }, (_, i): Rule => ({
    anyOf: [
      {
        allOf: [
          { fact: 'age', is: i % 5 },
          { fact: 'age', isNot: (i + 1) % 5 },
        ],
      },
      { fact: 'drugs', includes: 'abc'[i % 3] as string },
    ],
  }));
  // The processor's time, which another program on the machine does not lengthen.
  const before = process.cpuUsage();
  canAllBeMet(vocabulary, [...pairs, { fact: 'drugs', notIn: ['a', 'b', 'c'] }, { fact: 'consents', is: true }]);
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
});
