import type { RecordedDecision } from '../../../triage/index.ts';

type Clause = Pick<RecordedDecision['clauses'][number], 'reads' | 'result' | 'settledBy'>;

/** Which facts may be shown. */
export type MayShow = (fact: string) => boolean;

/** Whether a clause reads a fact that may not be shown: how it came out would tell. */
export function isHeldBack({ reads }: Pick<Clause, 'reads'>, mayShow: MayShow): boolean {
  return reads.some((fact) => !mayShow(fact));
}

/**
 * Whether a verdict turns on nothing but clauses that may not be shown. Then the verdict beside the clauses that are
 * shown would tell how those came out, and it is not shown either.
 */
export function verdictWouldTell({ clauses }: { readonly clauses: readonly Clause[] }, mayShow: MayShow): boolean {
  const open = clauses.filter(isAgainst);
  return open.length > 0 && open.every((clause) => isHeldBack(clause, mayShow));
}

/** A clause that stands between the person and the scheme; of the law, not one that may be settled later. */
export function isAgainst({ result, settledBy }: Clause): boolean {
  return result === 'not-met' || (result !== 'met' && settledBy === undefined);
}
