import { refusalWithout } from '../../access/domain/index.ts';
import type { CaseActor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { CappedCount } from '../domain/capped-count.ts';
import type { CaseRefusal } from '../domain/case-refusal.ts';
import type { OverrideRow } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';

const PER_PAGE = 25;

export interface OverridesView extends CappedCount {
  readonly rows: readonly OverrideRow[];
  readonly page: number;
  readonly pages: number;
}

/**
 * What was decided otherwise than the rules in the cases of one's own force, with who, when and why: for those who answer
 * for others.
 */
export async function listOverrides(
  work: CaseWork,
  actor: CaseActor,
  asked: { readonly page: number },
): Promise<Result<OverridesView, CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'oversee-work') ?? refusalWithout(actor, 'see-cases');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (cases) => {
    const { total, isMore } = await cases.overrides({ limit: 0, skip: 0 });
    const pages = Math.max(1, Math.ceil(total / PER_PAGE));
    const page = Math.min(Math.max(1, Math.trunc(asked.page) || 1), pages);
    const { rows } = await cases.overrides({ limit: PER_PAGE, skip: (page - 1) * PER_PAGE });
    return ok({ total, isMore, rows, page, pages });
  });
}
