import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  cox,
  coxConcordance,
  proportionalHazardsTest,
  type CoxFit,
  type CoxOptions,
  type CoxRows,
  type TimeScale,
} from '../../../src/statistics/index.ts';
import { columnsOf, expectAgreement, readReference, sharedFile, valueOf } from '../agreement.ts';

interface Columns {
  readonly [column: string]: readonly number[];
}

const r = readReference('cox') as { data: Columns; long: Columns; factor: unknown; [fit: string]: unknown };
const FOUR = ['arm', 'age', 'b', 'c'];

function rowsOf(columns: Columns, covariates: readonly string[], more: Partial<CoxRows> = {}): CoxRows {
  const { time, event } = columns as { time: readonly number[]; event: readonly number[] };
  return { time, event, covariates: covariates.map((name) => ({ name, values: columns[name]! })), ...more };
}

/** A fit as R's script writes it. */
function asWritten(fit: CoxFit) {
  const { terms, logLikelihood, likelihoodRatioTest, waldTest, scoreTest } = fit;
  const { concordance, standardError } = coxConcordance(fit);
  return {
    n: fit.n,
    events: fit.events,
    coef: terms.map(({ coef }) => coef),
    se: terms.map(({ se }) => se),
    robustSe: fit.robustCovariance && terms.map(({ robustSe }) => robustSe),
    z: terms.map(({ z }) => z),
    p: terms.map(({ p }) => p),
    low: terms.map(({ low }) => low),
    high: terms.map(({ high }) => high),
    loglik: [logLikelihood.none, logLikelihood.fitted],
    likelihoodRatio: likelihoodRatioTest.chiSquared,
    wald: waldTest.chiSquared,
    score: scoreTest.chiSquared,
    concordance,
    concordanceSe: standardError,
  };
}

function hazardsTest(fit: CoxFit, scale: TimeScale) {
  const { terms, global } = valueOf(proportionalHazardsTest(fit, scale));
  return [...terms, global].map(({ chiSquared, df, p }) => [chiSquared, df, p]);
}

const { data, long } = r;
const { stratum, cluster, weight, entry } = data;
const fits: readonly (readonly [string, CoxRows, CoxOptions])[] = [
  ['efron', rowsOf(data, FOUR), {}],
  ['breslow', rowsOf(data, FOUR), { ties: 'breslow' }],
  ['parts', { ...rowsOf(data, ['arm', 'age']), time: data['part']! }, {}],
  ['stratified', rowsOf(data, FOUR, { stratum }), {}],
  ['clustered', rowsOf(data, FOUR, { cluster }), {}],
  ['clusteredBreslow', rowsOf(data, FOUR, { cluster }), { ties: 'breslow' }],
  ['robust', rowsOf(data, FOUR), { robust: true }],
  ['weighted', rowsOf(data, FOUR, { weight }), { robust: true }],
  ['weightedBreslow', rowsOf(data, FOUR, { weight }), { ties: 'breslow', robust: false }],
  ['entered', rowsOf(data, FOUR, { entry }), {}],
  ['enteredAll', rowsOf(data, ['arm', 'age'], { entry, stratum, cluster, weight }), {}],
  ['changing', rowsOf(long, ['arm', 'age', 'now'], { entry: long['entry'], cluster: long['id'] }), {}],
  ['changingPlain', rowsOf(long, ['arm', 'age', 'now'], { entry: long['entry'] }), {}],
];

describe('agrees with R: effects, errors, tests and concordance', () => {
  test.each(fits)('%s', (name, rows, options) => {
    const expected = r[name] as { readonly [answer: string]: unknown };
    const fit = valueOf(cox(rows, options));
    const { km, identity, log, wald, ...rest } = expected;
    expectAgreement(asWritten(fit), rest, 1e-8);
    expectAgreement(asWritten(fit).wald, wald, 1e-8);
    for (const [scale, test] of Object.entries({ km, identity, log })) {
      if (test !== undefined)
        expectAgreement(hazardsTest(fit, scale as TimeScale), (test as { terms: unknown }).terms, 1e-7);
    }
  });

  test('the levels of a factor are tested together for proportional hazards', () => {
    const rows = rowsOf(data, FOUR);
    const covariates = rows.covariates.map((each) =>
      ['b', 'c'].includes(each.name) ? { ...each, term: 'level' } : each,
    );
    expectAgreement(hazardsTest(valueOf(cox({ ...rows, covariates })), 'km'), r.factor, 1e-8);
  });
});

