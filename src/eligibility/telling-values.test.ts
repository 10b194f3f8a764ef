import { describe, expect, test } from 'vitest';
import { compileRule } from './compile-rule.ts';
import { parseFacts, parseVocabulary, type Rule } from './index.ts';
import { tellingValues } from './telling-values.ts';

const about = { when: 'seen', question: 'What?' };
const vocabulary = parseVocabulary(
  [
    { ...about, id: 'age', type: 'number', max: 120 },
    { ...about, id: 'times', type: 'number', max: 3 },
    { ...about, id: 'where', type: 'choice', values: ['street', 'home', 'park'] },
    { ...about, id: 'council', type: 'code', pattern: '^E\\d{8}$' },
    { ...about, id: 'found', type: 'set', values: ['x', 'y'] },
    { ...about, id: 'grams', type: 'amounts', values: ['x', 'y'] },
  ],
  [],
);

/** The values of one fact between which the rules tell, given what is known. */
function told(fact: string, rules: readonly Rule[], known: object = {}) {
  const facts = parseFacts(vocabulary, known);
  if (!facts.ok) throw new Error(JSON.stringify(facts.refusal));
  const nodes = rules.map((rule) => compileRule(vocabulary, rule));
  const definition = vocabulary.byId.get(fact)!;
  return tellingValues(nodes, definition, facts.value.slots[definition.slot]);
}

describe('The values between which rules tell', () => {
  test.each<[string, string, readonly Rule[], object, readonly unknown[]]>([
    ['each bound of a number and its neighbours', 'age', [{ fact: 'age', atLeast: 18 }], {}, [17, 18, 19]],
    ['none beyond what the number may be', 'times', [{ fact: 'times', atMost: 3 }], {}, [2, 3]],
    ['none below what it may be', 'times', [{ fact: 'times', atMost: 0 }], {}, [0, 1]],
    ['none outside the range that is known', 'age', [{ fact: 'age', atLeast: 18 }], { age: { from: 18 } }, [18, 19]],
    ['none above the range that is known', 'age', [{ fact: 'age', atLeast: 18 }], { age: { to: 18 } }, [17, 18]],
    ['those that are left of several', 'age', [{ fact: 'age', atLeast: 18 }], { age: { oneOf: [5, 30] } }, [5, 30]],
    ['of other facts nothing', 'age', [{ fact: 'times', atMost: 2 }], {}, []],
    ['of a choice those named, and one that is not', 'where', [{ fact: 'where', is: 'home' }], {}, ['home', 'street']],
    [
      'of a choice all, where all are named',
      'where',
      [
        { fact: 'where', in: ['street', 'home'] },
        { fact: 'where', isNot: 'park' },
      ],
      {},
      ['street', 'home', 'park'],
    ],
    [
      'of a code those named, and another',
      'council',
      [{ fact: 'council', is: 'E06000037' }],
      {},
      ['E06000037', 'E00000000'],
    ],
    ['of a set each member', 'found', [{ fact: 'found', includes: 'x' }], {}, [['x'], ['y']]],
    [
      'of amounts the whole of it of the first',
      'grams',
      [{ fact: 'grams', forSubstances: ['x', 'y'], atMost: 3 }],
      {},
      [
        { x: 2, y: 0 },
        { x: 3, y: 0 },
        { x: 4, y: 0 },
      ],
    ],
  ])('%s', (...[, fact, rules, known, values]) => {
    const found = told(fact, rules, known);
    expect(found).toHaveLength(values.length);
    expect(found).toEqual(expect.arrayContaining([...values]));
  });
});
