import { describe, expect, test } from 'vitest';
import { seededDraws, shareOf, type SeededDraws } from '../seeded-draws.test-support.ts';
import { coxConcordance } from './concordance.ts';
import { cox } from './cox.ts';
import type { CoxRows } from './cox-rows.ts';
import { proportionalHazardsTest } from './proportional-hazards-test.ts';

const four: CoxRows = {
  time: [1, 2, 3, 4],
  event: [1, 1, 1, 0],
  covariates: [{ name: 'arm', values: [1, 0, 1, 0] }],
};

describe('a worked answer', () => {
  // With h = e^β the three events have chances h/(2h + 2), 1/(h + 2) and h/(h + 1). The slope of their product's
  // logarithm is 2 − 2h/(h + 1) − h/(h + 2), which is zero where h² − h − 4 is.
  test('of four people, solved by hand', () => {
    const fit = cox(four);
    expect(fit.ok && fit.value.terms[0]?.hazardRatio).toBeCloseTo((1 + Math.sqrt(17)) / 2, 10);
  });

  test('of how often the higher risk came first: 3 of 5 pairs, of 2 the risk is tied', () => {
    const fit = cox(four);
    const found = fit.ok ? coxConcordance(fit.value) : null;
    expect(found).toMatchObject({ concordant: 3, discordant: 1, tiedRisk: 2 });
    expect(found?.concordance).toBeCloseTo(4 / 6, 14);
  });
});

describe('a fit', () => {
  test('does not change when a person is cut into stretches of time, or units of a column change', () => {
    const whole = cox(four);
    const cut = cox({
      time: [1, 2, 1.5, 3, 4],
      entry: [0, 0, 0, 1.5, 0],
      event: [1, 1, 0, 1, 0],
      covariates: [{ name: 'arm', values: [1, 0, 1, 1, 0] }],
    });
    const scaled = cox({ ...four, covariates: [{ name: 'arm', values: [1e6, 0, 1e6, 0] }] });
    const coef = whole.ok ? whole.value.terms[0]!.coef : Number.NaN;
    expect(cut.ok && cut.value.terms[0]?.coef).toBeCloseTo(coef, 12);
    expect(scaled.ok && scaled.value.terms[0]!.coef * 1e6).toBeCloseTo(coef, 10);
  });

  test('tells how far it is, and can be given up', () => {
    const heights: number[] = [];
    cox(four, { progress: ({ logLikelihood }) => heights.push(logLikelihood) > 0 });
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(cox(four, { progress: () => false })).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
  });

  test('weights that are whole numbers stand for so many rows, with Breslow’s ties', () => {
    const weighted = cox({ ...four, weight: [2, 1, 1, 3] }, { ties: 'breslow' });
    const repeated = cox(
      {
        time: [1, 1, 2, 3, 4, 4, 4],
        event: [1, 1, 1, 1, 0, 0, 0],
        covariates: [{ name: 'arm', values: [1, 1, 0, 1, 0, 0, 0] }],
      },
      { ties: 'breslow' },
    );
    expect(weighted.ok && weighted.value.terms[0]?.coef).toBeCloseTo(
      repeated.ok ? repeated.value.terms[0]!.coef : NaN,
      12,
    );
  });
});

