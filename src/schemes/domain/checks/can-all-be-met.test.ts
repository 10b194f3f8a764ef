import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileScheme, decide, parseFacts, parseVocabulary, type Rule } from '../../../eligibility/index.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { canAllBeMet } from './can-all-be-met.ts';

const asked = { when: 'asked', question: '?' };
const vocabulary = parseVocabulary(
  [
    { id: 'age', type: 'number', whole: true, min: 0, max: 4, ...asked },
    { id: 'colour', type: 'choice', values: ['red', 'green', 'blue'], ...asked },
    { id: 'consents', type: 'yes-no', ...asked },
    { id: 'drugs', type: 'set', values: ['a', 'b', 'c'], ...asked },
    { id: 'area', type: 'code', pattern: '^E\\d$', ...asked },
    { id: 'grams', type: 'amounts', values: ['a', 'b'], min: 0, ...asked },
  ],
  [],
);

const age = fc.integer({ min: 0, max: 4 });
const colour = fc.constantFrom('red', 'green', 'blue');
const drugs = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 });

const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => {
  const parts = fc.array(tie('rule'), { minLength: 1, maxLength: 3 });
  return {
    rule: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      age.map((n): Rule => ({ fact: 'age', atLeast: n })),
      age.map((n): Rule => ({ fact: 'age', atMost: n })),
      age.map((n): Rule => ({ fact: 'age', isNot: n })),
      fc.tuple(age, age).map(([a, b]): Rule => ({ fact: 'age', between: [Math.min(a, b), Math.max(a, b)] })),
      colour.map((value): Rule => ({ fact: 'colour', is: value })),
      fc.uniqueArray(colour, { minLength: 1 }).map((list): Rule => ({ fact: 'colour', notIn: list })),
      fc.boolean().map((value): Rule => ({ fact: 'consents', is: value })),
      drugs.map((list): Rule => ({ fact: 'drugs', in: list })),
      drugs.map((list): Rule => ({ fact: 'drugs', notIn: list })),
      fc.constantFrom('a', 'b', 'c').map((value): Rule => ({ fact: 'drugs', includes: value })),
      parts.map((allOf): Rule => ({ allOf })),
      parts.map((anyOf): Rule => ({ anyOf })),
      tie('rule').map((not): Rule => ({ not })),
    ),
  };
});

const everyone = [0, 1, 2, 3, 4].flatMap((years) =>
  ['red', 'green', 'blue'].flatMap((hue) =>
    [true, false].flatMap((consents) =>
      [[], ['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']].map((taken) => {
        const facts = parseFacts(vocabulary, { age: years, colour: hue, consents, drugs: taken });
        if (!facts.ok) throw new Error('The test gave faulty facts');
        return facts.value;
      }),
    ),
  ),
);

function isMetBySomebody(rules: readonly Rule[]): boolean {
  const clause = { says: '', source: '', standing: 'assumed' } as const;
  const eligibility = rules.map((rule, index) => ({ ...clause, id: `X-${index}`, rule }));
  const scheme = compileScheme(vocabulary, { id: 'x', version: '', standing: [], eligibility });
  return everyone.some((facts) => decide(scheme, facts, calendarDayOf('2020-01-01')).verdict === 'eligible');
}

test('for any rules over facts that can be counted through, the answer is what counting through gives', () => {
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(fc.array(anyRule, { minLength: 1, maxLength: 3 }), (rules) => {
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
