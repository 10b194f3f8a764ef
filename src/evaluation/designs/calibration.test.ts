import { describe, expect, test } from 'vitest';
import { demonstrationCohort } from '../demonstration/demonstration-cohort.ts';
import type { DesignResult } from './design-result.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import { examplePlan, finished } from './example-plan.test-support.ts';

const COHORTS = 40;
/** Of 40 intervals at 95%, fewer than 34 would hold the truth by chance in 3 of 1,000 tests. */
const FEWEST_COVERING = 34;
/** Small, so that many can be drawn; the share in the trial is about a quarter. */
const PEOPLE = 1200;

const trial = examplePlan({
  comparison: '{ design: randomised, received: started }',
  outcomes:
    '{ primary: { measure: reoffended, months: 12 }, secondary: [{ measure: reoffences, months: 12 }, { measure: police-minutes }] }',
  sensitivity: '[complier-effect]',
});
const matched = examplePlan({
  cohort:
    '{ from: 2021-01-01, until: 2023-06-30, indexEvent: first, forces: [demo-east, demo-vale, demo-fen, demo-moor, demo-south, demo-west] }',
  comparison: '{ design: matched-controls, controls: other-forces, reuse: 2 }',
  covariates: '[age, sex, prior_offences, offence_group, ethnicity]',
  sensitivity: '[doubly-robust]',
});
const forces = examplePlan({
  comparison:
    '{ design: natural-experiment, diversionForces: [demo-north, demo-coast, demo-east, demo-vale], comparisonForces: [demo-fen, demo-moor, demo-south, demo-west] }',
  outcomes: '{ primary: { measure: time-to-reoffence, months: 12 } }',
  covariates: '[age, sex, prior_offences, offence_group]',
});

interface Tally {
  covering: number;
  below: number;
  above: number;
}

const tallies = new Map<string, Tally>();

function count(name: string, result: DesignResult, { id, truth }: { id: string; truth: number | null | undefined }) {
  const estimate = result.findings.find((finding) => finding.id === id)?.estimate;
  if (!estimate || truth === null || truth === undefined) return;
  const tally = tallies.get(name) ?? { covering: 0, below: 0, above: 0 };
  tallies.set(name, tally);
  if (truth < estimate.low) tally.below += 1;
  else if (truth > estimate.high) tally.above += 1;
  else tally.covering += 1;
}

for (let seed = 1; seed <= COHORTS; seed += 1) {
  const { cohort, effects } = demonstrationCohort({ people: PEOPLE, seed });
  const truthOf = (key: string) => effects[key]?.value;
  const ofTrial = finished(evaluatePlan(trial, cohort));
  count('a trial’s risk difference', ofTrial, {
    id: 'primary:Reoffended within 12 months:risk-difference',
    truth: truthOf('trial.assignment.risk-difference.12'),
  });
  count('a trial’s difference in reoffences', ofTrial, {
    id: 'secondary:Reoffences for each person within 12 months:mean-difference',
    truth: truthOf('trial.assignment.frequency-difference.12'),
  });
  count('a trial’s difference in police time', ofTrial, {
    id: 'secondary:Minutes of police time:mean-difference',
    truth: truthOf('trial.assignment.police-minutes-difference'),
  });
  count('the complier effect', ofTrial, {
    id: 'sensitivity:complier-effect',
    truth: truthOf('trial.compliers.risk-difference.12'),
  });
  const ofPairs = finished(evaluatePlan(matched, cohort));
  const offered = truthOf('officers-choice.offered.risk-difference.12');
  count('the effect among matched people', ofPairs, {
    id: 'primary:Reoffended within 12 months:risk-difference',
    truth: offered,
  });
  count('the doubly robust effect', ofPairs, { id: 'sensitivity:doubly-robust', truth: offered });
  const ofForces = finished(evaluatePlan(forces, cohort));
  const logs = ['north', 'coast', 'east', 'vale'].map((name) =>
    Math.log(truthOf(`force.demo-${name}.having-a-scheme.hazard-ratio`) ?? Number.NaN),
  );
  count('forces put together', ofForces, {
    id: 'primary:Time to the first reoffence, within 12 months:hazard-ratio',
    truth: Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length),
  });
}

describe(`over ${COHORTS} generated cohorts whose true effects are known`, () => {
  test.each([...tallies.keys()])('95%% intervals of %s hold the truth as often as they say', (name) => {
    const { covering = 0, below = 0, above = 0 } = tallies.get(name) ?? {};
    expect(covering + below + above).toBe(COHORTS);
    expect(covering, `truth below ${below} and above ${above} intervals`).toBeGreaterThanOrEqual(FEWEST_COVERING);
  });

  test('every effect was looked at', () => {
    expect([...tallies.keys()]).toHaveLength(7);
  });
});
