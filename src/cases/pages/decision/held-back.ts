import type { RecordedDecision } from '../../../triage/index.ts';

type Clause = Pick<RecordedDecision['clauses'][number], 'reads' | 'result' | 'settledBy'>;

interface Answered {
  readonly verdict: RecordedDecision['verdict'];
  readonly clauses: readonly Clause[];
}

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
export function verdictWouldTell({ verdict, clauses }: Answered, mayShow: MayShow): boolean {
  const turning = clauses.filter((clause) => isAgainst(clause, verdict));
  return turning.length > 0 && turning.every((clause) => isHeldBack(clause, mayShow));
}

/** What a verdict other than eligible is due to: asking stops at what keeps somebody out, so that much is not known then. */
function isAgainst({ result, settledBy }: Clause, verdict: Answered['verdict']): boolean {
  return result === 'not-met' || (verdict !== 'ineligible' && result !== 'met' && settledBy === undefined);
}
