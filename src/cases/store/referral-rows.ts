import { sql, type Selectable } from 'kysely';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import { readStored, storedTable, type StoredTable } from '../../stored/index.ts';
import type { NumberedEvent } from '../domain/case-event.ts';
import type { CaseStatus, ProviderSideOf } from '../domain/case-state.ts';
import type { HandOver } from '../domain/hand-over.ts';
import type { CaseTransaction, ReferralFile, ReferralQuery } from './case-store.ts';
import { likePart } from './columns.ts';
import { handOverKind } from './shapes/hand-over-kind.ts';

/** The hand-overs to providers, and what has happened on their side. */
export function referralRows(
  tx: WaymarkTransaction,
): Pick<CaseTransaction, 'referral' | 'referrals' | 'addReferral' | 'saveReferral'> {
  return {
    referral: async (caseId) => {
      const row = await tx
        .selectFrom('referrals')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('referred_at', 'desc')
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? referralFile(row) : null;
    },
    referrals: async (query) => {
      const { total } = await matching(tx, query)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return { total, rows: await readReferrals(tx, query) };
    },
    addReferral: async (referral) => {
      await tx.insertInto('referrals').values(newRow(referral)).execute();
    },
    saveReferral: async (referralId, { status, sequence, history, handOver }) => {
      const columns = {
        status,
        sequence,
        history: JSON.stringify(history),
        hand_over: handOver && JSON.stringify(handOver),
      };
      await tx.updateTable('referrals').set(columns).where('referral_id', '=', referralId).execute();
    },
  };
}

/** The next appointment as the case's progress has it, which both sides may read. */
const nextAppointmentAt = sql<Date>`(
  select next_appointment_at from case_progress progress
  where progress.force = referrals.force and progress.case_id = referrals.case_id
)`;

function matching(tx: WaymarkTransaction, { statuses, search, dueBy }: ReferralQuery) {
  return tx
    .selectFrom('referrals')
    .where('status', 'in', [...statuses])
    .$if(dueBy !== null, (rows) =>
      rows.where(sql<boolean>`(${nextAppointmentAt} at time zone 'Europe/London')::date <= ${dueBy}::date`),
    )
    .$if(search !== null, (rows) =>
      rows.where((where) =>
        where.or([
          where(sql<string>`hand_over ->> 'name'`, 'ilike', likePart(search ?? '')),
          where('reference', 'ilike', likePart(search ?? '')),
        ]),
      ),
    );
}

/** Those who have waited longest first; of appointments due the earliest. */
async function readReferrals(tx: WaymarkTransaction, query: ReferralQuery): Promise<ReferralFile[]> {
  if (query.limit === 0) return [];
  const rows = await matching(tx, query)
    .selectAll()
    .$if(query.dueBy !== null, (rows) => rows.orderBy(nextAppointmentAt))
    .orderBy('referred_at')
    .orderBy('referral_id')
    .limit(query.limit)
    .offset(query.skip)
    .execute();
  return rows.map(referralFile);
}

function newRow(referral: ReferralFile) {
  return {
    force: referral.force,
    referral_id: referral.referralId,
    case_id: referral.caseId,
    organisation_id: referral.organisationId,
    reference: referral.reference,
    scheme_version: referral.schemeVersion,
    offer_accepted_at: new Date(referral.offerAcceptedAt),
    referred_at: new Date(referral.opening.referral.at),
    status: referral.status,
    sequence: referral.sequence,
    hand_over: referral.handOver && JSON.stringify(referral.handOver),
    opening: JSON.stringify(referral.opening),
    history: JSON.stringify(referral.history),
    shape: handOverKind.shape,
    is_demonstration: referral.isDemonstration,
  };
}

function referralFile(row: Selectable<Tables['referrals']>): ReferralFile {
  return {
    referralId: row.referral_id,
    caseId: row.case_id,
    reference: row.reference,
    force: row.force,
    organisationId: row.organisation_id,
    schemeVersion: row.scheme_version,
    offerAcceptedAt: row.offer_accepted_at.toISOString(),
    status: row.status as CaseStatus,
    sequence: row.sequence,
    handOver: storedHandOver(row),
    opening: row.opening as ProviderSideOf<'referred'>,
    history: row.history as readonly NumberedEvent[],
    isDemonstration: row.is_demonstration,
  };
}

function storedHandOver({ referral_id: id, shape, hand_over }: Selectable<Tables['referrals']>): HandOver | null {
  return hand_over === null ? null : readStored(handOverKind, { table: 'referrals', id, shape }, hand_over);
}

/** All that crossed to providers, for `database check`. */
export const storedReferrals: StoredTable = storedTable({
  table: 'referrals',
  key: ['force', 'referral_id'],
  read: storedHandOver,
});
