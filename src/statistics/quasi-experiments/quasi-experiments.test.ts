import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/quasi-experiments/expected.json' with { type: 'json' };
import { SeededRandom } from '../../shared/seeded-random.ts';
import { normal } from '../distributions/normal.ts';
import type { Term } from '../linear-models/term.ts';
import { andersonRubinSet } from './anderson-rubin-set.ts';
import { complierEffect, type ComplierEffectTask } from './complier-effect.ts';
import { differenceInDifferences, type DifferenceInDifferencesTask } from './difference-in-differences.ts';
import { interruptedTimeSeries, type InterruptedTimeSeriesTask } from './interrupted-time-series.ts';
import { trendBefore } from './trend-before.ts';

function valueOf<T>(
  answer:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: { readonly message: string } },
): T {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

function agree(ours: Term, theirs: Term): void {
  for (const name of ['coefficient', 'standardError', 'statistic', 'p', 'low', 'high'] as const) {
    expect(Math.abs(ours[name] / theirs[name] - 1), `${name}: ${ours[name]} for ${theirs[name]}`).toBeLessThan(1e-9);
  }
}

describe('difference in differences', () => {
  const { data, ...theirs } = expected.difference;
  const task: DifferenceInDifferencesTask = { outcome: data.y, reached: data.reached, after: data.after };
  const age = { name: 'age', values: data.age };

  test('has the effect and errors of lm and sandwich: rows alone, clustered, and with a covariate', () => {
    agree(valueOf(differenceInDifferences(task)).effect, theirs.plain);
    agree(valueOf(differenceInDifferences({ ...task, clusters: data.place })).effect, theirs.clustered);
    const adjusted = differenceInDifferences({ ...task, clusters: data.place, covariates: [age] });
    agree(valueOf(adjusted).effect, theirs.adjusted);
    expect(valueOf(adjusted)).toMatchObject({ clusters: 14, degreesOfFreedom: 13 });
  });

  test('compares the trends before as they do', () => {
    const trend = trendBefore({
      outcome: data.y,
      reached: data.reached,
      time: data.time,
      changeAt: 5,
      clusters: data.place,
    });
    agree(valueOf(trend), theirs.before);
  });

  test('is the difference of two differences', () => {
    const { effect, reachedBefore, reachedAfter, othersBefore, othersAfter } = valueOf(
      differenceInDifferences({
        outcome: [1, 3, 6, 8, 2, 4, 3, 5],
        reached: [1, 1, 1, 1, 0, 0, 0, 0],
        after: [0, 0, 1, 1, 0, 0, 1, 1],
      }),
    );
    expect([reachedBefore, reachedAfter, othersBefore, othersAfter].map(({ mean }) => mean)).toEqual([2, 7, 3, 4]);
    expect(effect.coefficient).toBeCloseTo(4, 13);
  });

  test('finds an effect where there is none about as often as it says, with few and unequal clusters', () => {
    const random = SeededRandom.of('no difference in differences');
    const draw = () => normal.quantile(random.nextOpen());
    const runs = 400;
    let found = 0;
    for (let run = 0; run < runs; run += 1) {
      const outcome: number[] = [];
      const reached: number[] = [];
      const after: number[] = [];
      const clusters: number[] = [];
      for (let place = 0; place < 24; place += 1) {
        const [level, change] = [draw(), 0.7 * draw()];
        for (let row = 0; row < 6 + 2 * (place % 5); row += 1) {
          const isAfter = row % 2;
          outcome.push(level + change * isAfter + draw());
          reached.push(place < 9 ? 1 : 0);
          after.push(isAfter);
          clusters.push(place);
        }
      }
      const { effect } = valueOf(differenceInDifferences({ outcome, reached, after, clusters }));
      if (effect.p < 0.05) found += 1;
    }
    expect(found / runs).toBeGreaterThan(0.025);
    expect(found / runs).toBeLessThan(0.085);
  });

  test.each([
    {
      name: 'an empty cell',
      change: { after: data.after.map((value, row) => value * (1 - data.reached[row]!)) },
      code: 'empty-cell',
    },
    { name: 'a third group', change: { reached: data.reached.map((value) => value * 2) }, code: 'out-of-range' },
    {
      name: 'a missing outcome',
      change: { outcome: data.y.map((y, row) => (row === 3 ? NaN : y)) },
      code: 'not-a-number',
    },
    { name: 'one cluster', change: { clusters: data.y.map(() => 'one') }, code: 'too-few' },
  ])('refuses $name', ({ change, code }) => {
    const answer = differenceInDifferences({ ...task, ...change });
    expect(answer.ok || answer.refusal.code).toBe(code);
  });
});

describe('interrupted time series', () => {
  const { data, plain, seasonal } = expected.series;
  const task: InterruptedTimeSeriesTask = { outcome: data.y, interruptedAt: 29, lag: 3 };

  test('have the level, slope and errors of lm and NeweyWest', () => {
    const ours = valueOf(interruptedTimeSeries(task));
    agree(ours.trend, plain.trend);
    agree(ours.levelChange, plain.level);
    agree(ours.slopeChange, plain.slope);
    expect(ours.autocorrelation).toBeCloseTo(plain.autocorrelation, 12);
  });

  test('take waves of a season and another series along', () => {
    const other = { name: 'other', values: data.other };
    const ours = interruptedTimeSeries({ ...task, lag: 6, season: { period: 12, waves: 2 }, covariates: [other] });
    agree(valueOf(ours).levelChange, seasonal.level);
    agree(valueOf(ours).slopeChange, seasonal.slope);
    agree(valueOf(ours).trend, seasonal.trend);
  });

  test('find two lines that are there, to the last figure', () => {
    const outcome = Float64Array.from({ length: 20 }, (_, t) => 5 + 2 * t + (t >= 8 ? 3 - 0.5 * (t - 8) : 0));
    const { levelChange, slopeChange, trend, lag } = valueOf(interruptedTimeSeries({ outcome, interruptedAt: 8 }));
    expect([levelChange, slopeChange, trend].map(({ coefficient }) => Math.round(coefficient * 1e10) / 1e10)).toEqual([
      3, -0.5, 2,
    ]);
    expect(lag).toBe(2);
  });

  test('cover the jump nearly as often as they say where each error goes on into the next', () => {
    const random = SeededRandom.of('autocorrelated series');
    const runs = 400;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      let error = 0;
      const outcome = Float64Array.from({ length: 160 }, (_, t) => {
        error = 0.4 * error + normal.quantile(random.nextOpen());
        return 0.02 * t + (t >= 70 ? 1.5 : 0) + error;
      });
      const { levelChange: level } = valueOf(interruptedTimeSeries({ outcome, interruptedAt: 70, lag: 8 }));
      if (level.low <= 1.5 && 1.5 <= level.high) covered += 1;
    }
    // Newey-West errors run short; ordinary ones would cover some 0.80 here.
    expect(covered / runs).toBeGreaterThan(0.84);
    expect(covered / runs).toBeLessThan(0.97);
  });

  test('refuse an interruption with less than three points on a side, and a lag longer than the series', () => {
    for (const change of [{ interruptedAt: 2 }, { interruptedAt: 48 }, { interruptedAt: 29.5 }]) {
      const answer = interruptedTimeSeries({ ...task, ...change });
      expect(answer.ok || answer.refusal.code).toBe('too-few');
    }
    const lagged = interruptedTimeSeries({ ...task, lag: 50 });
    expect(lagged.ok || lagged.refusal.code).toBe('out-of-range');
  });
});

