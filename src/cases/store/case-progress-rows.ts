import { sql, type Selectable } from 'kysely';
import type { CaseActor } from '../../access/index.ts';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import { readColumn, storedTable, type StoredTable } from '../../stored/index.ts';
import type { CaseProgress, EngagementProgress } from '../domain/case-progress.ts';
import { instantOrNull, likePart, momentOrNull } from './columns.ts';
import type { CaseListQuery, CaseRow, CaseTransaction } from './case-store.ts';
import { caseStatusColumn, closedHowColumn } from './shapes/progress-columns.ts';

type ProgressRow = Selectable<Tables['case_progress']>;

/** Where each case stands: one row a case, written with every event and read by lists. */
export function caseProgressRows(
  tx: WaymarkTransaction,
  actor: CaseActor,
): Pick<CaseTransaction, 'addProgress' | 'saveProgress' | 'listCases'> {
  return {
    addProgress: async ({ caseId, force, sequence, at }, progress) => {
      const key = { force, case_id: caseId, organisation_id: actor.organisationId };
      const row = { ...key, ...moved(progress), ...policeColumns(progress), sequence, updated_at: new Date(at) };
      await tx.insertInto('case_progress').values(row).execute();
    },
    saveProgress: async ({ caseId, sequence, at }, progress) => {
      const columns = { ...moved(progress), sequence, updated_at: new Date(at) };
      if ('verdictChanged' in progress) {
        const all = { ...columns, ...policeColumns(progress) };
        await tx.updateTable('case_progress').set(all).where('case_id', '=', caseId).execute();
      } else {
        await tx.updateTable('provider_progress').set(columns).where('case_id', '=', caseId).execute();
      }
    },
    listCases: async (query) => {
      const [{ total }, rows] = [await countCases(tx, actor, query), await readCases(tx, actor, query)];
      return { total, rows };
    },
  };
}

function moved({ status, firstContactAt, nextAppointmentAt }: EngagementProgress) {
  return {
    status,
    first_contact_at: momentOrNull(firstContactAt),
    next_appointment_at: momentOrNull(nextAppointmentAt),
  };
}

function policeColumns(progress: CaseProgress) {
  return {
    scheme_id: progress.scheme,
    scheme_version: progress.schemeVersion,
    offer_accepted_at: momentOrNull(progress.offerAcceptedAt),
    provider_organisation_id: progress.providerOrganisationId,
    provider_name: progress.providerName,
    verdict_changed: progress.verdictChanged,
    closed_how: progress.closedHow,
    outcome_type: progress.outcomeType,
  };
}

function matching(tx: WaymarkTransaction, actor: CaseActor, query: CaseListQuery) {
  const { statuses, own, awaitingContact, awaitingApproval, search } = query;
  return tx
    .selectFrom('case_progress as progress')
    .innerJoin('cases', (join) =>
      join.onRef('cases.force', '=', 'progress.force').onRef('cases.case_id', '=', 'progress.case_id'),
    )
    .where('progress.status', 'in', [...statuses])
    .$if(own, (rows) => rows.where('cases.opened_by', '=', actor.accountId))
    .$if(awaitingContact, (rows) =>
      rows.where('progress.offer_accepted_at', 'is not', null).where('progress.first_contact_at', 'is', null),
    )
    .$if(awaitingApproval, (rows) =>
      rows.where((where) =>
        where.exists(
          where
            .selectFrom('condition_proposals as proposal')
            .select('proposal.proposal_id')
            .whereRef('proposal.case_id', '=', 'progress.case_id')
            .where('proposal.settled_at', 'is', null),
        ),
      ),
    )
    .$if(search !== null, (rows) =>
      rows.where((where) =>
        where.or([
          where('cases.person_name', 'ilike', likePart(search ?? '')),
          where('cases.reference', 'ilike', likePart(search ?? '')),
        ]),
      ),
    );
}

function countCases(tx: WaymarkTransaction, actor: CaseActor, query: CaseListQuery): Promise<{ total: number }> {
  return matching(tx, actor, query)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
}

/** Those waiting for first contact by how long they have waited; others by what happened last. */
async function readCases(tx: WaymarkTransaction, actor: CaseActor, query: CaseListQuery): Promise<CaseRow[]> {
  if (query.limit === 0) return [];
  const rows = await matching(tx, actor, query)
    .selectAll('progress')
    .select(['cases.reference', 'cases.person_name', 'cases.is_demonstration', 'cases.opened_by', 'cases.opened_at'])
    .orderBy(query.awaitingContact ? sql`progress.offer_accepted_at asc` : sql`progress.updated_at desc`)
    .orderBy('progress.case_id')
    .limit(query.limit)
    .offset(query.skip)
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    reference: row.reference,
    force: row.force,
    personName: row.person_name,
    isDemonstration: row.is_demonstration,
    openedBy: row.opened_by,
    openedAt: row.opened_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    progress: progressOf(row),
  }));
}

function progressOf(row: ProgressRow): CaseProgress {
  const place = { table: 'case_progress', id: row.case_id };
  return {
    status: readColumn(caseStatusColumn, { ...place, column: 'status' }, row.status),
    firstContactAt: instantOrNull(row.first_contact_at),
    nextAppointmentAt: instantOrNull(row.next_appointment_at),
    scheme: row.scheme_id,
    schemeVersion: row.scheme_version,
    offerAcceptedAt: instantOrNull(row.offer_accepted_at),
    providerOrganisationId: row.provider_organisation_id,
    providerName: row.provider_name,
    verdictChanged: row.verdict_changed,
    closedHow: readColumn(closedHowColumn, { ...place, column: 'closed_how' }, row.closed_how),
    outcomeType: row.outcome_type,
  };
}

/** Where all cases stand, for `database check`. */
export const storedProgress: StoredTable = storedTable({
  table: 'case_progress',
  key: ['force', 'case_id'],
  read: progressOf,
});