const folder = 'survival-reference/';
const expectedFile = sharedFile(`${folder}expected_results_R.json`);

describe.skipIf(expectedFile === null)(
  'the data kept beside the project (skipped where ../shared/data is not there)',
  () => {
    interface Expected {
      readonly coef: { readonly [name: string]: number };
      readonly se: { readonly [name: string]: number };
      readonly p: { readonly [name: string]: number };
      readonly loglik: readonly number[];
      readonly concordance: { readonly C: number; readonly 'se(C)': number };
    }
    const expected = expectedFile
      ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as { [data: string]: { [fit: string]: unknown } })
      : {};

    function expectFit(fit: CoxFit, { coef, se, p, loglik, concordance }: Expected, tolerance: number) {
      const ours = asWritten(fit);
      expectAgreement(ours.coef, Object.values(coef), tolerance);
      expectAgreement(ours.se, Object.values(se), tolerance);
      expectAgreement(ours.p, Object.values(p), tolerance * 10);
      expectAgreement(ours.loglik, loglik, 1e-9);
      expectAgreement([ours.concordance, ours.concordanceSe], [concordance.C, concordance['se(C)']], 1e-8);
    }

    const columns = (file: string) => columnsOf(sharedFile(`${folder}${file}`)!);
    const rossi = () => {
      const all = columns('lifelines_rossi.csv');
      const covariates = ['fin', 'age', 'race', 'wexp', 'mar', 'paro', 'prio'].map((name) => ({
        name,
        values: all[name]!,
      }));
      return { time: all['week']!, event: all['arrest']!, covariates };
    };

    // These were made at coxph's own tolerance: it stops while coefficients may still change in their seventh digit.
    test.each(['efron', 'breslow'] as const)('recidivism by financial aid and six more, %s', (ties) => {
      expectFit(valueOf(cox(rossi(), { ties })), expected['rossi']![`cox_${ties}`] as Expected, 1e-7);
    });

    test('whether the effects on recidivism change with time', () => {
      const rows = expected['rossi']!['cox_zph'] as readonly { chisq: number; df: number; p: number }[];
      const ours = hazardsTest(valueOf(cox(rossi())), 'km');
      expectAgreement(
        ours,
        rows.map(({ chisq, df, p }) => [chisq, df, p]),
        1e-6,
      );
    });

    test('lung cancer by age, sex and performance', () => {
      const lung = columns('lifelines_lung.csv');
      const rows = lung['ph.ecog']!.flatMap((value, row) => (Number.isNaN(value) ? [] : [row]));
      const take = (name: string) => rows.map((row) => lung[name]![row]!);
      const covariates = ['age', 'sex', 'ph.ecog'].map((name) => ({ name, values: take(name) }));
      const event = take('status').map((status) => (Math.max(...lung['status']!) === 2 ? status - 1 : status));
      expectFit(valueOf(cox({ time: take('time'), event, covariates })), expected['lung']!['cox'] as Expected, 1e-7);
    });
  },
);

test('a fit of 1e5 rows needs fewer than 300 bytes a row beside what it is given', () => {
  const n = 100_000;
  const values = Array.from({ length: 5 }, (_, j) =>
    Float64Array.from({ length: n }, (_, row) => Math.sin(row * (j + 1.7))),
  );
  const time = Float64Array.from({ length: n }, (_, row) => 1 + ((Math.imul(row, 2654435761) >>> 8) % 730));
  const event = Uint8Array.from({ length: n }, (_, row) => ((Math.imul(row, 40503) >>> 4) % 5 === 0 ? 1 : 0));
  const covariates = values.map((column, j) => ({ name: `x${j}`, values: column }));
  const { sorted } = valueOf(cox({ time, event, covariates }));
  const arrays = [sorted.x, sorted.event, sorted.rank];
  const bytes = arrays.reduce((sum, array) => sum + array.byteLength, 0);
  expect(bytes / n).toBeLessThan(100);
});
