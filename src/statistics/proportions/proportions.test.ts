import { describe, expect, test } from 'vitest';
import { seededDraws, shareOf } from '../seeded-draws.test-support.ts';
import type { Arm, Estimate } from './arm.ts';
import { chiSquaredTest } from './chi-squared-test.ts';
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { fisherExactTest } from './fisher-exact-test.ts';
import { mcnemarTest } from './mcnemar-test.ts';
import { oddsRatio } from './odds-ratio.ts';
import { rateRatio } from './rate-ratio.ts';
import { riskDifference } from './risk-difference.ts';
import { riskRatio } from './risk-ratio.ts';
import { wilsonInterval } from './wilson-interval.ts';

const ROUNDS = 4000;
/** Three standard errors of a share of 0.05 among the rounds. */
const SLACK = 3 * Math.sqrt((0.05 * 0.95) / ROUNDS);

describe('a worked answer', () => {
  test('of Newcombe (1998), table II: 56 of 70 less 48 of 80', () => {
    const result = riskDifference({ events: 56, n: 70 }, { events: 48, n: 80 });
    expect(result.ok && [result.value.low.toFixed(4), result.value.high.toFixed(4)]).toEqual(['0.0524', '0.3339']);
  });

  test('of Koopman (1984): 36 of 40 over 16 of 80', () => {
    const result = riskRatio({ events: 36, n: 40 }, { events: 16, n: 80 }, { interval: 'score' });
    expect(result.ok && [result.value.low.toFixed(2), result.value.high.toFixed(2)]).toEqual(['2.94', '7.15']);
  });

  test('of Fisher (1935), the lady tasting tea: three of four right', () => {
    const result = fisherExactTest({ events: 3, n: 4 }, { events: 1, n: 4 });
    expect(result.ok && result.value.p).toBeCloseTo(34 / 70, 12);
  });

  test('of McNemar: 101 pairs one way, 59 the other', () => {
    const result = mcnemarTest({ b: 121, c: 59 }, 'continuity');
    expect(result.ok && result.value.chiSquared).toBeCloseTo(61 ** 2 / 180, 12);
  });
});

describe('an empty or a full cell', () => {
  test('gives ends of 0 and of infinity where the method can', () => {
    const none: Arm = { events: 0, n: 20 };
    const some: Arm = { events: 5, n: 30 };
    const score = { interval: 'score' } as const;
    expect(riskRatio(none, some, score)).toMatchObject({ ok: true, value: { estimate: 0, low: 0 } });
    expect(riskRatio(some, none, score)).toMatchObject({ ok: true, value: { estimate: Infinity, high: Infinity } });
    expect(oddsRatio(some, none, { interval: 'exact' })).toMatchObject({ ok: true, value: { high: Infinity } });
    expect(rateRatio({ events: 2, time: 10 }, { events: 0, time: 10 })).toMatchObject({
      ok: true,
      value: { high: Infinity },
    });
  });

  test('leaves the score interval of two full arms on both sides of 1', () => {
    const result = riskRatio({ events: 12, n: 12 }, { events: 12, n: 12 }, { interval: 'score' });
    expect(result.ok && result.value.low).toBeCloseTo(1 / 1.32, 1);
    expect(result.ok && result.value.high).toBeCloseTo(result.ok ? 1 / result.value.low : 0, 9);
  });

  test('of tables too large to hold the probabilities still gives an exact ratio', () => {
    const result = oddsRatio({ events: 10_000, n: 30_000 }, { events: 24_000, n: 30_000 }, { interval: 'exact' });
    expect(result.ok && result.value.estimate).toBeCloseTo(1 / 8, 4);
  });
});

describe('is refused, with the reason', () => {
  test.each([
    ['an arm without people', () => wilsonInterval({ events: 0, n: 0 }), 'no-observations'],
    ['more events than people', () => clopperPearsonInterval({ events: 3, n: 2 }), 'out-of-range'],
    ['a count that is missing', () => wilsonInterval({ events: Number.NaN, n: 2 }), 'not-a-number'],
    ['a level of 95 instead of 0.95', () => wilsonInterval({ events: 1, n: 2 }, 95), 'out-of-range'],
    ['a ratio without any event', () => riskRatio({ events: 0, n: 2 }, { events: 0, n: 3 }), 'no-events'],
    ['a logarithm of nothing', () => riskRatio({ events: 0, n: 2 }, { events: 1, n: 3 }), 'empty-cell'],
    ['odds where everybody had the event', () => oddsRatio({ events: 2, n: 2 }, { events: 3, n: 3 }), 'no-events'],
    ['an odds ratio with an empty cell', () => oddsRatio({ events: 2, n: 2 }, { events: 1, n: 3 }), 'empty-cell'],
    ['a rate in no time', () => rateRatio({ events: 1, time: 0 }, { events: 1, time: 1 }), 'out-of-range'],
    ['a rate of half an event', () => rateRatio({ events: 0.5, time: 1 }, { events: 1, time: 1 }), 'out-of-range'],
    ['rates without any event', () => rateRatio({ events: 0, time: 1 }, { events: 0, time: 1 }), 'no-events'],
    [
      'a Wald interval of no width',
      () => riskDifference({ events: 0, n: 2 }, { events: 3, n: 3 }, { interval: 'wald' }),
      'empty-cell',
    ],
    ['a table of one row', () => chiSquaredTest([[1, 2]]), 'no-comparison'],
    ['a ragged table', () => chiSquaredTest([[1, 2], [3]]), 'unequal-lengths'],
    [
      'a table with an empty row',
      () =>
        chiSquaredTest([
          [1, 2],
          [0, 0],
        ]),
      'empty-cell',
    ],
    [
      'a table with a missing cell',
      () =>
        chiSquaredTest([
          [1, 2],
          [0, Number.NaN],
        ]),
      'not-a-number',
    ],
    ['pairs none of which changed', () => mcnemarTest({ b: 0, c: 0 }), 'no-events'],
    ['half a pair', () => mcnemarTest({ b: 0.5, c: 0 }), 'out-of-range'],
  ] as const)('%s', (_, asked, code) => {
    const result = asked();
    expect(result.ok ? null : result.refusal.code).toBe(code);
    expect(result.ok ? '' : result.refusal.message).toMatch(/^\S.*\.$/);
  });
});

