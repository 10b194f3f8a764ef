import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  benjaminiHochberg,
  chiSquaredTest,
  clopperPearsonInterval,
  fisherExactTest,
  holm,
  logRankEvents,
  logRankPower,
  mcnemarTest,
  oddsRatio,
  rateRatio,
  riskDifference,
  riskRatio,
  twoProportionsPower,
  twoProportionsSize,
  wilsonInterval,
  type Arm,
  type Interval,
} from '../../../src/statistics/index.ts';
import { expectAgreement, readReference, sharedFile, valueOf } from '../agreement.ts';

type Pair = readonly [number, number];

interface Reference {
  readonly arms: { readonly [column: string]: readonly number[] };
  readonly tables: readonly (readonly (readonly number[])[])[];
  readonly pairs: { readonly b: readonly number[]; readonly c: readonly number[] };
  readonly rates: { readonly [column: string]: readonly number[] };
  readonly sizes: { readonly [column: string]: readonly number[] };
  readonly ps: readonly number[];
  readonly conditional: readonly (readonly [number | null, number | null, number | null])[];
  readonly katz: readonly (Pair | null)[];
  readonly woolf: readonly (Pair | null)[];
  readonly koopman: readonly (Pair | null)[];
  readonly [method: string]: unknown;
}

const r = readReference('proportions') as Reference;
const arms: readonly (readonly [Arm, Arm])[] = r.arms['nA']!.map((n, row) => [
  { events: r.arms['eventsA']![row]!, n },
  { events: r.arms['eventsB']![row]!, n: r.arms['nB']![row]! },
]);
const ends = ({ low, high }: Interval): number[] => [low, high];

