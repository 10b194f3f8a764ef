import { describe, expect, test } from 'vitest';
import { relativeRates, type GroupCount } from './relative-rate.ts';

const SEARCHES: readonly GroupCount[] = [
  { group: 'White', count: 200, base: 100_000 },
  { group: 'Black', count: 80, base: 10_000 },
  { group: 'Asian', count: 19, base: 10_000 },
  { group: 'not recorded', count: 30, base: null },
];
const POPULATION = { denominator: 'population', reference: 'White' } as const;
const PREVIOUS = { denominator: 'previous-step', reference: 'White' } as const;

describe('A relative rate', () => {
  test('by residents is the ratio of rates, its interval by the logarithm with Poisson counts', () => {
    const [white, black, asian] = relativeRates(SEARCHES, POPULATION);
    expect(white).toMatchObject({ rate: 0.002, relative: null, isReference: true });
    // 4 × e^(±1.959964 √(1/80 + 1/200))
    expect(black!.relative).toBeCloseTo(4, 12);
    expect(black!.relativeLow).toBeCloseTo(4 / Math.exp(1.959964 * Math.sqrt(1 / 80 + 1 / 200)), 5);
    expect(black!.relativeHigh).toBeCloseTo(4 * Math.exp(1.959964 * Math.sqrt(1 / 80 + 1 / 200)), 5);
    expect(black).toMatchObject({ explainOrReform: 'higher', isBeyondFourFifths: true, method: 'log, Poisson' });
    expect(asian).toMatchObject({ explainOrReform: null, isBeyondFourFifths: false });
  });

  test('by the step before is the ratio of shares', () => {
    const finds = [
      { group: 'White', count: 50, base: 200 },
      { group: 'Black', count: 10, base: 80 },
      { group: 'not recorded', count: 6, base: 30 },
    ];
    const [, black, missing] = relativeRates(finds, PREVIOUS);
    const error = Math.sqrt(1 / 10 - 1 / 80 + 1 / 50 - 1 / 200);
    expect(black!.relative).toBeCloseTo(0.5, 12);
    expect(black!.relativeHigh).toBeCloseTo(0.5 * Math.exp(1.959964 * error), 5);
    expect(black).toMatchObject({ explainOrReform: 'lower', isBeyondFourFifths: true });
    expect(missing!.relative).toBeCloseTo(0.8, 12);
  });

  test('of people of no recorded group has a count and says why it has no rate by residents', () => {
    expect(relativeRates(SEARCHES, POPULATION)[3]).toMatchObject({
      count: 30,
      rate: null,
      relative: null,
      why: 'there is no number to set these against',
    });
  });

  test('of nothing at all among a group still has an interval, from zero', () => {
    const [, none] = relativeRates(
      [
        { group: 'White', count: 50, base: 200 },
        { group: 'Black', count: 0, base: 20 },
      ],
      PREVIOUS,
    );
    expect(none).toMatchObject({ relative: 0, relativeLow: 0, method: 'score (Koopman)', isBeyondFourFifths: true });
    expect(none!.relativeHigh).toBeGreaterThan(0.5);
  });

  test('of everybody in a small group has an interval that says how small it is', () => {
    const groups = [
      { group: 'White', count: 55, base: 100 },
      { group: 'Asian', count: 1, base: 1 },
    ];
    expect(relativeRates(groups, PREVIOUS)[1]).toMatchObject({ method: 'score (Koopman)', explainOrReform: null });
  });

  test.each([
    [{ group: 'White', count: 0, base: 200 }, 'it happened neither to this group nor to the group White'],
    [{ group: 'White', count: 0, base: 0 }, 'there is nobody in the group White to compare with'],
  ])('where the group to compare with is %j says so', (white, why) => {
    expect(relativeRates([white, { group: 'Black', count: 0, base: 20 }], PREVIOUS)[1]).toMatchObject({
      relative: null,
      why,
    });
  });

  test('to a group to whom it never happened is no number', () => {
    const groups = [
      { group: 'White', count: 0, base: 200 },
      { group: 'Black', count: 3, base: 20 },
    ];
    expect(relativeRates(groups, PREVIOUS)[1]).toMatchObject({
      relative: null,
      explainOrReform: null,
      why: 'it happened to nobody in the group White',
    });
  });
});
