import { sql } from 'kysely';
import { chainedTable, type ChainedTable } from './chained-table.ts';
import type { RowDifference } from './domain/chain.ts';

/**
 * What triggers recorded of each change of a row: cases with their people, where they stand, referrals, proposals, what
 * providers wrote down, offer and publish, places, organisations, accounts, memberships, rights, triages, evaluations and
 * what of them was released to whom. Each row is compared with its last entry by the database, so that nothing of it leaves
 * the database, a provider's words least of all.
 */
export const rowEntries: ChainedTable = chainedTable({
  kind: 'row',
  rows: (tx) => tx.selectFrom('row_entries').selectAll().orderBy('chain').orderBy('sequence'),
  entry: ({ previous_hash, hash, ...row }) => ({
    chain: row.chain,
    sequence: row.sequence,
    payload: { ...row, recorded_at: row.recorded_at.toISOString() },
    previousHash: previous_hash,
    hash,
  }),
  beside: async (tx) => {
    // Every row of every table is read in one statement: that may take longer than what a page waits for.
    await sql`select set_config('statement_timeout', '0', true)`.execute(tx);
    const { rows } = await sql<{ chain: string; sequence: number; difference: RowDifference }>`
      select chain, sequence, difference from rows_not_as_recorded() order by chain collate "C", sequence, difference`.execute(
      tx,
    );
    return rows;
  },
});
