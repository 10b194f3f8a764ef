import type { CaseActor } from '../../access/index.ts';
import { caseListsFor } from '../domain/case-lists.ts';
import type { CaseTransaction } from '../store/case-store.ts';

/** Finds a case of the actor's own force by its whole reference; null where there is none, or none that they may see. */
export type CaseByReference = (reference: string) => Promise<string | null>;

const LOOKED_AT = 25;

/** Looks within the transaction of whoever asks, and never in another one beside it. */
export function caseByReference(cases: CaseTransaction, actor: CaseActor): CaseByReference {
  return async (reference) => {
    const all = caseListsFor(actor).find(({ name }) => name === 'all');
    if (all === undefined) return null;
    const of = { statuses: all.statuses, own: false, awaitingContact: false, awaitingApproval: false };
    const { rows } = await cases.listCases({ ...of, search: reference, limit: LOOKED_AT, skip: 0 });
    return rows.find((row) => row.reference === reference)?.caseId ?? null;
  };
}
