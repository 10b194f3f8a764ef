import { auditPayload } from './audit-payload.ts';
import { chainedTable, type ChainedTable } from './chained-table.ts';

/** The audit entries themselves, as a chained table. */
export const auditEntries: ChainedTable = chainedTable({
  kind: 'audit',
  rows: (tx) => tx.selectFrom('audit_entries').selectAll().orderBy('chain').orderBy('sequence'),
  entry: ({ previous_hash, hash, ...row }) => ({
    chain: row.chain,
    sequence: row.sequence,
    payload: auditPayload(row),
    previousHash: previous_hash,
    hash,
  }),
});
