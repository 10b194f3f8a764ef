import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluatePlan } from '../../../src/evaluation/designs/evaluate-plan.ts';
import { examplePlan, finished } from '../../../src/evaluation/designs/example-plan.test-support.ts';
import type { DesignResult } from '../../../src/evaluation/designs/design-result.ts';
import type { Reoffence, StudyRow } from '../../../src/evaluation/domain/cohort/study-row.ts';
import { studyRow } from '../../../src/evaluation/domain/cohort/study-row.test-support.ts';
import { addDays, calendarDayOf } from '../../../src/shared/calendar-day.ts';
import { expectAgreement } from '../agreement.ts';

interface Study {
  readonly rows: { readonly [column: string]: readonly (number | string)[] };
  readonly found: { readonly [name: string]: number };
}

const reference = JSON.parse(readFileSync(new URL('expected.json', import.meta.url), 'utf8')) as {
  readonly trial: Study;
  readonly matched: Study;
  readonly forces: Study & {
    readonly found: {
      readonly hazardRatios: readonly number[];
      readonly every: { readonly [name: string]: number };
    };
  };
};

const INDEXED_ON = calendarDayOf('2021-01-01');

/** The study of an R script: people in the order of its rows, each with the reoffence that ended their time. */
function cohortOf({ rows }: Study, change: (at: (column: string) => number | string) => Partial<StudyRow>) {
  const days = rows['days'] ?? [];
  const people = days.map((_, row): StudyRow => {
    const person = `p${String(row).padStart(5, '0')}`;
    const at = (column: string) => rows[column]?.[row] ?? Number.NaN;
    return {
      ...studyRow({ person, indexEvent: person, indexedOn: INDEXED_ON, followedUntil: calendarDayOf('2024-01-01') }),
      ...change(at),
    };
  });
  const reoffences = people.flatMap(({ person, indexEvent }, row): Reoffence[] => {
    const on = addDays(INDEXED_ON, Number(days[row]));
    return rows['event']?.[row] === 1
      ? [{ person, indexEvent, committedOn: on, provenOn: addDays(on, 30), offenceCode: null }]
      : [];
  });
  return { rows: people, reoffences };
}

function estimateOf(result: DesignResult, id: string) {
  const finding = result.findings.find((one) => one.id === id);
  if (!finding?.estimate) throw new Error(`${id}: ${JSON.stringify(finding?.refusal ?? 'no such finding')}`);
  return finding.estimate;
}

