import { may, type Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import type { CountForm } from '../domain/disclosure/rounding.ts';
import type { BoardShare, Release, StoredEvaluation, SharedEvaluation } from '../domain/lifecycle/stored-evaluation.ts';
import type { EvaluationTransaction } from '../store/evaluations-store.ts';
import type { EvaluationWork } from './evaluation-work.ts';

/** An evaluation as whoever asks may see it. `results` is results.json, null before it is done. */
export type EvaluationView =
  | {
      readonly for: 'evaluator';
      readonly evaluation: StoredEvaluation;
      readonly planText: string;
      readonly results: string | null;
      /** Whether the results are those that a board sees, or would see. */
      readonly asBoard: boolean;
      /** How it was released, where it was, and which boards there are. */
      readonly release: Release | null;
      readonly boards: readonly BoardShare[];
    }
  | { readonly for: 'board'; readonly evaluation: SharedEvaluation; readonly results: string };

export interface ShowEvaluation {
  readonly id: string;
  /** What is made of it: a page to look at, or one of these to keep. */
  readonly as?: 'page' | 'report.html' | 'report.pdf' | 'results.json' | 'plan.yaml';
  /** For an evaluator: what a board sees, or would see. A board sees nothing else. */
  readonly asBoard?: boolean;
  /** In which form, where it has not been released. */
  readonly counts?: CountForm;
}

/**
 * One evaluation with its results, for its evaluators, for a board it was shared with, or for those who answer for its
 * scheme. Each look is recorded.
 */
export async function showEvaluation(
  { store, clock }: Pick<EvaluationWork, 'store' | 'clock'>,
  actor: Actor,
  { id, as = 'page', asBoard = false, counts = 'hidden' }: ShowEvaluation,
): Promise<Result<EvaluationView, EvaluationRefusal>> {
  const seesAll = may(actor, 'see-evaluations');
  if (!seesAll && !may(actor, 'see-shared-evaluations') && !may(actor, 'see-scheme-evaluations'))
    return refuse({ code: 'not-your-role', right: 'see-shared-evaluations' });
  return store.as(actor, async (evaluations) => {
    const view = await (seesAll ? forEvaluator(evaluations, id, { asBoard, counts }) : forBoard(evaluations, id));
    if (view === null) return refuse({ code: 'evaluation-not-found' });
    if (view.results === null && as !== 'page' && as !== 'plan.yaml') return refuse({ code: 'not-done' });
    const action = as === 'page' ? 'evaluation-viewed' : 'evaluation-downloaded';
    const suppressed = view.for === 'board' || view.asBoard;
    // A page that only says how far it is shows nothing of a study.
    if (view.results !== null || as !== 'page')
      await evaluations.audit({ id, action, at: clock(), details: { as, suppressed } });
    return ok(view);
  });
}

async function forBoard(evaluations: EvaluationTransaction, id: string): Promise<EvaluationView | null> {
  const found = await evaluations.findShared(id);
  if (found === null) return null;
  const { results, ...evaluation } = found;
  return { for: 'board', evaluation, results };
}

async function forEvaluator(
  evaluations: EvaluationTransaction,
  id: string,
  { asBoard, counts }: { readonly asBoard: boolean; readonly counts: CountForm },
): Promise<EvaluationView | null> {
  const evaluation = await evaluations.find(id);
  if (evaluation === null) return null;
  const planText = (await evaluations.planText(id)) ?? '';
  const release = await evaluations.release(id);
  // What a board sees, or would see: in the form that it has, or in the one that is asked for.
  const forBoard = asBoard ? (release?.counts ?? counts) : null;
  return {
    for: 'evaluator',
    evaluation,
    planText,
    results: await evaluations.results(id, forBoard),
    asBoard,
    release,
    boards: release === null ? [] : await evaluations.boards(id),
  };
}
