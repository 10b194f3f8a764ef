import { sentencesFor, type Audience } from '../../domain/disclosure/sentence.ts';
import type { PlanHistory } from '../../domain/register/plan-history.ts';

/** What the register of plans says, as an audience reads it: a board no count of rows and no hash of data. */
export function historyFor(audience: Audience, history: PlanHistory | null): PlanHistory<string> | null {
  return history === null ? null : { ...history, says: sentencesFor(audience, history.says) };
}
