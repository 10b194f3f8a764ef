import type { WaymarkTransaction } from '../../db/index.ts';
import { numberedEvent } from './case-log.ts';
import type { CaseTransaction, OverrideRow } from './case-store.ts';

const TYPES = ['decision-overridden', 'verdict-confirmed'] as const;

/** What was decided otherwise than the rules, as the logs of the force's cases have it. */
export function overrideRows(tx: WaymarkTransaction): Pick<CaseTransaction, 'overrides'> {
  const matching = () =>
    tx
      .selectFrom('case_log as event')
      .innerJoin('cases', (join) =>
        join.onRef('cases.force', '=', 'event.force').onRef('cases.case_id', '=', 'event.case_id'),
      )
      .where('event.type', 'in', TYPES);
  return {
    overrides: async ({ limit, skip }) => {
      const { total } = await matching()
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await matching()
        .select([
          'event.force',
          'event.case_id',
          'event.sequence',
          'event.type',
          'event.data',
          'event.shape',
          'event.recorded_at',
          'event.author',
          'cases.reference',
          'cases.person_name',
        ])
        .orderBy('event.recorded_at', 'desc')
        .orderBy('event.case_id')
        .orderBy('event.sequence', 'desc')
        .limit(limit)
        .offset(skip)
        .execute();
      return {
        total,
        rows: rows.flatMap(({ reference, person_name: personName, ...row }): OverrideRow[] => {
          const { event } = numberedEvent(row);
          if (event.type !== 'decision-overridden' && event.type !== 'verdict-confirmed') return [];
          return [{ caseId: row.case_id, reference, personName, event }];
        }),
      };
    },
  };
}
