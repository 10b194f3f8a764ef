import { disproportionalityPicture } from '../designs/disproportionality-picture.ts';
import { evaluatePlan } from '../designs/evaluate-plan.ts';
import type { EvaluationProgress } from '../designs/progress.ts';
import { studySample } from '../designs/study-sample.ts';
import { isGenerated } from '../domain/cohort/is-generated.ts';
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { CountForm } from '../domain/disclosure/rounding.ts';
import type { Measured } from '../domain/measured.ts';
import { peoplePrints } from '../domain/register/people-prints.ts';
import type { PlanHistory } from '../domain/register/plan-history.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import { netWidening } from '../measures/net-widening.ts';
import { offeredToCompleted } from '../measures/offered-to-completed.ts';
import { personSatisfaction } from '../measures/person-satisfaction.ts';
import { reoffendingRate } from '../measures/reoffending-rate.ts';
import { timeToContactAndStart } from '../measures/time-to-contact-and-start.ts';
import { victimSatisfaction } from '../measures/victim-satisfaction.ts';
import type { FoundEvaluation } from '../report/evaluation.ts';

/** What an evaluation is made of, beside what it finds. */
export interface EvaluationTask extends Omit<
  FoundEvaluation,
  'planHash' | 'counts' | 'history' | 'isGenerated' | 'result' | 'measures' | 'disproportionality'
> {
  readonly cohort: StudyCohort;
  /** How a board is to have its counts; hidden where left out. */
  readonly counts?: CountForm;
  /** What the register of plans says, where there is one. */
  readonly history?: PlanHistory;
}

export interface EvaluationWatch {
  readonly onProgress?: (progress: EvaluationProgress) => void;
  /** Stops the work between two steps; what it is aborted with is thrown. */
  readonly signal?: AbortSignal;
  /** Lets other work in between two steps, where the caller has any. */
  readonly pause?: () => Promise<void>;
}

/**
 * Carries a plan out on a cohort and gathers all that a report says. Nothing but the arguments decides the answer: the
 * same plan and data give the same numbers. Small counts are still in it; `forBoards` takes them out.
 */
export async function runEvaluation(task: EvaluationTask, watch: EvaluationWatch = {}): Promise<FoundEvaluation> {
  const { cohort, ...about } = task;
  const { plan } = about;
  const work = evaluatePlan(plan, cohort);
  let step = work.next();
  while (step.done !== true) {
    watch.onProgress?.(step.value);
    await watch.pause?.();
    watch.signal?.throwIfAborted();
    step = work.next();
  }
  return {
    ...about,
    planHash: plan.hash,
    counts: task.counts ?? null,
    history: task.history ?? null,
    isGenerated: isGenerated(cohort),
    result: step.value,
    measures: measuresOf(plan, cohort),
    disproportionality: disproportionalityPicture(plan, cohort),
  };
}

/** What is measured of those who had a scheme in reach, among whom the plan is about. */
function measuresOf(plan: Plan, data: StudyCohort): readonly Measured[] {
  const rows = studySample(plan, data).subjects.flatMap(({ row }) => (row.scheme === null ? [] : [row]));
  if (rows.length === 0) return [];
  const cohort = { rows, reoffences: data.reoffences };
  return [
    offeredToCompleted(cohort),
    timeToContactAndStart(cohort),
    reoffendingRate(cohort),
    netWidening(cohort),
    personSatisfaction(cohort),
    victimSatisfaction(cohort),
  ];
}

/** The forces that had a scheme, of whom somebody is studied: whose scheme the report is about. */
export function studiedForces(plan: Plan, cohort: StudyCohort): readonly string[] {
  const { subjects } = studySample(plan, cohort);
  return [...new Set(subjects.flatMap(({ row }) => (row.scheme === null ? [] : [row.force])))].sort();
}

/** Prints of the people whom a plan studies, for the register of releases. */
export function studiedPeople(plan: Plan, cohort: StudyCohort): readonly string[] {
  return peoplePrints(studySample(plan, cohort).subjects);
}
