import { describe, expect, test } from 'vitest';
import { clusterTrial, clusterTrialPower, clusterTrialSize, designEffect } from '../../../src/statistics/index.ts';
import { expectAgreement, readReference, valueOf } from '../agreement.ts';

interface Trial {
  readonly data: { readonly [column in 'outcome' | 'treated' | 'cluster']: readonly number[] };
  readonly difference: number;
  readonly se: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly icc: number;
}

type Size = {
  readonly [
    part in 'riskA' | 'riskB' | 'perCluster' | 'sizeVariation' | 'icc' | 'clusters' | 'effect' | 'size' | 'power'
  ]: number;
};

const { seed, sets, sizes } = readReference('cluster-trials') as {
  readonly seed: number;
  readonly sets: readonly Trial[];
  readonly sizes: readonly Size[];
};

describe(`random trials of clusters (R’s seed ${seed})`, () => {
  test.each(sets.map((set, at) => [at + 1, set] as const))('trial %i is as t.test and anova have it', (_, set) => {
    const found = valueOf(clusterTrial(set.data));
    expectAgreement(
      [found.difference, found.standardError, found.p, found.low, found.high, found.icc],
      [set.difference, set.se, set.p, set.low, set.high, set.icc],
    );
    expect(found.low <= 0 && found.high >= 0).toBe(found.p >= 0.05);
  });

  test.each(sizes.map((size, at) => [at + 1, size] as const))('size %i is as power.prop.test has it', (_, size) => {
    const trial = { ...size, alpha: 0.05 };
    expectAgreement(valueOf(designEffect(trial)), size.effect);
    expect(valueOf(clusterTrialSize(trial, 0.8))).toBe(size.size);
    expectAgreement(valueOf(clusterTrialPower(trial, size.clusters)), size.power, 1e-7);
  });
});

describe('a trial of clusters', () => {
  const rows = { outcome: [1, 0, 1, 0, 1, 1], treated: [1, 1, 1, 0, 0, 0], cluster: [0, 0, 1, 2, 2, 3] };

  test.each([
    ['one cluster in an arm', { ...rows, cluster: [0, 0, 0, 2, 2, 3] }, 'too-few'],
    ['a cluster of both arms', { ...rows, cluster: [0, 0, 1, 1, 2, 3] }, 'out-of-range'],
    ['clusters that all came out the same', { ...rows, outcome: [1, 1, 1, 1, 1, 1] }, 'no-variation'],
    ['an outcome that is none', { ...rows, outcome: [1, 0, NaN, 0, 1, 1] }, 'not-a-number'],
    ['no rows', { outcome: [], treated: [], cluster: [] }, 'no-observations'],
  ])('refuses %s', (_, task, code) => {
    expect(clusterTrial(task)).toMatchObject({ ok: false, refusal: { code } });
  });

  test.each([
    [{ icc: 1.2 }, 'out-of-range'],
    [{ perCluster: 0 }, 'out-of-range'],
    [{ sizeVariation: -1 }, 'out-of-range'],
  ])('has no design effect with %j', (change, code) => {
    const found = designEffect({ perCluster: 20, sizeVariation: 0, icc: 0.05, ...change });
    expect(found).toMatchObject({ ok: false, refusal: { code } });
  });
});
