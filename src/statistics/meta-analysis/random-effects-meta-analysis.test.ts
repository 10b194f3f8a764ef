import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/meta-analysis/expected.json' with { type: 'json' };
import { SeededRandom } from '../../shared/seeded-random.ts';
import { normal } from '../distributions/normal.ts';
import { randomEffectsMetaAnalysis, type MetaAnalysisOptions } from './random-effects-meta-analysis.ts';
import type { StudyEffect } from './study-effect.ts';

const METHODS = {
  dl: { tauSquaredBy: 'dersimonian-laird', interval: 'normal' },
  reml: { tauSquaredBy: 'reml', interval: 'normal' },
  hk: { tauSquaredBy: 'reml', interval: 'hartung-knapp' },
  modified: { tauSquaredBy: 'reml', interval: 'modified-hartung-knapp' },
  dlKnapp: { tauSquaredBy: 'dersimonian-laird', interval: 'hartung-knapp' },
} as const satisfies { [name: string]: MetaAnalysisOptions };

function pool(studies: readonly StudyEffect[], options: MetaAnalysisOptions) {
  const answer = randomEffectsMetaAnalysis(studies, options);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

describe.each(Object.entries(expected))('the studies "%s" of metafor', (_name, { input, ...answers }) => {
  const studies = input.yi.map((estimate, at) => ({ estimate, standardError: Math.sqrt(input.vi[at]!) }));

  test.each(Object.entries(answers))(
    'are pooled by %s as there, to 1e-8',
    (method, { hSquared, estimate, ...theirs }) => {
      const { weights, isNarrowedByLuck: _, ...ours } = pool(studies, METHODS[method as keyof typeof METHODS]);
      const { weights: theirWeights, ...others } = theirs;
      for (const [name, value] of Object.entries({ ...others, pooled: estimate })) {
        const own = ours[name as keyof typeof ours];
        expect(Math.abs(own - value), `${name}: ${own} for ${value}`).toBeLessThanOrEqual(
          1e-8 * Math.abs(value) + 1e-14,
        );
      }
      for (const [at, weight] of weights.entries()) expect(weight).toBeCloseTo(theirWeights[at]!, 7);
      expect(100 / (100 - ours.iSquared)).toBeCloseTo(hSquared, 6);
    },
  );
});

describe('random-effects meta-analysis', () => {
  const two = [
    { estimate: 1, standardError: 1 },
    { estimate: 3, standardError: 1 },
  ];

  test('of two studies can be followed by hand', () => {
    // Q = 2 on 1 degree; tau² = (2 - 1) / (2 - 2/2) = 1; the pooled standard error is √(2/2) = 1.
    const { pooled, tauSquared, q, iSquared, standardError } = pool(two, METHODS.dl);
    expect([pooled, tauSquared, q, iSquared]).toEqual([2, 1, 2, 50]);
    expect(standardError).toBeCloseTo(1, 15);
  });

  test('of two that came out alike says that Hartung and Knapp’s interval is narrow by luck, and can keep it wide', () => {
    const alike = [
      { estimate: -0.3, standardError: 0.2 },
      { estimate: -0.31, standardError: 0.15 },
    ];
    const [knapp, modified, dl] = [METHODS.hk, METHODS.modified, METHODS.dl].map((method) => pool(alike, method));
    const width = (found = knapp) => found!.high - found!.low;
    expect(knapp).toMatchObject({ isNarrowedByLuck: true });
    expect(modified).toMatchObject({ isNarrowedByLuck: false });
    expect(width(knapp)).toBeLessThan(width(dl));
    expect(width(modified)).toBeGreaterThan(width(dl) * 6);
    const same = alike.map((study) => ({ ...study, estimate: 0.2 }));
    expect(randomEffectsMetaAnalysis(same, METHODS.hk)).toMatchObject({ ok: false });
    expect(pool(same, METHODS.modified).high).toBeGreaterThan(1);
  });

  test.each([
    { name: 'one study', studies: two.slice(1), code: 'too-few' },
    { name: 'none', studies: [], code: 'too-few' },
    { name: 'an estimate that is none', studies: [...two, { estimate: NaN, standardError: 1 }], code: 'not-a-number' },
    { name: 'a standard error of zero', studies: [...two, { estimate: 1, standardError: 0 }], code: 'out-of-range' },
    {
      name: 'estimates all equal',
      studies: [0.1, 0.2, 0.35].map((standardError) => ({ estimate: 0.3, standardError })),
      code: 'no-variation',
    },
  ])('refuses $name', ({ studies, code }) => {
    const answer = randomEffectsMetaAnalysis(studies, METHODS.hk);
    expect(answer.ok || answer.refusal.code).toBe(code);
  });

  test('covers the mean effect as often as it says with Hartung-Knapp, and with unequal studies', () => {
    const random = SeededRandom.of('meta-analysis coverage');
    const draw = () => normal.quantile(random.nextOpen());
    const sizes = [0.1, 0.12, 0.12, 0.15, 0.2, 0.2, 0.25, 0.3, 0.3, 0.4];
    const runs = 2000;
    let covered = 0;
    let predicted = 0;
    for (let run = 0; run < runs; run += 1) {
      const studies = sizes.map((standardError) => ({
        estimate: 0.4 + 0.3 * draw() + standardError * draw(),
        standardError,
      }));
      const { low, high, predictionLow, predictionHigh } = pool(studies, METHODS.hk);
      if (low <= 0.4 && 0.4 <= high) covered += 1;
      const further = 0.4 + 0.3 * draw();
      if (predictionLow <= further && further <= predictionHigh) predicted += 1;
    }
    // Three deviations of a share of 0.95 in 2,000 runs are 0.015.
    expect(covered / runs).toBeGreaterThan(0.935);
    expect(covered / runs).toBeLessThan(0.965);
    // That tau² is itself estimated is left out of the prediction interval, which therefore runs somewhat short.
    expect(predicted / runs).toBeGreaterThan(0.89);
    expect(predicted / runs).toBeLessThan(0.965);
  });
});
