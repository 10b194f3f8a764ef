import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import type { Design } from '../domain/plan/plan-words.ts';
import { adjustFindings, adjustTests } from './adjust-findings.ts';
import type { DesignResult } from './design-result.ts';
import { matchedControls } from './matched-controls.ts';
import { naturalExperiment } from './natural-experiment.ts';
import type { Work } from './progress.ts';
import { randomised } from './randomised.ts';
import { studySample, type StudySample } from './study-sample.ts';

const DESIGNS: { readonly [design in Design]: (plan: Plan, sample: StudySample) => Work<DesignResult> } = {
  randomised,
  'matched-controls': matchedControls,
  'natural-experiment': naturalExperiment,
};

/**
 * Carries a plan out on a cohort: pure, the same answer for the same plan and data (the plan holds the seed). It gives
 * way between its steps, so that whoever drives it can show how far it has come, or stop.
 */
export function* evaluatePlan(plan: Plan, data: StudyCohort): Work<DesignResult> {
  yield { doing: 'choosing the people of the plan', share: 0 };
  const sample = studySample(plan, data);
  const result = yield* DESIGNS[plan.comparison.design](plan, sample);
  return {
    ...result,
    findings: adjustFindings(result.findings, plan.multiplicity),
    subgroupTests: adjustTests(result.subgroupTests, plan.multiplicity),
  };
}
