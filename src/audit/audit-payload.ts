import type { Selectable } from 'kysely';
import type { Tables } from '../db/index.ts';

type AuditRow = Omit<Selectable<Tables['audit_entries']>, 'previous_hash' | 'hash'>;

/** What is hashed of an entry: all of it but the two hashes, the moment as ISO text to the millisecond. */
export function auditPayload({ recorded_at, ...row }: AuditRow): Readonly<Record<string, unknown>> {
  return { ...row, recorded_at: recorded_at.toISOString() };
}
