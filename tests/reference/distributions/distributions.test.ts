import { describe, expect, test } from 'vitest';
import {
  beta,
  chiSquared,
  complementaryErrorFunction,
  errorFunction,
  fDistribution,
  gamma,
  incompleteBeta,
  incompleteGamma,
  logBeta,
  logGamma,
  normal,
  studentT,
  type Distribution,
} from '../../../src/statistics/index.ts';
import { expectAgreement, readReference } from '../agreement.ts';

interface Columns {
  readonly [name: string]: readonly number[];
}

const r = readReference('distributions') as { readonly [name: string]: Columns };

/** What a function gives for each row of the named columns. */
function each(columns: Columns, names: readonly string[], answer: (...row: number[]) => number): number[] {
  return columns[names[0]!]!.map((_, row) => answer(...names.map((name) => columns[name]![row]!)));
}

/** Both tails and, where R's are there, the density at each row's x. */
function expectDistribution(name: string, parameters: readonly string[], made: (...row: number[]) => Distribution) {
  const columns = r[name]!;
  for (const part of ['lower', 'upper', 'density'] as const) {
    if (columns[part] === undefined) continue;
    const ours = each(columns, ['x', ...parameters], (x, ...rest) => made(...rest)[part](x));
    expectAgreement(ours, columns[part], 1e-11);
  }
}

function expectQuantiles(name: string, parameters: readonly string[], made: (...row: number[]) => Distribution) {
  const columns = r[name]!;
  const lower = each(columns, ['p', ...parameters], (p, ...rest) => made(...rest).quantile(p));
  const upper = each(columns, ['p', ...parameters], (p, ...rest) => made(...rest).upperQuantile(p));
  expectAgreement({ lower, upper }, { lower: columns['lower'], upper: columns['upper'] }, 1e-11);
}

describe('the special functions agree with R', () => {
  test('log-gamma, from 1e-12 to 1e100', () => {
    const { x, value } = r['logGamma']!;
    // Near 1 and 2 R takes the logarithm of a rounded gamma; there it is held to its absolute error.
    const far = x!.map((at) => Math.min(Math.abs(at - 1), Math.abs(at - 2)) > 1e-3);
    expectAgreement(
      x!.filter((_, row) => far[row]).map(logGamma),
      value!.filter((_, row) => far[row]),
      1e-13,
    );
    const near = x!.flatMap((at, row) => (far[row] ? [] : [Math.abs(logGamma(at) - value![row]!)]));
    expect(Math.max(...near)).toBeLessThan(2e-16);
  });

  test('log-beta, with one argument a thousand million times the other', () => {
    const columns = r['logBeta']!;
    expectAgreement(each(columns, ['a', 'b'], logBeta), columns['value'], 1e-13);
  });

  test('the incomplete functions, through the distributions, and each tail for itself', () => {
    expect(incompleteGamma(3, 50).upper).toBe(gamma(3).upper(50));
    expect(incompleteBeta(2, 3, { x: 0.1, y: 0.9 }).lower).toBe(beta(2, 3).lower(0.1));
  });

  test('the error function near zero, and its complement far out', () => {
    expectAgreement(
      [errorFunction(1e-10), errorFunction(0.5), complementaryErrorFunction(10), complementaryErrorFunction(-1)],
      [1.1283791670955126e-10, 0.5204998778130465, 2.0884875837625446e-45, 1.842700792949715],
      1e-14,
    );
  });
});

describe('the distributions agree with R to 1e-11, each tail for itself', () => {
  test('normal', () => {
    expectDistribution('normal', [], () => normal);
    expectAgreement(r['normalQuantile']!['p']!.map(normal.quantile), r['normalQuantile']!['value'], 1e-15);
  });

  test('gamma, with shapes from 0.01 to 100,000', () =>
    expectDistribution('gamma', ['shape'], (shape) => gamma(shape)));

  test('beta, with parameters from 0.1 to 50,000', () => expectDistribution('beta', ['a', 'b'], beta));

  test('chi-squared', () => {
    expectDistribution('chiSquared', ['df'], chiSquared);
    expectQuantiles('chiSquaredQuantile', ['df'], chiSquared);
  });

  // R itself goes over to a normal approximation beyond 400,000 degrees of freedom.
  test('t', () => {
    const at = (df: number): Distribution => ({
      ...studentT(df),
      lower: studentT(df).upper,
      upper: studentT(df).lower,
    });
    expectDistribution('t', ['df'], at);
    const columns = r['tQuantile']!;
    expectAgreement(
      each(columns, ['df', 'p'], (df, p) => studentT(df).upperQuantile(p)),
      columns['upper'],
      1e-11,
    );
  });

  test('F, whose lower quantiles R makes from one less a beta quantile', () => {
    expectDistribution('f', ['df1', 'df2'], fDistribution);
    const columns = r['fQuantile']!;
    const ours = each(columns, ['p', 'df1', 'df2'], (p, df1, df2) => fDistribution(df1, df2).upperQuantile(p));
    expectAgreement(ours, columns['upper'], 1e-11);
    const rows = columns['lower']!.flatMap((value, row) => (value > 0.1 ? [row] : []));
    expectAgreement(
      rows.map((row) => fDistribution(columns['df1']![row]!, columns['df2']![row]!).quantile(columns['p']![row]!)),
      rows.map((row) => columns['lower']![row]!),
      1e-11,
    );
  });

  test('beta quantiles', () => expectQuantiles('betaQuantile', ['a', 'b'], beta));
});
