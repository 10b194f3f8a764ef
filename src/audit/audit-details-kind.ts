import { z } from 'zod';
import { readColumn, readStored, StoredFault, storedKind, storedTable, type StoredTable } from '../stored/index.ts';
import { detailsSchemaOf } from './domain/audited-actions.ts';

/**
 * What an audit entry says beside who did what to which. In shape 1 an action said what it liked; from shape 2 on
 * `auditedActions` has a line for each.
 */
export const auditDetailsKind = storedKind({
  name: 'audit-details',
  schema: z.record(z.string(), z.json()),
  upcasters: [(value) => value],
});

interface StoredDetails {
  readonly chain: string;
  readonly sequence: number;
  readonly action: string;
  readonly shape: number;
  readonly details: unknown;
}

/** The details of an entry. Throws a StoredFault where they are not those of its action. */
export function readAuditDetails({ chain, sequence, action, shape, details }: StoredDetails): unknown {
  const place = { table: 'audit_entries', id: `${chain} ${sequence}`, shape };
  const read = readStored(auditDetailsKind, place, details);
  if (shape === 1) return read;
  const schema = detailsSchemaOf(action);
  if (schema === null) {
    const problem = 'is not one that this version knows';
    throw new StoredFault(auditDetailsKind.name, place, [{ path: 'action', problem }]);
  }
  return readColumn(schema, { ...place, column: 'details' }, read);
}

/** The audit entries, for `database check`. */
export const storedAuditEntries: StoredTable = storedTable({
  table: 'audit_entries',
  key: ['chain', 'sequence'],
  read: readAuditDetails,
});
