import { describe, expect, test } from 'vitest';
import { fisherExactTest, mcnemarTest, rateRatio } from '../../../src/statistics/index.ts';
import { expectAgreement, readReference, valueOf } from '../agreement.ts';

type Columns<Name extends string> = { readonly [name in Name]: readonly number[] };

interface Reference {
  readonly seed: number;
  readonly rates: Columns<'eventsA' | 'timeA' | 'eventsB' | 'timeB'>;
  /** Interval, R's p and twice the smaller tail. */
  readonly rate: readonly (readonly [number | null, number | null, number, number])[];
  readonly pairs: Columns<'b' | 'c'>;
  readonly mcnemar: readonly number[];
  readonly tables: Columns<'eventsA' | 'nA' | 'eventsB' | 'nB'>;
  readonly fisher: readonly number[];
}

const r = readReference('exact-tests') as Reference;

describe(`small random counts (R's seed ${r.seed}) have R's exact answers`, () => {
  const found = r.rate.map((_, row) =>
    valueOf(
      rateRatio(
        { events: r.rates.eventsA[row]!, time: r.rates.timeA[row]! },
        { events: r.rates.eventsB[row]!, time: r.rates.timeB[row]! },
      ),
    ),
  );

  test('6 events in 100 against 3 in 200 have p 0.0684 and not its near tail alone, 0.0424', () => {
    expect(found[0]).toMatchObject({ p: expect.closeTo(0.0684346898338669, 14) as number, pBy: 'likelihood' });
  });

  test('rate ratios', () => {
    expectAgreement(
      found.map(({ low, high, p }) => [low, high, p]),
      r.rate.map(([low, high, p, tails], row) => [low, high, found[row]?.pBy === 'tails' ? tails : p]),
      1e-11,
    );
  });

  test('p is twice the smaller tail only where R’s p and interval disagree', () => {
    const disagree = r.rate.map(([low, high, p]) => p < 0.05 !== ((low ?? -Infinity) > 1 || (high ?? Infinity) < 1));
    expect(found.map(({ pBy }) => pBy === 'tails')).toEqual(disagree);
    expect(disagree.filter(Boolean).length).toBeGreaterThan(3);
  });

  test('McNemar’s, with 9 against none', () => {
    const ps = r.mcnemar.map((_, row) => valueOf(mcnemarTest({ b: r.pairs.b[row]!, c: r.pairs.c[row]! }, 'exact')).p);
    expect(ps[0]).toBeCloseTo(0.00390625, 14);
    expectAgreement(ps, r.mcnemar, 1e-11);
  });

  test('Fisher’s', () => {
    const ps = r.fisher.map(
      (_, row) =>
        valueOf(
          fisherExactTest(
            { events: r.tables.eventsA[row]!, n: r.tables.nA[row]! },
            { events: r.tables.eventsB[row]!, n: r.tables.nB[row]! },
          ),
        ).p,
    );
    expectAgreement(ps, r.fisher, 1e-10);
  });
});
