import { expect, test } from 'vitest';
import { compileRule, factTestsIn } from '../compile-rule.ts';
import { parseVocabulary, type Rule } from '../index.ts';
import { BulkTable } from './table.ts';

const about = { when: 'seen', question: 'What?' };
const vocabulary = parseVocabulary(
  [
    { ...about, id: 'age', type: 'number', min: 1, max: 120 },
    { ...about, id: 'weight', type: 'number', whole: false, min: 0.5, max: 9.5 },
    { ...about, id: 'grams', type: 'amounts', values: ['x', 'y'], max: 7.5 },
  ],
  [],
);
const rules: readonly Rule[] = [
  { fact: 'age', atLeast: 18 },
  { fact: 'weight', atMost: 3 },
  { fact: 'grams', forSubstances: ['x'], atMost: 3 },
];
const table = () =>
  new BulkTable(vocabulary, rules.map((rule) => compileRule(vocabulary, rule)).flatMap(factTestsIn), 2);

test('nothing is known of a row at first, and again once the table was cleared', () => {
  const made = table();
  const known = () =>
    [...made.columns.values()].map((column) => (column.kind === 'number' ? [[...column.low], [...column.high]] : null));
  const nothing = [
    [
      [1, 1],
      [120, 120],
    ],
    [
      [0.5, 0.5],
      [9.5, 9.5],
    ],
    [
      [0, 0],
      [7.5, 7.5],
    ],
  ];
  expect(known()).toEqual(nothing);
  made.setNumber('age', 1, [17, 18]);
  made.setNumber('weight', 0, [0.75, 0.75]);
  expect(known().slice(0, 2)).toEqual([
    [
      [1, 17],
      [120, 18],
    ],
    [
      [0.75, 0.5],
      [0.75, 9.5],
    ],
  ]);
  made.clear();
  expect(known()).toEqual(nothing);
});
