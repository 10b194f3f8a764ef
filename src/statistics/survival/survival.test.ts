import { describe, expect, test } from 'vitest';
import { seededDraws, shareOf, type SeededDraws } from '../seeded-draws.test-support.ts';
import { cumulativeIncidence, incidenceAt } from './cumulative-incidence.ts';
import { kaplanMeier, survivalAt, survivalQuantile } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { nelsonAalen } from './nelson-aalen.ts';
import { rankTimes } from './ranked-times.ts';
import { restrictedMean } from './restricted-mean.ts';

const five = { time: [1, 2, 2, 4, 6], event: [1, 1, 0, 1, 0] };

describe('a worked answer', () => {
  test('of five people, by hand: who leaves at a time of an event is still at risk of it', () => {
    const result = kaplanMeier(five);
    expect(result.ok && [...result.value.survival]).toEqual([
      0.8, 0.6000000000000001, 0.30000000000000004, 0.30000000000000004,
    ]);
    expect(result.ok && [...result.value.atRisk]).toEqual([5, 4, 2, 1]);
    expect(result.ok && survivalQuantile(result.value).time).toBe(4);
  });

  test('of their cumulative hazard: 1/5 + 1/4 + 1/2', () => {
    const result = nelsonAalen(five);
    expect(result.ok && result.value.hazard.at(-1)).toBeCloseTo(0.95, 14);
  });

  test('of their mean time up to 5: 1 + 0.8 + 2 × 0.6 + 0.3', () => {
    const curve = kaplanMeier(five);
    const mean = curve.ok ? restrictedMean(curve.value, 5) : curve;
    expect(mean.ok && mean.value.estimate).toBeCloseTo(3.3, 14);
  });
});

describe('a curve', () => {
  const result = kaplanMeier(five);
  const at = (time: number) => (result.ok ? survivalAt(result.value, time) : null);

  test('is 1 before the first time, and not known after the last', () => {
    expect(at(0.5)).toMatchObject({ survival: 1, low: 1, high: 1, atRisk: 5, events: 0 });
    expect(at(6)).toMatchObject({ survival: 0.30000000000000004, atRisk: 1, events: 3 });
    expect(at(7)?.survival).toBeNaN();
  });

  test('holds between times', () =>
    expect(at(3)).toMatchObject({ survival: 0.6000000000000001, atRisk: 2, events: 2 }));

  test('that comes down to nothing stays there', () => {
    const all = kaplanMeier({ time: [1, 2], event: [1, 1] });
    expect(all.ok && survivalAt(all.value, 9).survival).toBe(0);
    expect(all.ok && restrictedMean(all.value, 9)).toMatchObject({ ok: true, value: { estimate: 1.5 } });
  });

  test('without events stays at 1, with an interval of no width', () => {
    const none = kaplanMeier({ time: [3, 5], event: [0, 0] });
    expect(none.ok && survivalAt(none.value, 4)).toMatchObject({ survival: 1, standardError: 0, low: 1, high: 1 });
    expect(none.ok && survivalQuantile(none.value).time).toBe(Infinity);
  });
});

describe('times', () => {
  test('that only rounding holds apart are one time', () => {
    expect([...rankTimes(Float64Array.of(0.3, 0.1 + 0.2, 1.5)).rank]).toEqual([0, 0, 1]);
  });

  test('in days are ranked without being sorted, to the same ranks', () => {
    const days = Float64Array.of(30, 7, 7, 400, 0);
    expect([...rankTimes(days).rank]).toEqual([2, 1, 1, 3, 0]);
    expect([...rankTimes(days.map((day) => day + 0.5)).rank]).toEqual([2, 1, 1, 3, 0]);
    expect([...rankTimes(days.map((day) => day * 1e6)).rank]).toEqual([2, 1, 1, 3, 0]);
  });
});

test('a log-rank test comes to the same by counting as by putting rows in order', () => {
  const rows = sameHazard(seededDraws(40));
  // So many strata, almost all of them empty, that counting cells would take more room than the rows.
  const sparse = { ...rows, stratum: rows.stratum.map((code) => code * 400), strata: 801 };
  const [counted, ordered] = [logRank(rows), logRank(sparse)];
  expect(ordered.ok && ordered.value.chiSquared).toBeCloseTo(counted.ok ? counted.value.chiSquared : NaN, 10);
});