describe('the designs agree with R', () => {
  test('on a trial within strata: difference, ratio, hazard ratio and log-rank test', () => {
    const { found } = reference.trial;
    const cohort = cohortOf(reference.trial, (at) => ({
      arm: at('a') === 1 ? 'diversion' : 'usual',
      stratum: String(at('stratum')),
    }));
    const result = finished(evaluatePlan(examplePlan(), cohort));
    const line = estimateOf(result, 'primary:Reoffended within 12 months:risk-difference');
    expectAgreement(
      [line.value, line.low, line.high, line.p],
      [found['difference'], found['low'], found['high'], found['p']],
    );
    const ratio = estimateOf(result, 'supporting:Reoffended within 12 months:risk-ratio');
    expectAgreement([ratio.value, ratio.standardError], [found['ratio'], found['ratioSe']]);
    const hazard = estimateOf(result, 'supporting:Reoffended within 12 months:hazard-ratio');
    expectAgreement(
      [hazard.value, hazard.low, hazard.high],
      [found['hazardRatio'], found['hazardLow'], found['hazardHigh']],
    );
    expectAgreement(result.curves?.p, found['logRankP']);
  });

  test('on matched pairs who share controls', () => {
    const { found } = reference.matched;
    const cohort = cohortOf(reference.matched, (at) => ({
      age: Number(at('age')),
      sex: at('sex') === 'female' ? 'female' : 'male',
      priorOffences: Number(at('priors')),
      arm: null,
      offeredOn: at('t') === 1 ? INDEXED_ON : null,
      acceptedOn: null,
      startedOn: null,
      completedOn: null,
    }));
    const plan = examplePlan({
      comparison: '{ design: matched-controls, caliper: 0.2, exact: [sex], reuse: 2 }',
      covariates: '[age, sex, prior_offences]',
    });
    const result = finished(evaluatePlan(plan, cohort));
    expect(result.flow.sides.map(({ compared }) => compared)).toEqual([found['pairs'], found['controls']]);
    const line = estimateOf(result, 'primary:Reoffended within 12 months:risk-difference');
    expectAgreement([line.value, line.low, line.high], [found['difference'], found['low'], found['high']]);
  });

  const forcesOf = () =>
    cohortOf(reference.forces, (at) => ({
      force: String(at('force')),
      age: Number(at('age')),
      priorOffences: Number(at('priors')),
    }));
  const forcesKeys = {
    covariates: '[age, prior_offences]',
    outcomes: '{ primary: { measure: time-to-reoffence, months: 12 } }',
    sensitivity: '[hartung-knapp]',
  };
  const label = 'Time to the first reoffence, within 12 months';

  test('on forces, each one observation: a term for each, and their meta-regression', () => {
    const { every } = reference.forces.found;
    const settings = 'design: natural-experiment, diversionForces: [one, two, three], comparisonForces: [fen, moor]';
    const result = finished(evaluatePlan(examplePlan({ ...forcesKeys, comparison: `{ ${settings} }` }), forcesOf()));
    const { value, low, high, p } = estimateOf(result, `primary:${label}:hazard-ratio`);
    expectAgreement([value, low, high, p], [every['pooled'], every['low'], every['high'], every['p']], 1e-6);
    const knapp = estimateOf(result, 'sensitivity:hartung-knapp');
    expectAgreement([knapp.low, knapp.high], [every['knappLow'], every['knappHigh']], 1e-6);
    const early = estimateOf(result, `supporting:${label}:risk-difference:30-days`);
    expectAgreement(
      [early.value, early.low, early.high],
      [every['early'], every['earlyLow'], every['earlyHigh']],
      1e-6,
    );
  });

  test('on forces: Cox in each, and the meta-analyses of them', () => {
    const { found } = reference.forces;
    const cohort = forcesOf();
    const settings =
      'design: natural-experiment, diversionForces: [one, two, three], comparisonForces: [fen, moor], comparisonPeople: shared, spreadOf: diversion-forces';
    const plan = examplePlan({ ...forcesKeys, comparison: `{ ${settings}, metaAnalysis: reml }` });
    const result = finished(evaluatePlan(plan, cohort));
    const each = ['one', 'two', 'three'].map((force) => estimateOf(result, `by-force:${force}:${label}`).value);
    expectAgreement(each, found.hazardRatios);
    const pooled = estimateOf(result, `primary:${label}:hazard-ratio`);
    expectAgreement(
      [pooled.value, pooled.low, pooled.high, pooled.p],
      [found['pooled'], found['low'], found['high'], found['p']],
      1e-7,
    );
    const { predictionLow, predictionHigh, iSquared } = result.pooling ?? {};
    expectAgreement(
      [predictionLow, predictionHigh, iSquared],
      [found['predictionLow'], found['predictionHigh'], found['iSquared']],
      1e-7,
    );
    const knapp = estimateOf(result, 'sensitivity:hartung-knapp');
    expectAgreement([knapp.low, knapp.high], [found['hkLow'], found['hkHigh']], 1e-7);
    expectAgreement(estimateOf(result, `supporting:${label}:risk-difference:30-days`).value, found['early'], 1e-6);
    const dl = finished(
      evaluatePlan(examplePlan({ ...forcesKeys, comparison: `{ ${settings}, metaAnalysis: dl }` }), cohort),
    );
    expectAgreement(estimateOf(dl, `primary:${label}:hazard-ratio`).value, found['dl']);
  });
});