/** The same function, asked once for each set of counts: small tables come up again and again. */
function remembered<Counts extends readonly number[]>(asked: (...counts: Counts) => boolean): typeof asked {
  const answers = new Map<string, boolean>();
  return (...counts) => {
    const key = counts.join();
    const answer = answers.get(key) ?? asked(...counts);
    answers.set(key, answer);
    return answer;
  };
}

describe('calibration: under seeds, with unequal arms and cells that are often empty', () => {
  test.each([
    ['Wilson', wilsonInterval, 0.93],
    ['Clopper-Pearson', clopperPearsonInterval, 0.95],
  ] as const)('%s intervals of a rare event hold their level', (_, interval, atLeast) => {
    const draws = seededDraws(11);
    const holds = remembered((events: number) => {
      const result = interval({ events, n: 40 });
      return result.ok && result.value.low <= 0.06 && 0.06 <= result.value.high;
    });
    const coverage = shareOf(ROUNDS, () => holds(draws.binomial(40, 0.06)));
    expect(coverage).toBeGreaterThan(atLeast - SLACK);
  });

  /** The share of tables, 25 against 60 with risks of 0.08 and 0.15, whose interval holds the truth. */
  function coverageOf(interval: (a: Arm, b: Arm) => Estimate | null, truth: number, seed: number): number {
    const draws = seededDraws(seed);
    const holds = remembered((eventsA: number, eventsB: number) => {
      const found = interval({ events: eventsA, n: 25 }, { events: eventsB, n: 60 });
      return found === null || (found.low <= truth && truth <= found.high);
    });
    return shareOf(ROUNDS, () => holds(draws.binomial(25, 0.08), draws.binomial(60, 0.15)));
  }
  const orNull = <T>(result: { ok: true; value: T } | { ok: false }): T | null => (result.ok ? result.value : null);

  test('Newcombe intervals of a difference hold their level', () => {
    const coverage = coverageOf((a, b) => orNull(riskDifference(a, b)), -0.07, 12);
    expect(Math.abs(coverage - 0.955)).toBeLessThan(0.015);
  });

  test('score intervals of a risk ratio hold their level, empty cells and all', () => {
    const coverage = coverageOf((a, b) => orNull(riskRatio(a, b, { interval: 'score' })), 0.08 / 0.15, 13);
    expect(Math.abs(coverage - 0.95)).toBeLessThan(0.02);
  });

  test('exact intervals of an odds ratio never fall below their level', () => {
    const truth = 0.08 / 0.92 / (0.15 / 0.85);
    const coverage = coverageOf((a, b) => orNull(oddsRatio(a, b, { interval: 'exact' })), truth, 14);
    expect(coverage).toBeGreaterThan(0.95 - SLACK);
  });

  test('exact intervals of a rate ratio never fall below their level, and the p value keeps its error rate', () => {
    const draws = seededDraws(15);
    let rejected = 0;
    const coverage = shareOf(ROUNDS, () => {
      const result = rateRatio({ events: draws.poisson(3), time: 10 }, { events: draws.poisson(9), time: 30 });
      if (!result.ok) return true;
      if (result.value.p < 0.05) rejected += 1;
      return result.value.low <= 1 && 1 <= result.value.high;
    });
    expect(coverage).toBeGreaterThan(0.95 - SLACK);
    expect(rejected / ROUNDS).toBeLessThan(0.05 + SLACK);
  });

  test("Fisher's test rejects a true hypothesis no more often than it says, Pearson's about as often", () => {
    const draws = seededDraws(16);
    let pearson = 0;
    const fisher = shareOf(ROUNDS, () => {
      const a = { events: draws.binomial(30, 0.3), n: 30 };
      const b = { events: draws.binomial(90, 0.3), n: 90 };
      const table = [
        [a.events, a.n - a.events],
        [b.events, b.n - b.events],
      ];
      const chi = chiSquaredTest(table);
      if (chi.ok && chi.value.p < 0.05) pearson += 1;
      const exact = fisherExactTest(a, b);
      return exact.ok && exact.value.p < 0.05;
    });
    expect(fisher).toBeLessThan(0.05 + SLACK);
    expect(Math.abs(pearson / ROUNDS - 0.05)).toBeLessThan(0.012);
  });
});
