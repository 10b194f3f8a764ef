import { sql, type Selectable } from 'kysely';
import type { CaseActor } from '../../access/index.ts';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import { readColumn, storedTable, type StoredTable } from '../../stored/index.ts';
import { cappedCount, COUNTED_UP_TO, type CappedCount } from '../domain/capped-count.ts';
import type { CaseStatus } from '../domain/case-state.ts';
import type { CaseProgress, EngagementProgress } from '../domain/case-progress.ts';
import { instantOrNull, momentOrNull } from './columns.ts';
import type { CaseListQuery, CaseRow, CaseTransaction } from './case-store.ts';
import { caseStatusColumn, caseStatuses, closedHowColumn } from './shapes/progress-columns.ts';
import { caseHasWords, countedBy, found, LOOKED_THROUGH, type Found } from './words-sought.ts';

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
      const { force, accountId } = actor;
      if (force === null) return { ...cappedCount(0), rows: [] };
      const reading = { force, accountId, query, sought: await found(tx, 'cases', query.search) };
      const { counted, rows } = await readCases(tx, reading);
      // What was searched for is counted by the way, but on a page beyond the last.
      return { ...(counted ?? (await countCases(tx, reading))), rows };
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

/** One read of a list: who reads what, with what a search came to. */
interface Reading {
  readonly force: string;
  readonly accountId: string;
  readonly query: CaseListQuery;
  readonly sought: Found;
}

/**
 * The cases of a list that have one of these statuses, or any. The force stands here beside the policies: those of two sides are
 * joined by `or`, which no index answers.
 */
function matching(
  tx: WaymarkTransaction,
  { force, accountId, query, sought }: Reading,
  statuses: readonly CaseStatus[] | null,
) {
  return tx
    .selectFrom('case_progress as progress')
    .where('progress.force', '=', force)
    .$if(statuses !== null, (rows) => rows.where('progress.status', 'in', [...(statuses ?? [])]))
    .$if(query.own, (rows) =>
      rows.where('progress.case_id', 'in', (select) =>
        select
          .selectFrom('cases as own')
          .select('own.case_id')
          .where('own.force', '=', force)
          .where('own.opened_by', '=', accountId),
      ),
    )
    .$if(query.awaitingContact, (rows) =>
      rows.where('progress.offer_accepted_at', 'is not', null).where('progress.first_contact_at', 'is', null),
    )
    .$if(query.awaitingApproval, (rows) =>
      rows.where('progress.case_id', 'in', (select) =>
        select
          .selectFrom('condition_proposals as proposal')
          .select('proposal.case_id')
          .where('proposal.force', '=', force)
          .where('proposal.settled_at', 'is', null),
      ),
    )
    .$if(sought.by === 'ids', (rows) =>
      rows.where(sql<boolean>`progress.case_id = any (${sought.by === 'ids' ? [...sought.ids] : []}::uuid[])`),
    );
}

/** Counted no further than one more than is said. */
async function countCases(tx: WaymarkTransaction, reading: Reading): Promise<CappedCount> {
  const upTo = COUNTED_UP_TO + 1;
  const { counted } = await tx
    .selectFrom(
      tx
        .selectFrom(listed(tx, reading, upTo).as('every'))
        .select('every.case_id')
        .limit(upTo)
        .as('listed'),
    )
    .select((select) => select.fn.countAll<number>().as('counted'))
    .executeTakeFirstOrThrow();
  return cappedCount(counted);
}

/** Those waiting for first contact by how long they have waited; others by what happened last. */
async function readCases(
  tx: WaymarkTransaction,
  reading: Reading,
): Promise<{ readonly counted: CappedCount | null; readonly rows: CaseRow[] }> {
  const { query, force, sought } = reading;
  if (query.limit === 0) return { counted: null, rows: [] };
  const rows = await tx
    .selectFrom(pageOf(tx, reading).as('progress'))
    .innerJoin('cases', (join) => join.onRef('cases.case_id', '=', 'progress.case_id').on('cases.force', '=', force))
    .selectAll('progress')
    .select(['cases.reference', 'cases.person_name', 'cases.is_demonstration', 'cases.opened_by', 'cases.opened_at'])
    .orderBy(inOrderOf(query, 'progress'))
    .orderBy('progress.case_id')
    .execute();
  return {
    counted: countedBy(sought, rows[0]),
    rows: rows.map((row) => ({
      caseId: row.case_id,
      reference: row.reference,
      force: row.force,
      personName: row.person_name,
      isDemonstration: row.is_demonstration,
      openedBy: row.opened_by,
      openedAt: row.opened_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
      progress: progressOf(row),
    })),
  };
}

/** One page of a list; of what was searched for, with how many there are. */
function pageOf(tx: WaymarkTransaction, reading: Reading) {
  const { query } = reading;
  return tx
    .selectFrom(foundIn(tx, reading).as('progress'))
    .selectAll('progress')
    .orderBy(inOrderOf(query, 'progress'))
    .orderBy('progress.case_id')
    .limit(query.limit)
    .offset(query.skip);
}

/** The first of a list; of what was searched for, all. */
function foundIn(tx: WaymarkTransaction, reading: Reading) {
  const { query, sought, force } = reading;
  const all = sql<number | null>`count(*) over ()`;
  const notCounted = sql<number | null>`null::int`;
  if (sought.by !== 'patterns') {
    return tx
      .selectFrom(listed(tx, reading, query.skip + query.limit).as('progress'))
      .selectAll('progress')
      .select([(sought.by === 'ids' ? all : notCounted).as('counted'), notCounted.as('of_all')]);
  }
  const first = tx
    .selectFrom(listed(tx, reading, LOOKED_THROUGH).as('progress'))
    .selectAll('progress')
    .orderBy(inOrderOf(query, 'progress'))
    .orderBy('progress.case_id')
    .limit(LOOKED_THROUGH);
  const lookedThrough = tx
    .selectFrom(first.as('progress'))
    .selectAll('progress')
    .select([caseHasWords(force, sought.patterns).as('has_words'), all.as('of_all')]);
  return tx
    .selectFrom(lookedThrough.as('progress'))
    .selectAll('progress')
    .select(all.as('counted'))
    .where('progress.has_words', '=', true);
}

function inOrderOf({ awaitingContact }: CaseListQuery, of: string) {
  return awaitingContact ? sql`${sql.ref(`${of}.offer_accepted_at`)} asc` : sql`${sql.ref(`${of}.updated_at`)} desc`;
}

/**
 * The first of a list. As a branch for each status, each in the order of its index: no more is read than these, however
 * many cases there are. What is narrowed by more than where cases stand is few, and read whole.
 */
function listed(tx: WaymarkTransaction, reading: Reading, upTo: number) {
  const { query, sought } = reading;
  if (query.own || query.awaitingApproval || sought.by === 'ids') {
    return tx.selectFrom(matching(tx, reading, query.statuses).selectAll('progress').as('branch')).selectAll('branch');
  }
  const branch = (these: readonly CaseStatus[] | null) =>
    tx
      .selectFrom(
        matching(tx, reading, these)
          .selectAll('progress')
          .orderBy(inOrderOf(query, 'progress'))
          .orderBy('progress.case_id')
          .limit(upTo)
          .as('branch'),
      )
      .selectAll('branch');
  if (!query.awaitingContact && caseStatuses.every((status) => query.statuses.includes(status))) return branch(null);
  const [first = [], ...others] = query.statuses.map((status) => [status]);
  return others.reduce((all, these) => all.unionAll(branch(these)), branch(first));
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
