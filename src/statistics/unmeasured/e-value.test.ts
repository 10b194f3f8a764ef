import { describe, expect, test } from 'vitest';
import { eValue, riskRatioOfHazards } from './e-value.ts';

describe('the E-value', () => {
  test('is the published one of a risk ratio of 3.9 (1.8 to 8.7): 7.26, and 3.0 of its interval', () => {
    const found = eValue({ ratio: 3.9, low: 1.8, high: 8.7 });
    expect(found.ok && found.value.ofEstimate).toBeCloseTo(7.263, 3);
    expect(found.ok && found.value.ofInterval).toBeCloseTo(3, 12);
  });

  test('is the same of a ratio and of one over it', () => {
    const [one, other] = [
      eValue({ ratio: 0.8, low: 0.7, high: 0.9 }),
      eValue({ ratio: 1 / 0.8, low: 1 / 0.9, high: 1 / 0.7 }),
    ];
    if (!one.ok || !other.ok) throw new Error('there are values');
    expect(one.value.ofEstimate).toBeCloseTo(other.value.ofEstimate, 12);
    expect(one.value.ofInterval).toBeCloseTo(other.value.ofInterval, 12);
  });

  test('of an interval that holds 1 is 1: nothing needs to be explained', () => {
    expect(eValue({ ratio: 0.8, low: 0.6, high: 1.1 })).toMatchObject({ ok: true, value: { ofInterval: 1 } });
    expect(eValue({ ratio: 1, low: 0.6, high: 1.1 })).toMatchObject({ ok: true, value: { ofEstimate: 1 } });
  });

  test.each([
    { ratio: -1, low: -2, high: 3 },
    { ratio: 2, low: 2.5, high: 3 },
    { ratio: Number.NaN, low: 1, high: 2 },
  ])('refuses %j', (given) => {
    expect(eValue(given)).toMatchObject({ ok: false, refusal: { code: 'out-of-range' } });
  });
});

test('a hazard ratio of a common outcome is nearer to 1 as a risk ratio, and one over it is one over that', () => {
  expect(riskRatioOfHazards(1)).toBe(1);
  expect(riskRatioOfHazards(2)).toBeCloseTo((1 - 0.5 ** Math.SQRT2) / (1 - 0.5 ** Math.SQRT1_2), 14);
  expect(riskRatioOfHazards(0.5)).toBeCloseTo(1 / riskRatioOfHazards(2), 12);
  expect([riskRatioOfHazards(0), riskRatioOfHazards(Infinity)]).toEqual([0, Infinity]);
});
