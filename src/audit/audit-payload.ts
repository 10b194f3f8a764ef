import type { Selectable } from 'kysely';
import type { Tables } from '../db/index.ts';
import { shapeToHash } from './domain/shape-to-hash.ts';

type AuditRow = Omit<Selectable<Tables['audit_entries']>, 'previous_hash' | 'hash'>;

/**
 * What is hashed of an entry: all of it but the two hashes, the moment as ISO text to the millisecond. Entries from
 * before there were shapes are in shape 1 and hash without it, as they did then (ADR 0023).
 */
export function auditPayload({ recorded_at, shape, ...row }: AuditRow): Readonly<Record<string, unknown>> {
  return { ...row, recorded_at: recorded_at.toISOString(), ...shapeToHash(shape) };
}
