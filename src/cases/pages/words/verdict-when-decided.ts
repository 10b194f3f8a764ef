import { verdictLine, verdictWords } from '../../../triage/index.ts';
import type { ChangedVerdict } from '../../domain/case-event.ts';
import type { CaseRecord } from '../../domain/case-state.ts';
import { decisionFor } from '../../domain/offer/index.ts';

/** The verdict that facts amended since have turned, with what is assumed behind it. */
export function verdictWhenDecided(
  record: CaseRecord,
  { scheme, from }: Pick<ChangedVerdict, 'scheme' | 'from'>,
): string {
  const decided = decisionFor(record, scheme);
  return (decided && decided.verdict === from ? verdictLine(decided) : verdictWords(from)).toLowerCase();
}
