import { asSystem, type WaymarkDatabase, type WaymarkTransaction } from '../db/index.ts';
import type { ChainedTable } from './chained-table.ts';
import {
  finishWalk,
  startWalk,
  step,
  type Break,
  type ChainedEntry,
  type ChainHead,
  type Walk,
} from './domain/chain.ts';
import { inPages } from './in-pages.ts';
import { mergeHeads } from './merge-heads.ts';

export interface Verification {
  readonly chains: number;
  readonly entries: number;
  /** The first break of each chain that has one. */
  readonly breaks: readonly (Break & { readonly kind: string })[];
}

const PAGE = 1_000;

/**
 * Walks every chain of the given tables from its first entry to its head and reports the first break of each.
 * One moment's view of the database, read a thousand rows at a time: it may run while the program is in use, and its
 * memory does not grow with the record.
 */
export async function verifyChains(db: WaymarkDatabase, tables: readonly ChainedTable[]): Promise<Verification> {
  return asSystem(db, 'verify-audit', async (tx) => {
    const total = { chains: 0, entries: 0, breaks: [] as (Break & { kind: string })[] };
    for (const table of tables) {
      const walks = walkChains(tx, table);
      for await (const { walk, head } of mergeHeads(walks, readHeads(tx, table.kind))) {
        const firstBreak = finishWalk(walk, head);
        total.chains += 1;
        total.entries += walk.entries;
        if (firstBreak) total.breaks.push({ kind: table.kind, ...firstBreak });
      }
    }
    return total;
  });
}

/** Each chain that has entries, walked to its end, in the order of their names. */
async function* walkChains(tx: WaymarkTransaction, table: ChainedTable): AsyncGenerator<Walk> {
  let walk: Walk | null = null;
  for await (const entry of inPages<ChainedEntry>(PAGE, (after) => table.page(tx, after, PAGE))) {
    if (walk && walk.chain !== entry.chain) {
      yield walk;
      walk = null;
    }
    walk = step(walk ?? startWalk(entry.chain), entry);
  }
  if (walk) yield walk;
}

/** The heads of one kind of chain, in the order of their names. */
function readHeads(tx: WaymarkTransaction, kind: string): AsyncGenerator<ChainHead> {
  return inPages<ChainHead>(PAGE, (after) =>
    tx
      .selectFrom('chain_heads')
      .select(['chain', 'sequence', 'hash'])
      .where('kind', '=', kind)
      .where('sequence', '>', 0)
      .$if(after !== null, (query) => query.where('chain', '>', after?.chain ?? ''))
      .orderBy('chain')
      .limit(PAGE)
      .execute(),
  );
}
