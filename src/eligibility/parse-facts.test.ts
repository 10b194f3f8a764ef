import { describe, expect, test } from 'vitest';
import { parseFacts } from './index.ts';
import { vocabulary } from './random-schemes.test-support.ts';

const faults = (raw: unknown) => {
  const result = parseFacts(vocabulary, raw);
  return result.ok ? [] : result.refusal;
};

describe('facts that do not parse', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['not an object', [1], '', /not an object/],
    ['an unknown fact, with the near one named', { agee: 3 }, 'agee', /no such fact/],
    ['text where a number belongs', { age: '3' }, 'age', /not a number/],
    ['a number that is not whole', { age: 2.5 }, 'age', /not a whole number/],
    ['a number out of range', { age: -1 }, 'age', /out of range/],
    ['a number beyond what JSON holds', { age: Number.POSITIVE_INFINITY }, 'age', /not a number/],
    ['null', { age: null }, 'age', /null is not a value/],
    ['a range without ends', { age: {} }, 'age', /without ends/],
    ['a range upside down', { age: { from: 5, to: 2 } }, 'age', /above/],
    ['a range end of the wrong type', { age: { from: 'x' } }, 'age.from', /not a number/],
    ['a member that does not belong in a range', { age: { from: 1, upTo: 2 } }, 'age', /"upTo" has no place/],
    ['an empty choice', { drug: { oneOf: [] } }, 'drug.oneOf', /empty/],
    ['a value not on the list', { drug: 'z' }, 'drug', /not one of its values/],
    ['text for yes or no', { admits: 'yes' }, 'admits', /not one of its values/],
    ['a fault inside a choice', { drug: { oneOf: ['a', 'z'] } }, 'drug.oneOf[1]', /not one of its values/],
    ['a range for a choice', { drug: { from: 1 } }, 'drug', /"from" has no place/],
    ['text for a list', { found: 'x' }, 'found', /not a list/],
    ['a stranger in a list', { found: ['x', 'q'] }, 'found[1]', /not one of its values/],
    ['an amount of an unknown substance', { grams: { q: 1 } }, 'grams.q', /no such substance/],
    ['an amount that is no number', { grams: { x: 'much' } }, 'grams.x', /not a number/],
    ['a code of another form', { area: 'W1' }, 'area', /not such a code/],
  ])('%s', (_, raw, path, problem) => {
    const [fault] = faults(raw);
    expect(fault?.path).toBe(path);
    expect(fault?.problem).toMatch(problem);
    expect(fault?.remedy).not.toBe('');
  });

  test('every fault is told at once', () => {
    expect(faults({ age: 'x', drug: 'z', nonsense: 1 })).toHaveLength(3);
  });

  test('a slip of the hand gets the word that was meant', () => {
    expect(faults({ admts: true })[0]?.remedy).toBe('did you mean "admits"?');
  });
});

describe('facts that parse', () => {
  test('a range of one and a choice of one are known exactly', () => {
    const result = parseFacts(vocabulary, { age: { from: 3, to: 3 }, drug: { oneOf: ['a'] } });
    expect(result.ok && result.value.values).toEqual({ age: 3, drug: 'a' });
  });

  test('a list is a set: order and repeats do not count', () => {
    const result = parseFacts(vocabulary, { found: ['y', 'x', 'y'] });
    expect(result.ok && result.value.values).toEqual({ found: ['x', 'y'] });
  });
});
