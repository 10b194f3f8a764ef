import type { WaymarkTransaction } from '../../db/index.ts';
import { outcomeInBrief, TELLING_OF_OUTCOME, tellsOfOutcome } from '../domain/outcome/index.ts';
import { numberedEvent } from './case-log.ts';
import type { CaseTransaction } from './case-store.ts';

/**
 * The outcomes that were given or that closed a case, as the logs have them: those without a Home Office type stand
 * nowhere else. They are read from the log, which is the police's: a provider may read where a case stands, and nothing of
 * an outcome crosses to it.
 */
export function outcomeRows(tx: WaymarkTransaction): Pick<CaseTransaction, 'outcomesOf'> {
  return {
    outcomesOf: async (caseIds) => {
      if (caseIds.length === 0) return new Map();
      const rows = await tx
        .selectFrom('case_log')
        .select(['force', 'case_id', 'sequence', 'type', 'data', 'shape', 'recorded_at', 'author'])
        .where('case_id', 'in', [...caseIds])
        .where('type', 'in', TELLING_OF_OUTCOME)
        .orderBy('sequence')
        .execute();
      const byCase = Map.groupBy(rows, (row) => row.case_id);
      return new Map(
        [...byCase].map(([caseId, own]) => {
          const events = own.map((row) => numberedEvent(row).event).filter(tellsOfOutcome);
          return [caseId, outcomeInBrief(events)] as const;
        }),
      );
    },
  };
}
