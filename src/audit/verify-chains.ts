import { sql } from 'kysely';
import { asSystem, type WaymarkDatabase, type WaymarkTransaction } from '../db/index.ts';
import { byCursor } from './by-cursor.ts';
import type { ChainedTable } from './chained-table.ts';
import { finishWalk, startWalk, step, type Break, type ChainHead, type Walk } from './domain/chain.ts';
import { HeadsDigest, type KeptHeads } from './domain/kept-heads.ts';
import { mergeHeads } from './merge-heads.ts';

export interface Verification {
  readonly chains: number;
  readonly entries: number;
  /** The first break of each chain that has one, then what differs from kept heads. */
  readonly breaks: readonly (Break & { readonly kind: string })[];
  /** One digest of the last entry of every chain, to be kept elsewhere. */
  readonly digest: string;
}

export interface VerifyOptions {
  /** What was kept of an earlier verification. */
  readonly against?: KeptHeads;
  /** Given each line of what is to be kept of this one. */
  readonly keep?: (line: string) => void;
}

/**
 * Walks every chain of the given tables from its first entry to its head and reports the first break of each.
 * One moment's view of the database, read by one cursor a table: it may run while the program is in use, and its memory
 * does not grow with the record.
 */
export async function verifyChains(
  db: WaymarkDatabase,
  tables: readonly ChainedTable[],
  { against, keep }: VerifyOptions = {},
): Promise<Verification> {
  return asSystem(db, 'verify-audit', async (tx) => {
    const total = { chains: 0, entries: 0, breaks: [] as (Break & { kind: string })[] };
    const digest = new HeadsDigest();
    for (const table of tables) {
      const { kind } = table;
      for await (const { walk, head } of mergeHeads(walkChains(tx, table, against), readHeads(tx, kind))) {
        const firstBreak = finishWalk(walk, head);
        total.chains += 1;
        total.entries += walk.entries;
        if (firstBreak) total.breaks.push({ kind, ...firstBreak });
        const line = digest.add({ kind, chain: walk.chain, sequence: walk.sequence, hash: walk.hash });
        keep?.(line);
      }
      for (const found of (await table.beside?.(tx)) ?? []) total.breaks.push({ kind, ...found });
    }
    return { ...total, breaks: [...total.breaks, ...(against?.breaks() ?? [])], digest: digest.end() };
  });
}

/** Each chain that has entries, walked to its end, in the order of their names. */
async function* walkChains(tx: WaymarkTransaction, table: ChainedTable, against?: KeptHeads): AsyncGenerator<Walk> {
  let walk: Walk | null = null;
  for await (const page of table.entries(tx)) {
    for (const entry of page) {
      if (walk && walk.chain !== entry.chain) {
        yield walk;
        walk = null;
      }
      walk = step(walk ?? startWalk(entry.chain), entry);
      against?.pass(table.kind, entry);
    }
  }
  if (walk) yield walk;
}

/** The heads of one kind of chain, in the order of their names. */
async function* readHeads(tx: WaymarkTransaction, kind: string): AsyncGenerator<ChainHead> {
  const heads = sql`select chain, sequence, hash from chain_heads
    where kind = ${sql.lit(kind)} and sequence > 0 order by chain`;
  for await (const page of byCursor<ChainHead>(tx, `heads_${kind}`, heads)) yield* page;
}
