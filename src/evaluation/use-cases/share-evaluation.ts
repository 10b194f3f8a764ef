import { may, type Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { CountForm } from '../domain/disclosure/rounding.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import type { BoardShare, Release, StoredEvaluation } from '../domain/lifecycle/stored-evaluation.ts';
import { FORMS, releaseVerdict, type ReleaseVerdict } from '../domain/register/release-verdict.ts';
import type { EvaluationTransaction } from '../store/evaluations-store.ts';
import type { EvaluationWork } from './evaluation-work.ts';

type Work = Pick<EvaluationWork, 'store' | 'clock'>;

/** What may be chosen where a report is shared. */
export interface SharingChoices {
  readonly evaluation: StoredEvaluation;
  readonly boards: readonly BoardShare[];
  /** How it was released, where it was. */
  readonly release: Release | null;
  readonly verdict: ReleaseVerdict;
}

/** With which boards a finished report may be shared, and with counts in which form. */
export async function sharingChoices(
  { store }: Pick<Work, 'store'>,
  actor: Actor,
  id: string,
): Promise<Result<SharingChoices, EvaluationRefusal>> {
  if (!may(actor, 'share-evaluations')) return refuse({ code: 'not-your-role', right: 'share-evaluations' });
  return store.as(actor, (evaluations) => choicesIn(evaluations, id));
}

export interface ShareEvaluation {
  readonly id: string;
  /** Those that may read it from now on; others no longer. */
  readonly boardIds: readonly string[];
  readonly counts: CountForm;
}

/**
 * Lets boards read the report in one form of its counts. The first time it is registered as released, if it may be beside
 * everything that was released before; its form and version stay.
 */
export async function shareEvaluation(
  { store, clock }: Work,
  actor: Actor,
  { id, boardIds, counts }: ShareEvaluation,
): Promise<Result<null, EvaluationRefusal>> {
  if (!may(actor, 'share-evaluations')) return refuse({ code: 'not-your-role', right: 'share-evaluations' });
  return store.as(actor, async (evaluations): Promise<Result<null, EvaluationRefusal>> => {
    // One after another: of two that are released at the same moment each would be set beside all but the other.
    await evaluations.releaseAlone();
    const found = await choicesIn(evaluations, id);
    if (!found.ok) return found;
    const { verdict, release, boards } = found.value;
    if (verdict.kind === 'refused') return refuse({ code: 'not-released', because: verdict.because });
    if (verdict.kind === 'only' && verdict.counts !== counts) {
      return refuse({ code: 'not-released', because: verdict.because });
    }
    const known = boards.filter(({ boardId }) => boardIds.includes(boardId)).map(({ boardId }) => boardId);
    if (known.length === 0) return refuse({ code: 'not-released', because: 'No board was chosen.' });
    const at = clock();
    if (release === null) await evaluations.addRelease(id, counts, at);
    await evaluations.share(id, known, at);
    await evaluations.audit({ id, action: 'evaluation-shared', at, details: { boards: known, counts } });
    return ok(null);
  });
}

/** Takes the report back from every board. What they have read or downloaded they have. */
export async function withdrawEvaluation(
  { store, clock }: Work,
  actor: Actor,
  id: string,
): Promise<Result<null, EvaluationRefusal>> {
  if (!may(actor, 'share-evaluations')) return refuse({ code: 'not-your-role', right: 'share-evaluations' });
  return store.as(actor, async (evaluations): Promise<Result<null, EvaluationRefusal>> => {
    const evaluation = await finished(evaluations, id);
    if (!evaluation.ok) return evaluation;
    if (evaluation.value.sharedWithBoardsAt === null) return ok(null);
    const at = clock();
    await evaluations.share(id, [], at);
    await evaluations.audit({ id, action: 'evaluation-withdrawn', at });
    return ok(null);
  });
}

async function choicesIn(
  evaluations: EvaluationTransaction,
  id: string,
): Promise<Result<SharingChoices, EvaluationRefusal>> {
  const evaluation = await finished(evaluations, id);
  if (!evaluation.ok) return evaluation;
  const release = await evaluations.release(id);
  return ok({
    evaluation: evaluation.value,
    boards: await evaluations.boards(id),
    release,
    verdict: release === null ? await verdictOf(evaluations, id) : kept(release),
  });
}

async function finished(
  evaluations: EvaluationTransaction,
  id: string,
): Promise<Result<StoredEvaluation, EvaluationRefusal>> {
  const evaluation = await evaluations.find(id);
  if (evaluation === null) return refuse({ code: 'evaluation-not-found' });
  return evaluation.state === 'done' ? ok(evaluation) : refuse({ code: 'not-done' });
}

function kept({ counts }: Release): ReleaseVerdict {
  return { kind: 'only', counts, because: `It was released with counts ${FORMS[counts]}, and stays so.` };
}

async function verdictOf(evaluations: EvaluationTransaction, id: string): Promise<ReleaseVerdict> {
  const before = await evaluations.releasesBeside(id);
  if (before !== null) return releaseVerdict(before);
  const because =
    'It was carried out before releases were registered, so that nobody can say whom it has in common with others. Carry the plan out again and release that report.';
  return { kind: 'refused', because };
}
