import { describe, expect, test } from 'vitest';
import { seededDraws, shareOf } from '../seeded-draws.test-support.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { holm } from './holm.ts';

describe('adjusted p values', () => {
  test('of Holm are never less than those of Benjamini and Hochberg', () => {
    const ps = [0.01, 0.02, 0.03, 0.4];
    const [byHolm, byShare] = [holm(ps), benjaminiHochberg(ps)];
    expect(byHolm.ok && byHolm.value).toEqual([0.04, 0.06, 0.06, 0.4]);
    expect(byShare.ok && byShare.value.map((p) => Number(p.toFixed(12)))).toEqual([0.04, 0.04, 0.04, 0.4]);
  });

  test('of no tests are none', () => {
    expect([holm([]), benjaminiHochberg([])]).toEqual([
      { ok: true, value: [] },
      { ok: true, value: [] },
    ]);
  });

  test('are refused where a number is no probability', () => {
    expect(holm([0.1, 1.2])).toMatchObject({ ok: false, refusal: { code: 'out-of-range' } });
    expect(benjaminiHochberg([Number.NaN])).toMatchObject({ ok: false, refusal: { code: 'out-of-range' } });
  });

  test('of Holm keep the chance of any false rejection at its level, under seeds', () => {
    const draws = seededDraws(21);
    const any = shareOf(4000, () => {
      const adjusted = holm(Array.from({ length: 7 }, draws.uniform));
      return adjusted.ok && adjusted.value.some((p) => p < 0.05);
    });
    expect(any).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 4000));
  });
});
