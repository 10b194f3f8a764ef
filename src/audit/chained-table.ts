import type { WaymarkTransaction } from '../db/index.ts';
import type { ChainedEntry } from './domain/chain.ts';

/** A table whose rows are chained, as `audit verify` walks it. */
export interface ChainedTable {
  /** Its kind in `chain_heads`, as its `extend_chain` trigger names it. */
  readonly kind: string;
  /**
   * The rows after one place (from the beginning where null), at most `limit`, ordered by chain (as bytes: a column
   * `text collate "C"`, or uuid) and sequence.
   * Runs for the program's purpose `verify-audit`, which needs a policy that lets `waymark_system` read every row.
   */
  readonly page: (tx: WaymarkTransaction, after: ChainPlace | null, limit: number) => Promise<ChainedEntry[]>;
}

export interface ChainPlace {
  readonly chain: string;
  readonly sequence: number;
}