describe('the complier effect', () => {
  const { data, ...theirs } = expected.instrument;
  const task: ComplierEffectTask = { outcome: data.y, received: data.received, assigned: data.assigned };

  test.each([
    { name: 'plain', task, answer: theirs.plain },
    { name: 'adjusted', task: { ...task, covariates: [{ name: 'age', values: data.age }] }, answer: theirs.adjusted },
    { name: 'by a weak instrument', task: { ...task, assigned: data.ignored }, answer: theirs.ignored },
  ])('$name is that of ivreg with the errors of sandwich', ({ task, answer }) => {
    const ours = valueOf(complierEffect(task));
    agree(ours.effect, answer.effect);
    agree(ours.intentionToTreat, answer.intentionToTreat);
    agree(ours.compliance, answer.compliance);
    if (answer.weakProof.low === null) expect(ours.weakProof.kind).not.toBe('between');
    else if (ours.weakProof.kind !== 'between') throw new Error('the set has no ends');
    else {
      expect(ours.weakProof.low).toBeCloseTo(answer.weakProof.low, 9);
      expect(ours.weakProof.high).toBeCloseTo(answer.weakProof.high, 9);
    }
  });

  test('is the ratio of two differences', () => {
    // Assigned: three of four receive, outcomes 10, 10, 6, 2; others: none receive, outcomes 4, 4, 2, 2.
    const { effect, intentionToTreat, compliance } = valueOf(
      complierEffect({
        outcome: [10, 10, 6, 2, 4, 4, 2, 2],
        received: [1, 1, 1, 0, 0, 0, 0, 0],
        assigned: [1, 1, 1, 1, 0, 0, 0, 0],
      }),
    );
    expect(intentionToTreat.coefficient).toBeCloseTo(4, 13);
    expect(compliance.coefficient).toBeCloseTo(0.75, 14);
    expect(effect.coefficient).toBeCloseTo(16 / 3, 13);
  });

  test('covers the effect about as often as it says where who follows is no matter of chance', () => {
    const random = SeededRandom.of('compliers');
    const runs = 400;
    let [covered, inSet] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const rows = Array.from({ length: 300 }, () => {
        const frail = normal.quantile(random.nextOpen());
        const assigned = random.below(3) === 0 ? 0 : 1;
        const received = (assigned === 1 && frail < 0.5) || frail < -1.5 ? 1 : 0;
        return { assigned, received, outcome: frail - 0.6 * received + normal.quantile(random.nextOpen()) };
      });
      const ours = valueOf(
        complierEffect({
          outcome: rows.map(({ outcome }) => outcome),
          received: rows.map(({ received }) => received),
          assigned: rows.map(({ assigned }) => assigned),
        }),
      );
      if (ours.effect.low <= -0.6 && -0.6 <= ours.effect.high) covered += 1;
      if (ours.weakProof.kind === 'between' && ours.weakProof.low <= -0.6 && -0.6 <= ours.weakProof.high) inSet += 1;
    }
    for (const share of [covered / runs, inSet / runs]) {
      expect(share).toBeGreaterThan(0.92);
      expect(share).toBeLessThan(0.98);
    }
  });

  test('of the Minneapolis experiment rests on the compliance that was published', () => {
    // Assigned arrest: 92, of whom 91 were arrested; assigned otherwise: 222, of whom 177 were dealt with otherwise.
    // Angrist 2006, table 2: 0.786 (standard error 0.043 there, with the variance taken alike for all).
    const assigned = [...Array<number>(92).fill(0), ...Array<number>(222).fill(1)];
    const received = assigned.map((value, row) => (value === 0 ? Number(row < 1) : Number(row < 92 + 177)));
    const outcome = assigned.map((_, row) => row % 7);
    const { compliance } = valueOf(complierEffect({ outcome, received, assigned }));
    expect(compliance.coefficient).toBeCloseTo(0.786, 3);
  });

  const file = new URL('../../../../shared/data/mdve/mdve.csv', import.meta.url);
  test.skipIf(!existsSync(file))('finds that compliance in the file of the experiment itself', () => {
    const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
    const names = header.replaceAll('"', '').split(',');
    const rows = lines
      .map((line) => line.split(','))
      .map((cells) => ({
        assigned: Number(cells[names.indexOf('T_RANDOM')]),
        delivered: Number(cells[names.indexOf('T_FINAL')]),
      }))
      .filter(({ delivered }) => delivered !== 4);
    expect(rows.length).toBe(314);
    const { compliance } = valueOf(
      complierEffect({
        outcome: rows.map((_, row) => row % 5),
        received: rows.map(({ delivered }) => Number(delivered !== 1)),
        assigned: rows.map(({ assigned }) => Number(assigned !== 1)),
      }),
    );
    expect(compliance.coefficient).toBeCloseTo(177 / 222 - 1 / 92, 12);
  });

  test('is refused where assignment does not move receipt, and where nothing was assigned', () => {
    const still = complierEffect({
      ...task,
      received: data.y.map((_, row) => row % 2),
      assigned: data.y.map((_, row) => Math.floor(row / 2) % 2),
    });
    expect(still.ok || still.refusal.message).toBe(
      'Assignment does not move receipt, so there is nobody whom it made receive.',
    );
    const constant = complierEffect({ ...task, assigned: data.y.map(() => 1) });
    expect(constant.ok || constant.refusal.code).toBe('constant-column');
  });
});

describe('the set of Anderson and Rubin', () => {
  const onOutcome = { coefficient: 1, standardError: 0.1 };
  const of = (coefficient: number, strong = onOutcome) =>
    andersonRubinSet({ onOutcome: strong, onReceipt: { coefficient, standardError: 0.2 }, covariance: 0, quantile: 2 });

  test('lies between two ends where compliance is strong', () => {
    const set = of(2);
    expect(set.kind).toBe('between');
    if (set.kind === 'between') expect(set.low < 0.5 && 0.5 < set.high).toBe(true);
  });

  test('lies outside two where compliance is weak and the outcome moves', () => {
    const set = of(0.2);
    expect(set.kind).toBe('outside');
    if (set.kind === 'outside') expect(set.below < 0 && 0 < set.above).toBe(true);
  });

  test('is every effect where neither moves', () => {
    expect(of(0.2, { coefficient: 0.05, standardError: 0.1 })).toEqual({ kind: 'everything' });
  });
});
