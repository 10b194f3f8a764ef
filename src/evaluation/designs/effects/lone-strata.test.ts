import { describe, expect, test } from 'vitest';
import { sentenceFor } from '../../domain/disclosure/sentence.ts';
import { effectOn } from './outcome-effects.ts';
import { rowsOfCounts } from './rows-of-counts.test-support.ts';

const plain = rowsOfCounts({ n: 60, events: 18 }, { n: 60, events: 27 });
const n = plain.treated.length;
const days = Float64Array.from({ length: n }, (_, row) => 20 + ((row * 37) % 300));
/** Two strata, in each of which half of every side is. */
const halves = Int32Array.from({ length: n }, (_, row) => row % 2);

describe('strata of one person', () => {
  // The two rows that are alone are left out of the reference as well.
  const withTwoAlone = halves.map((code, row) => (row === 4 ? 7 : row === 90 ? 9 : code));
  const others = [...halves.keys()].filter((row) => row !== 4 && row !== 90);
  const at = (values: ArrayLike<number>) => others.map((row) => values[row] ?? 0);
  const reference = {
    ...plain,
    treated: Uint8Array.from(at(plain.treated)),
    value: Float64Array.from(at(plain.value)),
    days: Float64Array.from(at(days)),
    stratum: Int32Array.from(at(halves)),
  };

  test.each(['risk-difference', 'mean-difference', 'risk-ratio', 'hazard-ratio'] as const)(
    'leave the %s of the others as it is, with a word',
    (scale) => {
      const found = effectOn(scale, { ...plain, days, stratum: withTwoAlone });
      const without = effectOn(scale, reference);
      if (!found.ok || !without.ok) throw new Error('both have an effect');
      expect(found.value.estimate).toEqual(without.value.estimate);
      expect(found.value.notes.map((note) => sentenceFor('evaluator', note))[0]).toContain(
        '2 are alone in their stratum',
      );
    },
  );

  test.each(['risk-difference', 'risk-ratio', 'hazard-ratio'] as const)(
    'that everybody has are refused for a %s within a second, with the reason',
    (scale) => {
      const many = rowsOfCounts({ n: 2000, events: 500 }, { n: 2000, events: 600 });
      const began = performance.now();
      const found = effectOn(scale, { ...many, stratum: Int32Array.from(many.treated.keys()) });
      expect(found.ok ? '' : sentenceFor('evaluator', found.refusal)).toContain('Everybody is a stratum of their own');
      expect(performance.now() - began).toBeLessThan(1000);
    },
  );
});
