import { describe, expect, test } from 'vitest';
import { expectAgreement, valueOf } from '../../../../tests/reference/agreement.ts';
import expected from '../../../../tests/reference/disproportionality/expected.json' with { type: 'json' };
import { SeededRandom } from '../../../shared/seeded-random.ts';
import { funnelLimits, type Funnel } from './funnel.ts';
import { imputedRelativeRates } from './imputed-relative-rates.ts';
import { relativeRates, type Denominator } from './relative-rate.ts';

interface Compared {
  readonly x: number;
  readonly n: number;
  readonly x0: number;
  readonly n0: number;
}

function rateOf({ x, n, x0, n0 }: Compared, denominator: Denominator) {
  const groups = [
    { group: 'White', count: x0, base: n0 },
    { group: 'Black', count: x, base: n },
  ];
  return relativeRates(groups, { denominator, reference: 'White' })[1];
}

describe('R agrees', () => {
  test.each(expected.residents)('on the relative rate by residents of $x in $n against $x0 in $n0', (row) => {
    const { x, n, x0, n0, ...theirs } = row;
    expectAgreement(rateOf({ x, n, x0, n0 }, 'population'), theirs);
  });

  test.each(expected.step)('on the relative rate of $x of $n against $x0 of $n0', (row) => {
    const { x, n, x0, n0, ...theirs } = row;
    expectAgreement(rateOf({ x, n, x0, n0 }, 'previous-step'), theirs);
  });

  test.each(expected.funnel)(
    'on the $kind limits for $size around $expected',
    ({ kind, size, expected: rate, ...theirs }) => {
      expectAgreement(funnelLimits(rate, size, kind as Funnel['kind']), theirs, 1e-7);
    },
  );
});

describe('Relative rates with the missing groups imputed', () => {
  const { cells, residents, searched, found } = expected.imputation;
  const counts = cells.group.map((group, at) => ({
    group: group === 0 ? null : group - 1,
    factors: [cells.saw[at] ?? 0, cells.found[at] ?? 0],
    isFound: cells.found[at] === 1,
    count: cells.count[at] ?? 0,
  }));
  const rates = valueOf(
    imputedRelativeRates({
      groups: ['White', 'Black', 'Asian'],
      reference: 'White',
      counts,
      steps: [
        { step: 'searched', residents, isInBase: () => true, isCounted: () => true },
        { step: 'found', residents: null, isInBase: () => true, isCounted: ({ isFound }) => isFound },
      ],
      imputations: 200,
      random: SeededRandom.of(5),
    }),
  );
  const theirs = [...searched, ...found];

  test.each(theirs.map((one, at) => ({ at, one, step: rates[at]?.step, group: rates[at]?.group })))(
    'are those of mice, but for chance: $step, $group',
    ({ at, one }) => {
      const { relative, low, high } = rates[at] ?? { relative: null, low: null, high: null };
      if (relative === null || low === null || high === null) throw new Error('there is no rate');
      const chance = Math.sqrt((2 * one.between) / 200);
      expect(Math.abs(Math.log(relative) - one.estimate)).toBeLessThan(4 * chance + 0.003);
      // mice draws with the coefficients themselves, and so says a little too little of what is not known.
      const width = Math.log(high / low) / (2 * 1.96 * one.standardError);
      expect(width).toBeGreaterThan(0.97);
      expect(width).toBeLessThan(1.1);
    },
  );
});