describe('is refused, with the reason', () => {
  const six = { time: [1, 2, 3, 4, 5, 6], event: [1, 1, 0, 1, 1, 0] };
  const column = (values: number[], name = 'x') => ({ name, values });
  const x = [3, 1, 4, 1, 5, 9];
  test.each([
    ['no row', { time: [], event: [], covariates: [column([])] }, 'no-observations', ''],
    ['no covariate', { ...six, covariates: [] }, 'no-comparison', ''],
    ['no event', { ...six, event: [0, 0, 0, 0, 0, 0], covariates: [column(x)] }, 'no-events', ''],
    ['a missing value', { ...six, covariates: [column([...x.slice(1), Number.NaN])] }, 'not-a-number', 'x of row 6'],
    ['too few values', { ...six, covariates: [column([1, 2])] }, 'unequal-lengths', 'x has 2'],
    [
      'a column that never changes',
      { ...six, covariates: [column([2, 2, 2, 2, 2, 2], 'age')] },
      'constant-column',
      'age',
    ],
    [
      'a column that is another’s double',
      {
        ...six,
        covariates: [
          column(x),
          column(
            x.map((v) => 2 * v + 1),
            'twice',
          ),
        ],
      },
      'singular-design',
      'twice',
    ],
    [
      'a column that differs only between strata',
      { ...six, stratum: [0, 0, 0, 1, 1, 1], covariates: [column([0, 0, 0, 1, 1, 1])] },
      'singular-design',
      'x',
    ],
    [
      'an arm without events',
      { ...six, covariates: [column([0, 0, 1, 0, 0, 1], 'arm'), column(x)] },
      'separation',
      'arm',
    ],
    ['a column that tells the order', { ...six, covariates: [column([6, 5, 4, 3, 2, 1])] }, 'separation', 'x'],
    ['no time under watch', { ...six, entry: [0, 0, 3, 0, 0, 0], covariates: [column(x)] }, 'out-of-range', 'Row 3'],
    ['fewer entries than rows', { ...six, entry: [0], covariates: [column(x)] }, 'unequal-lengths', 'entry'],
    [
      'a stratum of one half',
      { ...six, stratum: [0, 0, 0.5, 0, 0, 0], covariates: [column(x)] },
      'out-of-range',
      'stratum',
    ],
    ['a weight below zero', { ...six, weight: [1, 1, 1, 1, 1, -1], covariates: [column(x)] }, 'out-of-range', 'weight'],
  ] as const)('%s', (_, rows, code, named) => {
    const result = cox(rows);
    expect(result.ok ? null : result.refusal.code).toBe(code);
    expect(result.ok ? '' : result.refusal.message).toContain(named);
  });

  test('a change with time that one time of events can’t show', () => {
    const fit = cox({ time: [1, 1, 2, 2], event: [1, 1, 0, 0], covariates: [column([1, 0, 1, 0])] });
    const result = fit.ok ? proportionalHazardsTest(fit.value) : fit;
    expect(result.ok ? null : result.refusal.code).toBe('no-events');
  });
});

/** Arms of 25 and 95 in 40 clusters, whole weeks, so that many tie, and an effect of the arm. */
function people(draws: SeededDraws, { effect, shared }: { effect: number; shared: number }): CoxRows {
  const frailty = Array.from({ length: 40 }, () => shared * draws.normal());
  const rows = Array.from({ length: 120 }, (_, at) => {
    const cluster = at % 40;
    const arm = cluster < 8 ? 1 : 0;
    const age = draws.normal();
    const until = Math.ceil(draws.exponential(0.06 * Math.exp(effect * arm + 0.3 * age + frailty[cluster]!)));
    const watched = 5 + Math.floor(draws.uniform() * 20);
    return { time: Math.min(until, watched), event: until <= watched ? 1 : 0, arm, age, cluster };
  });
  return {
    time: rows.map(({ time }) => time),
    event: rows.map(({ event }) => event),
    covariates: [
      { name: 'arm', values: rows.map(({ arm }) => arm) },
      { name: 'age', values: rows.map(({ age }) => age) },
    ],
    cluster: rows.map(({ cluster }) => cluster),
  };
}

describe('calibration: under seeds, with unequal arms and ties', () => {
  const ROUNDS = 1000;

  test('intervals of a hazard ratio hold their level, and hazards that are proportional are seldom called not so', () => {
    const draws = seededDraws(51);
    let rejected = 0;
    const coverage = shareOf(ROUNDS, () => {
      const fit = cox({ ...people(draws, { effect: -0.5, shared: 0 }), cluster: undefined });
      if (!fit.ok) return false;
      const proportional = proportionalHazardsTest(fit.value);
      if (proportional.ok && proportional.value.global.p < 0.05) rejected += 1;
      const { low, high } = fit.value.terms[0]!;
      return low <= Math.exp(-0.5) && Math.exp(-0.5) <= high;
    });
    expect(Math.abs(coverage - 0.95)).toBeLessThan(0.021);
    expect(Math.abs(rejected / ROUNDS - 0.05)).toBeLessThan(0.021);
  });

  test('robust errors by cluster keep the error rate near its level where the model’s own let it double', () => {
    const draws = seededDraws(52);
    let own = 0;
    const robust = shareOf(ROUNDS, () => {
      const rows = people(draws, { effect: 0, shared: 1 });
      const [clustered, plain] = [cox(rows), cox({ ...rows, cluster: undefined })];
      if (plain.ok && plain.value.terms[0]!.p < 0.05) own += 1;
      return clustered.ok && clustered.value.terms[0]!.p < 0.05;
    });
    expect(own / ROUNDS).toBeGreaterThan(0.1);
    // With 8 clusters in one arm the robust error is known to be somewhat too small.
    expect(robust).toBeLessThan(0.11);
  });
});