describe('is refused, with the reason', () => {
  const curve = kaplanMeier(five);
  const two = { ...five, group: [0, 1, 0, 1, 0], groups: 2 };
  test.each([
    ['no row', () => kaplanMeier({ time: [], event: [] }), 'no-observations'],
    ['fewer events than times', () => kaplanMeier({ time: [1], event: [] }), 'unequal-lengths'],
    ['a missing time', () => nelsonAalen({ time: [Number.NaN], event: [1] }), 'not-a-number'],
    ['a time before zero', () => kaplanMeier({ time: [-1], event: [1] }), 'out-of-range'],
    ['an event of 2', () => kaplanMeier({ time: [1], event: [2] }), 'out-of-range'],
    ['a level of 95', () => kaplanMeier(five, { level: 95 }), 'out-of-range'],
    ['a mean beyond what was watched', () => (curve.ok ? restrictedMean(curve.value, 7) : curve), 'out-of-range'],
    ['a mean up to nothing', () => (curve.ok ? restrictedMean(curve.value, 0) : curve), 'out-of-range'],
    ['a cause that there is not', () => cumulativeIncidence({ time: [1], cause: [3], causes: 2 }), 'out-of-range'],
    ['one group', () => logRank({ ...two, group: [1, 1, 1, 1, 1] }), 'no-comparison'],
    ['nobody with the event', () => logRank({ ...two, event: [0, 0, 0, 0, 0] }), 'no-events'],
    [
      'groups never side by side',
      () => logRank({ ...two, group: [0, 0, 0, 1, 1], event: [0, 0, 0, 1, 0] }),
      'no-comparison',
    ],
    ['fewer groups than rows', () => logRank({ ...two, group: [1, 0] }), 'unequal-lengths'],
    ['a group that there is not', () => logRank({ ...two, group: [0, 1, 2, 0, 0] }), 'out-of-range'],
  ] as const)('%s', (_, asked, code) => {
    const result = asked();
    expect(result.ok ? null : result.refusal.code).toBe(code);
    expect(result.ok ? '' : result.refusal.message).toMatch(/^\S.*\.$/);
  });
});

/** Arms of 20 and 60 with the same hazard, watched in whole weeks for at most a year, so that times tie. */
function sameHazard(draws: SeededDraws) {
  const people = Array.from({ length: 80 }, (_, at) => {
    const until = Math.ceil(draws.exponential(1 / 40));
    const watched = 10 + Math.floor(draws.uniform() * 43);
    return { time: Math.min(until, watched), event: until <= watched ? 1 : 0, group: at < 20 ? 0 : 1, stratum: at % 3 };
  });
  return {
    time: people.map(({ time }) => time),
    event: people.map(({ event }) => event),
    group: people.map(({ group }) => group),
    groups: 2,
    stratum: people.map(({ stratum }) => stratum),
    strata: 3,
  };
}

describe('calibration: under seeds, with unequal arms, ties and strata with few people', () => {
  const ROUNDS = 1200;

  test('log-rank tests, in strata and not, reject a true hypothesis as often as they say', () => {
    const draws = seededDraws(41);
    let inStrata = 0;
    const plain = shareOf(ROUNDS, () => {
      const rows = sameHazard(draws);
      const stratified = logRank(rows);
      if (stratified.ok && stratified.value.p < 0.05) inStrata += 1;
      const result = logRank({ ...rows, stratum: undefined });
      return result.ok && result.value.p < 0.05;
    });
    expect(Math.abs(plain - 0.05)).toBeLessThan(0.019);
    expect(Math.abs(inStrata / ROUNDS - 0.05)).toBeLessThan(0.019);
  });

  test('log-log intervals of survival and intervals of the restricted mean hold their level', () => {
    const draws = seededDraws(42);
    // Weeks are counted up, so that a person survives week w with the chance of waiting longer than w.
    const truth = Math.exp(-20 / 40);
    const meanTruth = Array.from({ length: 20 }, (_, week) => Math.exp(-week / 40)).reduce((sum, s) => sum + s, 0);
    let means = 0;
    const coverage = shareOf(ROUNDS, () => {
      const curve = kaplanMeier(sameHazard(draws));
      if (!curve.ok) return false;
      const mean = restrictedMean(curve.value, 20);
      if (mean.ok && mean.value.low <= meanTruth && meanTruth <= mean.value.high) means += 1;
      const { low, high } = survivalAt(curve.value, 20);
      return low <= truth && truth <= high;
    });
    expect(Math.abs(coverage - 0.95)).toBeLessThan(0.019);
    expect(Math.abs(means / ROUNDS - 0.95)).toBeLessThan(0.019);
  });

  test('intervals of a cumulative incidence hold their level', () => {
    const draws = seededDraws(43);
    const truth = 0.4 * -Math.expm1(-20 / 40);
    const coverage = shareOf(ROUNDS, () => {
      const { time, event } = sameHazard(draws);
      const cause = event.map((happened) => (happened === 0 ? 0 : 1 + draws.bernoulli(0.6)));
      const curves = cumulativeIncidence({ time, cause, causes: 2 });
      if (!curves.ok) return false;
      const { low, high } = incidenceAt(curves.value, 1, 20);
      return low <= truth && truth <= high;
    });
    expect(Math.abs(coverage - 0.95)).toBeLessThan(0.019);
  });
});