describe('agrees with R', () => {
  test('Wilson, also where nobody or everybody had the event', () => {
    expectAgreement(
      arms.map(([a]) => ends(valueOf(wilsonInterval(a)))),
      r['wilson'],
      1e-12,
    );
  });

  test('Clopper-Pearson, at 95% and 90%', () => {
    expectAgreement(
      arms.map(([a]) => ends(valueOf(clopperPearsonInterval(a)))),
      r['clopperPearson'],
      1e-12,
    );
    expectAgreement(
      arms.map(([, b]) => ends(valueOf(clopperPearsonInterval(b, 0.9)))),
      r['clopperPearson90'],
      1e-12,
    );
  });

  test('Newcombe, with empty and full cells', () => {
    expectAgreement(
      arms.map(([a, b]) => ends(valueOf(riskDifference(a, b)))),
      r['newcombe'],
      1e-11,
    );
  });

  test('Wald difference', () => {
    const wald = arms.map(([a, b]) => {
      const result = riskDifference(a, b, { interval: 'wald' });
      return result.ok ? ends(result.value) : [0, 0];
    });
    expectAgreement(wald, r['waldDifference'], 1e-11);
  });

  test('risk ratio by logarithm, and by score against a maximum found without the closed form', () => {
    const log = arms.map(([a, b], row) => (r.katz[row] ? ends(valueOf(riskRatio(a, b))) : riskRatio(a, b).ok));
    expectAgreement(
      log,
      r.katz.map((pair) => pair ?? false),
      1e-12,
    );
    const filled = arms.flatMap(([a, b], row) =>
      r.koopman[row] ? [[ends(valueOf(riskRatio(a, b, { interval: 'score' }))), r.koopman[row]] as const] : [],
    );
    expectAgreement(
      filled.map(([ours]) => ours),
      filled.map(([, theirs]) => theirs),
      1e-8,
    );
  });

  test('odds ratio by logarithm, and exact against roots tighter than those of fisher.test', () => {
    const log = arms.map(([a, b], row) => (r.woolf[row] ? ends(valueOf(oddsRatio(a, b))) : oddsRatio(a, b).ok));
    expectAgreement(
      log,
      r.woolf.map((pair) => pair ?? false),
      1e-10,
    );
    for (const [row, [a, b]] of arms.entries()) {
      const { estimate, low, high } = valueOf(oddsRatio(a, b, { interval: 'exact' }));
      expectAgreement([estimate, low, high], r.conditional[row], 1e-9);
    }
  });

  test("Fisher's test", () => {
    expectAgreement(
      arms.map(([a, b]) => valueOf(fisherExactTest(a, b)).p),
      r['fisher'],
      1e-10,
    );
  });

  test('chi-squared with several rows and columns, and with continuity correction for two by two', () => {
    const plain = r.tables.map((table) => {
      const { chiSquared, df, p } = valueOf(chiSquaredTest(table));
      return [chiSquared, df, p];
    });
    const corrected = r.tables.map((table) => {
      const { chiSquared, p } = valueOf(chiSquaredTest(table, { continuity: true }));
      return [chiSquared, p];
    });
    expectAgreement({ plain, corrected }, { plain: r['chiSquared'], corrected: r['yates'] }, 1e-12);
  });

  test.each([
    ['plain', 'mcnemar'],
    ['continuity', 'mcnemarContinuity'],
    ['exact', 'mcnemarExact'],
  ] as const)('McNemar, %s', (method, key) => {
    const ps = r.pairs.b.map((b, row) => valueOf(mcnemarTest({ b, c: r.pairs.c[row]! }, method)).p);
    // Where as many pairs change each way R's corrected statistic is (0 − 1)²; here it is 0, as without correction.
    const even = r.pairs.b.findIndex((b, row) => b === r.pairs.c[row]);
    const expected = (r[key] as readonly number[]).map((p, row) => (row === even ? 1 : p));
    expectAgreement(ps, expected, 1e-11);
  });

  test('rate ratio, exact, with empty cells', () => {
    const ours = r.rates['eventsA']!.map((events, row) => {
      const b = { events: r.rates['eventsB']![row]!, time: r.rates['timeB']![row]! };
      const { low, high, p } = valueOf(rateRatio({ events, time: r.rates['timeA']![row]! }, b));
      return [low, high, p];
    });
    expectAgreement(ours, r['rateRatio'], 1e-11);
  });

  test('Holm and Benjamini-Hochberg, with ties', () => {
    const ours = { holm: valueOf(holm(r.ps)), benjaminiHochberg: valueOf(benjaminiHochberg(r.ps)) };
    expectAgreement(ours, { holm: r['holm'], benjaminiHochberg: r['benjaminiHochberg'] }, 1e-14);
  });

  test('power and sample size of two proportions, and events for a log-rank test with arms of one to three', () => {
    const risks = r.sizes['p1']!.map((riskA, row) => ({ riskA, riskB: r.sizes['p2']![row]! }));
    expectAgreement(
      risks.map((each, row) => valueOf(twoProportionsPower(each, r.sizes['n']![row]!))),
      r['power'],
      1e-12,
    );
    expectAgreement(
      risks.map((each) => valueOf(twoProportionsSize(each, 0.8))),
      r['size'],
      1e-8,
    );
    const events = [0.75, 1.5, 0.6].map((hazardRatio) => valueOf(logRankEvents({ hazardRatio, ratio: 3 }, 0.9)));
    expectAgreement(events, r['logRankEvents'], 1e-13);
    expect(valueOf(logRankPower({ hazardRatio: 0.75, ratio: 3 }, events[0]!))).toBeCloseTo(0.9, 12);
  });
});

const file = sharedFile('randomisation-reference/r_reference.json');

describe.skipIf(file === null)('the values kept beside the project (skipped where ../shared/data is not there)', () => {
  test('are reproduced', () => {
    const { binomial_checks: checks } = JSON.parse(readFileSync(file!, 'utf8')) as {
      binomial_checks: { readonly [name: string]: unknown };
    };
    const arm = { events: 114, n: 432 };
    expectAgreement(ends(valueOf(wilsonInterval(arm))), checks['wilson_114_432'], 1e-12);
    expectAgreement(ends(valueOf(clopperPearsonInterval(arm))), checks['cp_114_432'], 1e-12);
    const [a, b] = [
      { events: 66, n: 216 },
      { events: 48, n: 216 },
    ];
    expectAgreement(valueOf(fisherExactTest(a, b)).p, checks['fisher_p'], 1e-10);
    expectAgreement(
      valueOf(twoProportionsPower({ riskA: 0.21, riskB: 0.18 }, 1000)),
      checks['power_prop_0.21_vs_0.18_n1000'],
      1e-11,
    );
    // R looks for a size to 1e-4 of a person.
    const size = valueOf(twoProportionsSize({ riskA: 0.21, riskB: 0.18 }, 0.8));
    expectAgreement(size, checks['n_for_80pct_0.21_vs_0.18'], 1e-6);
  });
});
