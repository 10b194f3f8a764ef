import type { WaymarkTransaction } from '../../db/index.ts';
import type { OutcomeInBrief } from '../domain/outcome/index.ts';
import { numberedEvent } from './case-log.ts';
import type { CaseTransaction } from './case-store.ts';

const TYPES = ['outcome-given', 'outcome-corrected'] as const;

/**
 * The outcomes that were given while the activity goes on, as the logs have them. They are read from the log, which is
 * the police's: a provider may read where a case stands, and nothing of an outcome crosses to it.
 */
export function givenOutcomeRows(tx: WaymarkTransaction): Pick<CaseTransaction, 'givenOutcomes'> {
  return {
    givenOutcomes: async (caseIds) => {
      if (caseIds.length === 0) return new Map();
      const rows = await tx
        .selectFrom('case_log')
        .select(['force', 'case_id', 'sequence', 'type', 'data', 'shape', 'recorded_at', 'author'])
        .where('case_id', 'in', [...caseIds])
        .where('type', 'in', TYPES)
        .orderBy('sequence')
        .execute();
      const latest = rows.map((row) => [row.case_id, givenBy(numberedEvent(row).event)] as const);
      return new Map(latest.flatMap(([caseId, outcome]) => (outcome === undefined ? [] : [[caseId, outcome]])));
    },
  };
}

/** Null where it was taken back. */
function givenBy(event: ReturnType<typeof numberedEvent>['event']): OutcomeInBrief | null | undefined {
  if (event.type === 'outcome-given') return event.data;
  return event.type === 'outcome-corrected' ? event.data.to : undefined;
}
