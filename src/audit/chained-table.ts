import { sql, type Compilable } from 'kysely';
import type { WaymarkTransaction } from '../db/index.ts';
import type { Break, ChainedEntry } from './domain/chain.ts';
import { byCursor } from './by-cursor.ts';

/** A table whose rows are chained, as `audit verify` walks it. */
export interface ChainedTable {
  /** Its kind in `chain_heads`, as its `extend_chain` trigger names it. */
  readonly kind: string;
  /** All entries, ordered by chain and sequence. */
  readonly entries: (tx: WaymarkTransaction) => AsyncGenerator<readonly ChainedEntry[]>;
  /** What stands otherwise than the chains say, where they tell of something that stands beside them. */
  readonly beside?: (tx: WaymarkTransaction) => Promise<readonly Break[]>;
}

interface Chained<Row> {
  readonly kind: string;
  /**
   * Every row, ordered by chain (as bytes: a column `text collate "C"`, or uuid) and sequence, without parameters.
   * Runs for the program's purpose `verify-audit`, which needs a policy that lets `waymark_system` read every row.
   */
  readonly rows: (tx: WaymarkTransaction) => Compilable<Row>;
  readonly entry: (row: Row) => ChainedEntry;
  readonly beside?: (tx: WaymarkTransaction) => Promise<readonly Break[]>;
}

/** A chained table, of the query that reads it and what of each row is hashed. */
export function chainedTable<Row>({ kind, rows, entry, beside }: Chained<Row>): ChainedTable {
  return {
    kind,
    ...(beside ? { beside } : {}),
    entries: async function* entries(tx) {
      for await (const page of byCursor<Row>(tx, `walk_${kind}`, sql`${rows(tx)}`)) yield page.map(entry);
    },
  };
}
