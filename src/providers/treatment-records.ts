import { z } from 'zod';
import type { ActingAccount, WaymarkTransaction } from '../db/index.ts';
import { readColumn, storedColumns, type StoredTable } from '../stored/index.ts';

import { ownReasonSchema, type OwnReason } from './domain/index.ts';

const contactMethod = z.enum(['telephone', 'text', 'email', 'letter', 'visit', 'in-person']);

/** How a provider was in touch with the person. */
export type ContactMethod = z.infer<typeof contactMethod>;

/**
 * What a provider keeps for itself about one event of a case: how, where, and what was said. Treatment data, under the
 * provider's own regime: no policy of the database lets the police read it.
 */
export interface TreatmentRecord {
  readonly recordId: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly how: ContactMethod | null;
  readonly place: string | null;
  readonly words: string | null;
  /** Why a referral was rejected or an activity not completed: more than the event in the police's log says. */
  readonly reason: OwnReason | null;
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** Adds a record of the actor's own organisation. Records are never changed: a correction is a new one. */
export async function addTreatmentRecord(
  tx: WaymarkTransaction,
  actor: ActingAccount,
  {
    record,
    force,
    referralId,
  }: { readonly record: TreatmentRecord; readonly force: string; readonly referralId: string },
): Promise<void> {
  await tx
    .insertInto('treatment_records')
    .values({
      force,
      record_id: record.recordId,
      organisation_id: actor.organisationId,
      case_id: record.caseId,
      referral_id: referralId,
      sequence: record.sequence,
      how: record.how,
      place: record.place,
      words: record.words,
      reason: record.reason,
      recorded_at: new Date(record.recordedAt),
      account_id: actor.accountId,
      recorded_by: record.recordedBy,
    })
    .execute();
}

/** The records of one case that the actor's organisation keeps, in the order of the events. */
export async function treatmentRecordsOf(tx: WaymarkTransaction, caseId: string): Promise<readonly TreatmentRecord[]> {
  const rows = await tx
    .selectFrom('treatment_records')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .orderBy('recorded_at')
    .execute();
  return rows.map((row) => ({
    recordId: row.record_id,
    caseId: row.case_id,
    sequence: row.sequence,
    how: storedMethod(row),
    place: row.place,
    words: row.words,
    reason: storedReason(row),
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
  }));
}

function storedMethod({ record_id: id, how }: { readonly record_id: string; readonly how: string | null }) {
  return readColumn(contactMethod.nullable(), { table: 'treatment_records', id, column: 'how' }, how);
}

function storedReason({ record_id: id, reason }: { readonly record_id: string; readonly reason: string | null }) {
  return readColumn(ownReasonSchema.nullable(), { table: 'treatment_records', id, column: 'reason' }, reason);
}

/** How providers were in touch and the codes of their reasons, for `database check`: it may see nothing else of what they keep for themselves. */
export const storedTreatmentRecords: StoredTable = storedColumns({
  table: 'treatment_records',
  key: ['force', 'record_id'],
  columns: ['how', 'reason'],
  read: (row) => [storedMethod(row), storedReason(row)],
});
