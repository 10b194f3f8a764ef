import { parsePlan } from '../domain/plan/parse-plan.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import type { DesignResult } from './design-result.ts';
import type { Work } from './progress.ts';

const DEFAULTS: { readonly [key: string]: string } = {
  title: 'A study',
  question: 'Does it help?',
  cohort: '{ from: 2021-01-01, until: 2023-12-31, indexEvent: first }',
  comparison: '{ design: randomised }',
  outcomes: '{ primary: { measure: reoffended, months: 12 } }',
  covariates: '[]',
  multiplicity: 'holm',
  seed: '1',
  audience: 'evaluator',
};

/** The text of a plan, with some of its keys written otherwise. */
export function planText(keys: { readonly [key: string]: string } = {}): string {
  return Object.entries({ ...DEFAULTS, ...keys })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

/** A plan, with some of its keys written otherwise; throws where it has faults. */
export function examplePlan(keys: { readonly [key: string]: string } = {}): Plan {
  const plan = parsePlan(planText(keys), 'plan.yaml');
  if (!plan.ok) throw new Error(plan.refusal.map(({ problem, remedy }) => `${problem}; ${remedy}`).join('\n'));
  return plan.value;
}

/** Drives work to its end at once. */
export function finished(work: Work<DesignResult>): DesignResult {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
