import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { StoredFault } from './stored-fault.ts';
import { readStored, storedKind } from './stored-kind.ts';

const named = z.looseObject({ called: z.string() });

/** In shape 1 `called`, in shape 2 `name`, in shape 3 with a height that was not recorded before. */
const animal = storedKind({
  name: 'animal',
  schema: z.strictObject({
    name: z.string(),
    heightCm: z.number().nullable(),
    coat: z.discriminatedUnion('is', [z.strictObject({ is: z.literal('plain'), colour: z.enum(['black', 'white']) })]),
  }),
  upcasters: [
    (value) => {
      const { called, ...others } = named.parse(value);
      return { ...others, name: called };
    },
    (value) => ({ heightCm: null, ...(value as object) }),
  ],
});
const coat = { is: 'plain', colour: 'black' };
const at = (shape: number) => ({ table: 'animals', id: 'a1', shape });

function problemsOf(value: unknown, shape = 3) {
  try {
    readStored(animal, at(shape), value);
    return [];
  } catch (fault) {
    if (!(fault instanceof StoredFault)) throw fault;
    return fault.problems.map(({ path, problem }) => `${path}: ${problem}`);
  }
}

describe('What is stored', () => {
  test('is written in the shape that its steps lead to', () => expect(animal.shape).toBe(3));

  test('is read from every shape it ever had', () => {
    const rex = { name: 'Rex', heightCm: null, coat };
    expect(readStored(animal, at(1), { called: 'Rex', coat })).toEqual(rex);
    expect(readStored(animal, at(2), { name: 'Rex', coat })).toEqual(rex);
    expect(readStored(animal, at(3), { name: 'Rex', heightCm: 60, coat })).toEqual({ ...rex, heightCm: 60 });
  });

  test('is not taken for an older shape than it says it has', () => {
    expect(problemsOf({ called: 'Rex', coat }, 2)).toEqual([
      'name: should be string',
      '(all of it): holds a member that this shape does not have',
    ]);
  });

  test.each([0, 4, 1.5, Number.NaN])('of a shape that nobody knows (%s) is not guessed at', (shape) => {
    expect(problemsOf({ name: 'Rex', heightCm: 60, coat }, shape)).toEqual([
      `shape: shape ${shape} is not one that this version knows (1 to 3)`,
    ]);
  });

  test('that does not fit is named by table, row, shape and part, and no value of it is', () => {
    const spoilt = { name: 'Rex', heightCm: 'tall as Ann', coat: { is: 'plain', colour: 'grey like Ann' }, Ann: 1 };
    expect(() => readStored(animal, at(3), spoilt)).toThrow(
      'animals a1 (animal, shape 3) does not fit: heightCm: should be number, and 2 more',
    );
    expect(problemsOf(spoilt)).toEqual([
      'heightCm: should be number',
      'coat.colour: should be one of black, white',
      '(all of it): holds a member that this shape does not have',
    ]);
    expect(problemsOf({ name: 'Rex', heightCm: 1, coat: { is: 'Ann' } })).toEqual(['coat.is: is of no known type']);
  });

  test('that a step can’t take is named like anything else that does not fit', () => {
    expect(problemsOf({ coat }, 1)).toEqual(['called: should be string']);
  });
});
