import type { WaymarkTransaction } from '../../db/index.ts';
import { cappedCount, COUNTED_UP_TO } from '../domain/capped-count.ts';
import { numberedEvent } from './case-log.ts';
import type { CaseTransaction, OverrideRow } from './case-store.ts';

/** What was decided otherwise than the rules, as the logs of the force's cases have it. */
export function overrideRows(tx: WaymarkTransaction): Pick<CaseTransaction, 'overrides'> {
  return {
    overrides: async ({ limit, skip }) => {
      const { counted } = await tx
        .selectFrom((from) =>
          from
            .selectFrom('overrides_of_force')
            .select('case_id')
            .limit(COUNTED_UP_TO + 1)
            .as('listed'),
        )
        .select((select) => select.fn.countAll<number>().as('counted'))
        .executeTakeFirstOrThrow();
      // The page first, and then what its cases are. Its order is that of the view: asked for here once more, PostgreSQL
      // would take it that all of the view is wanted, and sort it.
      const rows = await tx
        .selectFrom((from) => from.selectFrom('overrides_of_force').selectAll().limit(limit).offset(skip).as('event'))
        .innerJoin('cases', (join) =>
          join.onRef('cases.force', '=', 'event.force').onRef('cases.case_id', '=', 'event.case_id'),
        )
        .selectAll('event')
        .select(['cases.reference', 'cases.person_name'])
        .orderBy('event.recorded_at', 'desc')
        .orderBy('event.case_id')
        .orderBy('event.sequence', 'desc')
        .execute();
      return {
        ...cappedCount(counted),
        rows: rows.flatMap(({ reference, person_name: personName, ...row }): OverrideRow[] => {
          const { event } = numberedEvent(row);
          if (event.type !== 'decision-overridden' && event.type !== 'verdict-confirmed') return [];
          return [{ caseId: row.case_id, reference, personName, event }];
        }),
      };
    },
  };
}
