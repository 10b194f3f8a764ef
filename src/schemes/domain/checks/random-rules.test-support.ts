import fc from 'fast-check';
import { parseVocabulary, type FactValue, type Rule } from '../../../eligibility/index.ts';

const asked = { when: 'asked', question: '?' };

/** A vocabulary small enough to count everybody, with what cannot be counted beside it. */
export const vocabulary = parseVocabulary(
  [
    { id: 'age', type: 'number', whole: true, min: 0, max: 4, ...asked },
    { id: 'age-today', type: 'number', whole: true, min: 0, max: 4, bounds: { notBelow: 'age' }, ...asked },
    { id: 'colour', type: 'choice', values: ['red', 'green', 'blue'], ...asked },
    { id: 'consents', type: 'yes-no', ...asked },
    { id: 'drugs', type: 'set', values: ['a', 'b', 'c'], ...asked },
    { id: 'area', type: 'code', pattern: '^E\\d$', ...asked },
    { id: 'grams', type: 'amounts', values: ['a', 'b'], min: 0, bounds: { noneUnlessIn: 'drugs' }, ...asked },
  ],
  [],
);

const age = fc.integer({ min: 0, max: 4 });
const colour = fc.constantFrom('red', 'green', 'blue');
const drugs = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 });

/** Tests of the facts that can be counted, one at a time. */
export const countedTests: readonly fc.Arbitrary<Rule>[] = [
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
];

/** Further tests, of facts that others say something of, and judgements. */
const furtherTests: readonly fc.Arbitrary<Rule>[] = [
  age.map((n): Rule => ({ fact: 'age-today', atLeast: n })),
  age.map((n): Rule => ({ fact: 'age-today', atMost: n })),
  fc.constantFrom('E1', 'E2').map((value): Rule => ({ fact: 'area', isNot: value })),
  age.map((n): Rule => ({ fact: 'grams', moreThan: n, forSubstance: 'a' })),
  fc.constant<Rule>({ discretion: 'Is it right?', by: 'officer' }),
];

/** Any rule made of some tests. */
export function rulesOf(tests: readonly fc.Arbitrary<Rule>[]): fc.Arbitrary<Rule> {
  return fc.letrec<{ rule: Rule }>((tie) => {
    const parts = fc.array(tie('rule'), { minLength: 1, maxLength: 3 });
    return {
      rule: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        ...tests,
        parts.map((allOf): Rule => ({ allOf })),
        parts.map((anyOf): Rule => ({ anyOf })),
        tie('rule').map((not): Rule => ({ not })),
      ),
    };
  }).rule;
}

export const anyRule: fc.Arbitrary<Rule> = rulesOf([...countedTests, ...furtherTests]);

/** Everybody, by the facts that can be counted. */
export const everybody: readonly { readonly [fact: string]: FactValue }[] = [0, 1, 2, 3, 4].flatMap((years) =>
  ['red', 'green', 'blue'].flatMap((hue) =>
    [true, false].flatMap((consents) =>
      [[], ['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']].map((taken) => ({
        age: years,
        colour: hue,
        consents,
        drugs: taken,
      })),
    ),
  ),
);
