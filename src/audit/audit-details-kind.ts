import { z } from 'zod';
import { readStored, storedKind, storedTable, type StoredTable } from '../stored/index.ts';

/** What an audit entry says beside who did what to which: each action has its own members. */
export const auditDetailsKind = storedKind({
  name: 'audit-details',
  schema: z.record(z.string(), z.json()),
  upcasters: [],
});

/** The audit entries, for `database check`. */
export const storedAuditEntries: StoredTable = storedTable({
  table: 'audit_entries',
  key: ['chain', 'sequence'],
  read: ({ chain, sequence, shape, details }) =>
    readStored(auditDetailsKind, { table: 'audit_entries', id: `${chain} ${sequence}`, shape }, details),
});
