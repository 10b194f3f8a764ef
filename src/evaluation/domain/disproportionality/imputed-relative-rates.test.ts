import { describe, expect, test } from 'vitest';
import { binomialVariate } from '../../../statistics/index.ts';
import { SeededRandom } from '../../../shared/seeded-random.ts';
import { imputedRelativeRates, type ImputableCount } from './imputed-relative-rates.ts';

interface Searches extends ImputableCount {
  readonly isFound: boolean;
}

/** Of unequal groups, whose true shares of finds are 20% and 30%: a relative rate of 1.5. */
const TRUTH = [
  { group: 0, people: 900, found: 0.2 },
  { group: 1, people: 150, found: 0.3 },
];
/** How likely the group is to be missing: most where something was found and the officer saw the second group. */
const MISSING = (saw: number, found: boolean): number => 0.1 + (saw === 1 ? 0.25 : 0) + (found ? 0.25 : 0);
/** How often the officer sees the group that a person is of. */
const SEEN_RIGHT = 0.9;

function searches(random: SeededRandom): Searches[] {
  return TRUTH.flatMap(({ group, people, found }) => {
    const finds = binomialVariate(random, people, found);
    return [true, false].flatMap((isFound) => {
      const all = isFound ? finds : people - finds;
      const right = binomialVariate(random, all, SEEN_RIGHT);
      return [
        [group, right],
        [1 - group, all - right],
      ].flatMap(([saw = 0, count = 0]) => {
        const missing = binomialVariate(random, count, MISSING(saw, isFound));
        const same = { factors: [saw, Number(isFound)], isFound };
        return [
          { ...same, group, count: count - missing },
          { ...same, group: null, count: missing },
        ];
      });
    });
  });
}

function ratesOf(counts: readonly Searches[], seed: number) {
  const answer = imputedRelativeRates({
    groups: ['White', 'Black'],
    reference: 'White',
    counts,
    steps: [{ step: 'found', residents: null, isInBase: () => true, isCounted: ({ isFound }: Searches) => isFound }],
    imputations: 20,
    random: SeededRandom.of(seed),
  });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value[0];
}

describe('Relative rates with the missing imputed', () => {
  test('cover the true one about as often as they say, where those recorded alone miss it', () => {
    const runs = 400;
    const random = SeededRandom.of(20);
    let [covered, sum, sumOfRecorded] = [0, 0, 0];
    for (let run = 0; run < runs; run += 1) {
      const counts = searches(random);
      const rate = ratesOf(counts, run);
      if (rate === undefined || rate.low === null || rate.high === null || rate.relative === null)
        throw new Error('none');
      if (rate.low <= 1.5 && rate.high >= 1.5) covered += 1;
      sum += Math.log(rate.relative);
      const share = (group: number): number => {
        const own = counts.filter((one) => one.group === group);
        const count = (of: readonly Searches[]): number => of.reduce((all, one) => all + one.count, 0);
        return count(own.filter(({ isFound }) => isFound)) / count(own);
      };
      sumOfRecorded += Math.log(share(1) / share(0));
    }
    expect(covered / runs).toBeGreaterThan(0.92);
    expect(covered / runs).toBeLessThan(0.985);
    expect(Math.abs(sum / runs - Math.log(1.5))).toBeLessThan(0.03);
    expect(sumOfRecorded / runs).toBeLessThan(Math.log(1.5) - 0.04);
  });

  test('cannot be said where a group never has the step, and are refused where no group is known', () => {
    const none = [
      { group: 0, factors: [0], count: 50, isFound: true },
      { group: 1, factors: [0], count: 20, isFound: false },
      { group: null, factors: [0], count: 5, isFound: false },
    ];
    expect(ratesOf(none, 1)).toMatchObject({ relative: null, low: null, high: null });
    const task = { groups: ['White'], reference: 'White', steps: [], imputations: 5, random: SeededRandom.of(1) };
    expect(imputedRelativeRates({ ...task, counts: [{ group: null, factors: [0], count: 5 }] })).toMatchObject({
      refusal: { code: 'no-observations' },
    });
  });
});
