import { sql, type Selectable } from 'kysely';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import { parseCalendarDay } from '../../shared/calendar-day.ts';
import { readColumn, readStored, storedTable, type StoredTable } from '../../stored/index.ts';
import type { CaseActor } from '../../access/index.ts';
import { cappedCount, COUNTED_UP_TO, type CappedCount } from '../domain/capped-count.ts';
import type { NumberedEvent } from '../domain/case-event.ts';
import type { Agreement, CaseStatus, ProviderSideOf } from '../domain/case-state.ts';
import type { HandOver } from '../domain/engagement/index.ts';
import { numberedEvent } from './case-log.ts';
import type { CaseTransaction, ReferralFile, ReferralQuery } from './case-store.ts';
import { instantOrNull, momentOrNull } from './columns.ts';
import { handOverKind } from './shapes/hand-over-kind.ts';
import { caseStatusColumn } from './shapes/progress-columns.ts';
import { countedBy, found, LOOKED_THROUGH, referralHasWords, type Found } from './words-sought.ts';

type ReferralRow = Selectable<Tables['referrals']>;

/** The hand-overs to providers. What happened on their side is read from the log, through a view that shows no more. */
export function referralRows(
  tx: WaymarkTransaction,
  actor: Pick<CaseActor, 'organisationId'>,
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
      const sought = await found(tx, 'referrals', query.search);
      const reading = { organisationId: actor.organisationId, query, sought };
      const { counted, rows } = await readReferrals(tx, reading);
      return { ...(counted ?? (await countReferrals(tx, reading))), rows };
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

/** One read of a list: of which organisation, with what a search came to. */
interface Reading {
  readonly organisationId: string;
  readonly query: ReferralQuery;
  readonly sought: Found;
}

/**
 * The referrals of a list that have one of these statuses. The organisation stands here beside the policies: those of two
 * sides are joined by `or`, which no index answers.
 */
function matching(tx: WaymarkTransaction, { organisationId, sought }: Reading, statuses: readonly CaseStatus[]) {
  return tx
    .selectFrom('referrals')
    .where('referrals.organisation_id', '=', organisationId)
    .where('referrals.status', 'in', [...statuses])
    .$if(sought.by === 'ids', (rows) =>
      rows.where(sql<boolean>`referrals.referral_id = any (${sought.by === 'ids' ? [...sought.ids] : []}::uuid[])`),
    );
}

/**
 * The appointments of this day in London or before it, the earliest first, as the view of a provider's part has them: each
 * of a case that is under way with it, and so of one referral.
 */
function appointmentsDue(tx: WaymarkTransaction, { organisationId, query }: Reading, upTo: number | null) {
  return tx
    .selectFrom('provider_progress as progress')
    .select(['progress.force', 'progress.case_id', 'progress.next_appointment_at'])
    .where('progress.provider_organisation_id', '=', organisationId)
    .where('progress.status', '=', 'engaging')
    .where(
      'progress.next_appointment_at',
      '<',
      sql<Date>`(${query.dueBy}::date + 1)::timestamp at time zone 'Europe/London'`,
    )
    .$if(upTo !== null, (first) =>
      first
        .orderBy('progress.next_appointment_at')
        .orderBy('progress.case_id')
        .limit(upTo ?? 0),
    );
}

/** Counted no further than one more than is said. */
async function countReferrals(tx: WaymarkTransaction, reading: Reading): Promise<CappedCount> {
  const upTo = COUNTED_UP_TO + 1;
  const isOfAllDue = reading.query.dueBy !== null && reading.sought.by === 'nothing-asked';
  const counting = isOfAllDue
    ? tx.selectFrom(appointmentsDue(tx, reading, null).as('every'))
    : tx.selectFrom(listed(tx, reading, upTo).as('every'));
  const { counted } = await tx
    .selectFrom(counting.select('every.case_id').limit(upTo).as('listed'))
    .select((select) => select.fn.countAll<number>().as('counted'))
    .executeTakeFirstOrThrow();
  return cappedCount(counted);
}

/** Those who have waited longest first; of appointments due the earliest. */
async function readReferrals(
  tx: WaymarkTransaction,
  reading: Reading,
): Promise<{ readonly counted: CappedCount | null; readonly rows: readonly ReferralFile[] }> {
  const { sought, query } = reading;
  const { limit, skip } = query;
  if (limit === 0) return { counted: null, rows: [] };
  const rows = await tx
    .selectFrom(foundIn(tx, reading).as('referrals'))
    .selectAll('referrals')
    .orderBy(firstBy(query, 'referrals'))
    .orderBy(thenBy(query, 'referrals'))
    .limit(limit)
    .offset(skip)
    .execute();
  return { counted: countedBy(sought, rows[0]), rows: await withEvents(tx, rows) };
}

/** The first of a list; of what was searched for, all. */
function foundIn(tx: WaymarkTransaction, reading: Reading) {
  const { query, sought, organisationId } = reading;
  const all = sql<number | null>`count(*) over ()`;
  const notCounted = sql<number | null>`null::int`;
  if (sought.by !== 'patterns') {
    return tx
      .selectFrom(listed(tx, reading, query.skip + query.limit).as('referrals'))
      .selectAll('referrals')
      .select([(sought.by === 'ids' ? all : notCounted).as('counted'), notCounted.as('of_all')]);
  }
  const first = tx
    .selectFrom(listed(tx, reading, LOOKED_THROUGH).as('referrals'))
    .selectAll('referrals')
    .orderBy(firstBy(query, 'referrals'))
    .orderBy(thenBy(query, 'referrals'))
    .limit(LOOKED_THROUGH);
  const lookedThrough = tx
    .selectFrom(first.as('referrals'))
    .selectAll('referrals')
    .select([referralHasWords(organisationId, sought.patterns).as('has_words'), all.as('of_all')]);
  return tx
    .selectFrom(lookedThrough.as('referrals'))
    .selectAll('referrals')
    .select(all.as('counted'))
    .where('referrals.has_words', '=', true);
}

function thenBy({ dueBy }: ReferralQuery, of: string) {
  return sql.ref(`${of}.${dueBy === null ? 'referral_id' : 'case_id'}`);
}

function firstBy({ dueBy }: ReferralQuery, of: string) {
  return sql.ref(`${of}.${dueBy === null ? 'referred_at' : 'due_at'}`);
}

/**
 * The first of a list, as a branch for each status, each in the order of its index: no more is read than these. What is
 * searched for is found by its words.
 */
function listed(tx: WaymarkTransaction, reading: Reading, upTo: number) {
  const { sought, query } = reading;
  if (query.dueBy !== null) {
    const first = appointmentsDue(tx, reading, sought.by === 'ids' ? null : upTo);
    const due = matching(tx, reading, query.statuses)
      .innerJoin(first.as('progress'), (join) =>
        join.onRef('progress.force', '=', 'referrals.force').onRef('progress.case_id', '=', 'referrals.case_id'),
      )
      .selectAll('referrals')
      .select('progress.next_appointment_at as due_at');
    return tx.selectFrom(due.as('branch')).selectAll('branch');
  }
  const branch = (these: readonly CaseStatus[]) => {
    const rows = matching(tx, reading, these)
      .selectAll('referrals')
      .select(sql<Date | null>`null::timestamptz`.as('due_at'))
      .$if(sought.by !== 'ids', (all) => all.orderBy('referred_at').orderBy('referral_id').limit(upTo));
    return tx.selectFrom(rows.as('branch')).selectAll('branch');
  };
  if (sought.by === 'ids') return branch(query.statuses);
  const [first = [], ...others] = query.statuses.map((status) => [status]);
  return others.reduce((all, these) => all.unionAll(branch(these)), branch(first));
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
    booked: null,
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
