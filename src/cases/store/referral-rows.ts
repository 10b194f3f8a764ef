import { sql, type Selectable } from 'kysely';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import { parseCalendarDay } from '../../shared/calendar-day.ts';
import { readColumn, readStored, storedTable, type StoredTable } from '../../stored/index.ts';
import type { NumberedEvent } from '../domain/case-event.ts';
import type { Agreement, CaseStatus, ProviderSideOf } from '../domain/case-state.ts';
import type { HandOver } from '../domain/engagement/index.ts';
import { numberedEvent } from './case-log.ts';
import type { CaseTransaction, ReferralFile, ReferralQuery } from './case-store.ts';
import { instantOrNull, likePart, momentOrNull } from './columns.ts';
import { handOverKind } from './shapes/hand-over-kind.ts';
import { caseStatusColumn } from './shapes/progress-columns.ts';

type ReferralRow = Selectable<Tables['referrals']>;

/** The hand-overs to providers. What happened on their side is read from the log, through a view that shows no more. */
export function referralRows(
  tx: WaymarkTransaction,
): Pick<CaseTransaction, 'referral' | 'referrals' | 'addReferral' | 'saveReferral'> {
  return {
    referral: async (caseId) => {
      const rows = await tx
        .selectFrom('referrals')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('referred_at', 'desc')
        .orderBy('sequence', 'desc')
        .limit(1)
        .execute();
      const [referral = null] = await withEvents(tx, rows);
      return referral;
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
    saveReferral: async (referralId, { status, sequence, handOver, isOnHold }) => {
      const columns = {
        status,
        sequence,
        ...(handOver === undefined ? {} : handOverColumns(handOver)),
        ...(isOnHold === undefined ? {} : { on_hold: isOnHold }),
      };
      await tx.updateTable('referrals').set(columns).where('referral_id', '=', referralId).execute();
    },
  };
}

/** The next appointment, as the view of its part has it. */
const nextAppointmentAt = sql<Date>`(
  select next_appointment_at from provider_progress progress
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
async function readReferrals(tx: WaymarkTransaction, query: ReferralQuery): Promise<readonly ReferralFile[]> {
  if (query.limit === 0) return [];
  const rows = await matching(tx, query)
    .selectAll()
    .$if(query.dueBy !== null, (rows) => rows.orderBy(nextAppointmentAt))
    .orderBy('referred_at')
    .orderBy('referral_id')
    .limit(query.limit)
    .offset(query.skip)
    .execute();
  return withEvents(tx, rows);
}

/** The referrals of some rows, each with the events of its side: one question for all of them. */
async function withEvents(tx: WaymarkTransaction, rows: readonly ReferralRow[]): Promise<readonly ReferralFile[]> {
  if (rows.length === 0) return [];
  const events = await tx
    .selectFrom('provider_side_events')
    .selectAll()
    .where(
      'referral_id',
      'in',
      rows.map(({ referral_id }) => referral_id),
    )
    .orderBy('sequence')
    .execute();
  const byReferral = Map.groupBy(events, ({ referral_id }) => referral_id);
  return rows.map((row) => referralFile(row, (byReferral.get(row.referral_id) ?? []).map(numberedEvent)));
}

function newRow(referral: ReferralFile) {
  const { opening } = referral;
  return {
    force: referral.force,
    referral_id: referral.referralId,
    case_id: referral.caseId,
    organisation_id: referral.organisationId,
    reference: referral.reference,
    scheme_version: referral.schemeVersion,
    offer_accepted_at: new Date(referral.offerAcceptedAt),
    referred_at: new Date(opening.referral.at),
    status: referral.status,
    sequence: referral.sequence,
    referred_sequence: referral.sequence,
    agreement_signed_on: opening.agreement?.signedOn ?? null,
    contacted_before_at: momentOrNull(opening.firstContactAt),
    on_hold: referral.isOnHold,
    ...handOverColumns(referral.handOver),
    is_demonstration: referral.isDemonstration,
  };
}

function handOverColumns(handOver: HandOver | null) {
  return { hand_over: handOver && JSON.stringify(handOver), shape: handOverKind.shape };
}

function referralFile(row: ReferralRow, events: readonly NumberedEvent[]): ReferralFile {
  const [referred, ...history] = events;
  if (referred === undefined) throw new Error(`Referral ${row.referral_id} is not in the log of its case`);
  const handOver = storedHandOver(row);
  return {
    referralId: row.referral_id,
    caseId: row.case_id,
    reference: row.reference,
    force: row.force,
    organisationId: row.organisation_id,
    schemeVersion: row.scheme_version,
    offerAcceptedAt: row.offer_accepted_at.toISOString(),
    status: storedStatus(row),
    sequence: row.sequence,
    handOver,
    isOnHold: row.on_hold,
    opening: openingOf(row, { referred, handOver }),
    history,
    isDemonstration: row.is_demonstration,
  };
}

/** The side as it was handed over: the event that referred the person, and what was handed over with it. */
function openingOf(
  row: ReferralRow,
  { referred: { event }, handOver }: { readonly referred: NumberedEvent; readonly handOver: HandOver | null },
): ProviderSideOf<'referred'> {
  if (event.type !== 'person-referred') throw new Error(`Referral ${row.referral_id} does not begin with its event`);
  return {
    status: 'referred',
    agreement: agreementOf(row, handOver),
    firstContactAt: instantOrNull(row.contacted_before_at),
    referral: { ...event.data, at: event.at },
  };
}

/**
 * The agreement as far as it crossed; gone with the hand-over where the referral was rejected. Its conditions are as they
 * now are: the events that varied them, replayed on top, lead to the same words.
 */
function agreementOf({ agreement_signed_on }: ReferralRow, handOver: HandOver | null): Agreement | null {
  const signedOn = agreement_signed_on === null ? null : parseCalendarDay(agreement_signed_on);
  return signedOn === null || handOver === null ? null : { conditions: handOver.conditions, signedOn };
}

function storedHandOver({ referral_id: id, shape, hand_over }: ReferralRow): HandOver | null {
  return hand_over === null ? null : readStored(handOverKind, { table: 'referrals', id, shape }, hand_over);
}

function storedStatus({ referral_id: id, status }: ReferralRow): CaseStatus {
  return readColumn(caseStatusColumn, { table: 'referrals', id, column: 'status' }, status);
}

/** All that crossed to providers, for `database check`. */
export const storedReferrals: StoredTable = storedTable({
  table: 'referrals',
  key: ['force', 'referral_id'],
  read: (row) => [storedHandOver(row), storedStatus(row)],
});
