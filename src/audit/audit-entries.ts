import { sql } from 'kysely';
import { auditPayload } from './audit-payload.ts';
import type { ChainedTable } from './chained-table.ts';

/** The audit entries themselves, as a chained table. */
export const auditEntries: ChainedTable = {
  kind: 'audit',
  page: async (tx, after, limit) => {
    const rows = await tx
      .selectFrom('audit_entries')
      .selectAll()
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(chain, sequence) > (${after?.chain}, ${after?.sequence})`),
      )
      .orderBy('chain')
      .orderBy('sequence')
      .limit(limit)
      .execute();
    return rows.map(({ previous_hash, hash, ...row }) => ({
      chain: row.chain,
      sequence: row.sequence,
      payload: auditPayload(row),
      previousHash: previous_hash,
      hash,
    }));
  },
};
