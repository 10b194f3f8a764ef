import { describe, expect, test } from 'vitest';
import { readYamlTree } from './yaml-tree.ts';

describe('a text that would run the parser out of stack or memory is refused before it is parsed:', () => {
  test.each([
    ['brackets', '['.repeat(500_000)],
    ['braces', '{a: '.repeat(200_000)],
    ['dashes', '- '.repeat(400_000)],
    ['indentation', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s', (_, text) => {
    const { tree, faults } = readYamlTree(text);
    expect(tree).toBeNull();
    expect(faults[0]?.problem).toBe('the document nests too deeply to be read');
  });

  test('aliases that multiply', () => {
    const names = 'abcdefghij'.split('');
    const text = names
      .map(
        (name, i) =>
          `${name}: &${name} [${
            i === 0
              ? 'x'
              : Array(9)
                  .fill(`*${names[i - 1]}`)
                  .join(',')
          }]`,
      )
      .join('\n');
    const { tree, faults } = readYamlTree(text);
    expect(tree).toBeNull();
    expect(faults).toHaveLength(9);
  });

  test('brackets in text and comments do not count', () => {
    const { tree } = readYamlTree(`a: "${'['.repeat(500)}"\n# ${'{'.repeat(500)}\n`);
    expect(tree?.value).toEqual({ a: '['.repeat(500) });
  });
});

describe('a second colon on a line is said to be that', () => {
  test.each([
    ['a: b: c', '1:4'],
    ['- a: b: c', '1:6'],
    ['x: { a: b: c }', '1:9'],
    ['x: [a: b: c]', '1:8'],
    ['a: "b": c', '1:4'],
    ['x:\n  a: b : c\n  d: e: f', '2:6'],
  ])('in %j', (text, place) => {
    const { tree, faults } = readYamlTree(text);
    expect(tree).toBeNull();
    expect(faults.map(({ line, column, problem }) => `${line}:${column} ${problem}`)).toEqual([
      `${place} a second colon on one line makes two keys of it`,
    ]);
  });

  test('and what is not one is read', () => {
    expect(readYamlTree('a: http://x\nb: >-\n  c: d: e\nf: "g: h: i"').tree?.value).toEqual({
      a: 'http://x',
      b: 'c: d: e',
      f: 'g: h: i',
    });
  });
});

describe('a place', () => {
  const tree = readYamlTree('a: { b: 1, c: [2, 3] }\nd:\n  - x: 1\n    y:\n').tree;

  test.each([
    [['a'], 'value', '1:4'],
    [['a'], 'key', '1:1'],
    [['a', 'c', 1], 'value', '1:19'],
    [['d', 0, 'x'], 'value', '3:8'],
    [['d', 0, 'y'], 'value', '4:5'],
    [['d', 0, 'z'], 'value', '3:5'],
    [['q'], 'value', '1:1'],
    [[], 'value', '1:1'],
  ] as const)('of %j, its %s, is %s', (path, at, place) => {
    const found = tree?.placeOf(path, at);
    expect(`${found?.line}:${found?.column}`).toBe(place);
  });
});

test('odd YAML beside a key written twice is told too, and nothing is read from it', () => {
  const { tree, faults } = readYamlTree('a: 1\na: &n 2\nb: *n\n? [1]\n: 2\n');
  expect(tree).toBeNull();
  expect(faults.map(({ line }) => line)).toEqual([2, 3, 4]);
});

test('a key written twice leaves the rest to be checked; other faults of writing do not', () => {
  expect(readYamlTree('a: 1\na: 2\n').tree).not.toBeNull();
  expect(readYamlTree('a: [1\n').tree).toBeNull();
});

test('keys written twice are told in maps of any depth, each where it stands the second time', () => {
  const { faults } = readYamlTree('a: 1\nb:\n  - { c: 1, d: 2, c: 3 }\na: 2\n1: x\n"1": y\n');
  expect(faults.map(({ line, column, problem }) => [line, column, problem])).toEqual([
    [3, 19, 'the key "c" is written twice in the same place'],
    [4, 1, 'the key "a" is written twice in the same place'],
  ]);
});
