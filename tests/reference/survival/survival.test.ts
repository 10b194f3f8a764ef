import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  cumulativeIncidence,
  incidenceAt,
  kaplanMeier,
  logRank,
  nelsonAalen,
  restrictedMean,
  restrictedMeanDifference,
  survivalAt,
  survivalQuantile,
  type LogRankTest,
  type SurvivalCurve,
  type SurvivalScale,
} from '../../../src/statistics/index.ts';
import { columnsOf, expectAgreement, readReference, sharedFile, valueOf } from '../agreement.ts';

interface Reference {
  readonly data: { readonly [column: string]: readonly number[] };
  readonly kaplanMeier: { readonly [scale in SurvivalScale]: unknown };
  readonly incidence: { readonly [column: string]: readonly number[] };
  readonly restrictedMean: readonly (readonly [number, number])[];
  readonly [method: string]: unknown;
}

const r = readReference('survival') as Reference;
const { data } = r;
const rows = { time: data['time']!, event: data['event']! };
const grouped = { ...rows, group: data['group']!, groups: 3 };

function where(column: string, keep: (value: number) => boolean, time = 'time') {
  const rows = data[column]!.flatMap((value, row) => (keep(value) ? [row] : []));
  const take = (name: string) => rows.map((row) => data[name]![row]!);
  return { time: take(time), event: take('event'), group: take('group') };
}

/** A test as R's script writes it: groups that nobody is in are left out. */
function asWritten({ chiSquared, df, p, groups }: LogRankTest) {
  return {
    chiSquared,
    df,
    p,
    observed: groups.map(({ observed }) => observed),
    expected: groups.map(({ expected }) => expected),
  };
}

describe('agrees with R', () => {
  test.each(['log-log', 'log', 'plain'] as const)('Kaplan-Meier with its %s interval', (scale) => {
    expectAgreement(valueOf(kaplanMeier(rows, { scale })), r.kaplanMeier[scale], 1e-12);
  });

  test('Kaplan-Meier where everybody has the event in the end, and where times are parts of weeks', () => {
    const group = valueOf(kaplanMeier(where('group', (code) => code === 1)));
    expectAgreement(group, r['kaplanMeierOfGroup1'], 1e-12);
    const parts = valueOf(kaplanMeier({ time: data['part']!, event: data['event']! }));
    expectAgreement(parts, r['kaplanMeierOfParts'], 1e-11);
  });

  test('the median and its interval', () => {
    const { time, low, high } = survivalQuantile(valueOf(kaplanMeier(rows)));
    expectAgreement([time, low, high], r['median'], 1e-14);
  });

  test('Nelson-Aalen', () => {
    expectAgreement(valueOf(nelsonAalen(rows)), r['nelsonAalen'], 1e-12);
  });

  test('restricted means, also at a horizon between two times', () => {
    const curve = valueOf(kaplanMeier(rows));
    const means = [5, 12.5, 31].map((horizon) => {
      const { estimate, standardError } = valueOf(restrictedMean(curve, horizon));
      return [estimate, standardError];
    });
    expectAgreement(means, r.restrictedMean, 1e-11);
  });

  test('cumulative incidence of two causes, with the jackknife error that R finds person by person', () => {
    const curves = valueOf(cumulativeIncidence({ time: rows.time, cause: data['cause']!, causes: 2 }));
    const [first, second] = curves.incidence;
    const ours = {
      times: curves.times,
      first: first!.incidence,
      second: second!.incidence,
      errorFirst: first!.standardError,
      errorSecond: second!.standardError,
      lowFirst: first!.low,
      highFirst: first!.high,
    };
    expectAgreement(ours, r.incidence, 1e-9);
  });

  test('log-rank of three groups, of two, and of times in parts of weeks', () => {
    expectAgreement(asWritten(valueOf(logRank(grouped))), r['logRank'], 1e-11);
    const two = { ...where('group', (code) => code < 2), groups: 2 };
    expectAgreement(asWritten(valueOf(logRank(two))), r['logRankOfTwo'], 1e-11);
    const parts = { ...grouped, time: data['part']! };
    expectAgreement(asWritten(valueOf(logRank(parts))), r['logRankOfParts'], 1e-11);
  });

  test('log-rank in strata, one of which has nobody of the third group', () => {
    const stratified = { ...grouped, stratum: data['stratum']!, strata: 2 };
    expectAgreement(asWritten(valueOf(logRank(stratified))), r['stratified'], 1e-11);
  });
});

const rossiFile = sharedFile('survival-reference/lifelines_rossi.csv');
const expectedFile = sharedFile('survival-reference/expected_results_R.json');

describe.skipIf(rossiFile === null)(
  'the recidivism data kept beside the project (skipped where ../shared/data is not there)',
  () => {
    const expected = expectedFile
      ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as { rossi: { readonly [method: string]: unknown } }).rossi
      : {};
    const rossi = rossiFile ? columnsOf(rossiFile) : {};
    const all = () => ({ time: rossi['week']!, event: rossi['arrest']!, group: rossi['fin']!, groups: 2 });
    const curveOf = (fin: number, scale: SurvivalScale): SurvivalCurve => {
      const rows = rossi['fin']!.flatMap((value, row) => (value === fin ? [row] : []));
      const take = (name: string) => rows.map((row) => rossi[name]![row]!);
      return valueOf(kaplanMeier({ time: take('week'), event: take('arrest') }, { scale }));
    };

    test('give the published survival by financial aid', () => {
      const points = [0, 1].flatMap((fin) => [10, 20, 30, 40, 52].map((time) => survivalAt(curveOf(fin, 'log'), time)));
      const {
        surv,
        se,
        lower,
        upper,
        n_risk: atRisk,
      } = expected['km_by_fin'] as { readonly [column: string]: unknown };
      expectAgreement(
        points.map(({ survival }) => survival),
        surv,
        1e-11,
      );
      expectAgreement(
        points.map(({ standardError }) => standardError),
        se,
        1e-11,
      );
      expectAgreement(
        points.map(({ low }) => low),
        lower,
        1e-11,
      );
      expectAgreement(
        points.map(({ high }) => high),
        upper,
        1e-11,
      );
      expectAgreement(
        points.map((point) => point.atRisk),
        atRisk,
      );
    });

    test('give the published log-rank test: chi-squared 3.84, p 0.0501', () => {
      const { chiSquared, p } = valueOf(logRank(all()));
      const { chisq, p: expectedP } = expected['logrank_fin'] as { chisq: number; p: number };
      expectAgreement([chiSquared, p], [chisq, expectedP], 1e-10);
    });

    test('give the restricted means over a year', () => {
      const { rmean, se } = expected['rmst52'] as { rmean: readonly number[]; se: readonly number[] };
      const means = [0, 1].map((fin) => valueOf(restrictedMean(curveOf(fin, 'log-log'), 52)));
      expectAgreement(
        means.map(({ estimate }) => estimate),
        rmean,
        1e-11,
      );
      expectAgreement(
        means.map(({ standardError }) => standardError),
        se,
        1e-11,
      );
      const difference = restrictedMeanDifference(means[1]!, means[0]!);
      expect(difference.estimate).toBeCloseTo(rmean[1]! - rmean[0]!, 10);
      expect(difference.standardError).toBeCloseTo(Math.hypot(se[0]!, se[1]!), 10);
    });

    test('give one cause the incidence that survival leaves', () => {
      const cause = rossi['arrest']!;
      const point = incidenceAt(valueOf(cumulativeIncidence({ time: rossi['week']!, cause, causes: 1 })), 1, 52);
      expect(point.incidence).toBeCloseTo(114 / 432, 12);
    });
  },
);
