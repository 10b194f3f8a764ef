import { describe, expect, test } from 'vitest';
import { fewestOf, howManyMoreOf, powerOf, type Primary } from './enough-people.ts';

/** 20 of 100 with the scheme, 30 of 100 without, unless a test says otherwise. */
const primary = (n: readonly [number, number], [low, high]: readonly [number, number] = [-0.22, 0.02]): Primary => {
  const side = (name: string, people: number, value: number) => ({
    name,
    n: people,
    events: Math.round(people * value),
    value,
  });
  return {
    scale: 'risk-difference',
    groups: [side('With', n[0], 0.2), side('Without', n[1], 0.3)],
    estimate: { value: -0.1, low, high, p: 0.1, standardError: 0.06 },
  };
};

describe('The fewest people on a side', () => {
  test.each([
    [60, 75, 'yes: 60 and 75'],
    [75, 40, 'no: 75 and 40; 20 more are needed on the smaller side'],
    [75, 59, 'no: 75 and 59; 1 more is needed on the smaller side'],
  ])('of %i and %i', (one, other, says) => {
    expect(fewestOf(primary([one, other]))?.says).toBe(says);
  });
});

describe('How many more people would settle it', () => {
  test('is none where the interval leaves out no difference, on either side of it', () => {
    const none = 'none: the interval leaves out no difference already';
    expect(howManyMoreOf(primary([100, 100], [-0.2, -0.01]))?.says).toBe(none);
    expect(howManyMoreOf(primary([100, 100], [0.01, 0.2]))?.says).toBe(none);
    expect(howManyMoreOf(primary([100, 100], [-0.2, 0]))?.says).not.toBe(none);
  });

  // R: power.prop.test(p1 = 0.2, p2 = 0.3, power = 0.8) gives n = 293.1513 a side.
  test('is what R says is needed, less those who are there', () => {
    expect(howManyMoreOf(primary([100, 100]))?.says).toContain('194 more people with the scheme');
    expect(howManyMoreOf(primary([293, 293]))?.says).toContain('1 more person with the scheme');
    expect(howManyMoreOf(primary([294, 294]))?.says).toContain('0 more people with the scheme');
  });
});

test('What so many could find is found by them 80 times of 100, and what is less is not', () => {
  // R: power.prop.test(n = 293, p1 = p, p2 = 0.3, power = 0.8) gives 0.2000, a fall of 10.0 points.
  expect(powerOf(primary([293, 293]))?.says).toContain('a fall of 10.0 points from 30.0%');
});
