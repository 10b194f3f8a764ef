import { HeadsDigest } from '../audit/index.ts';
import type { OwnerConnection } from '../db/index.ts';

/** The kinds of chains, in the order in which `waymark audit verify` walks them. */
const KINDS = ['audit', 'case', 'row'];

interface Head {
  readonly kind: string;
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** How many chains there are, and the digest that `waymark audit verify` prints where they are whole. Within a transaction. */
export async function digestOfHeads(
  owner: OwnerConnection,
): Promise<{ readonly chains: number; readonly digest: string }> {
  const digest = new HeadsDigest();
  let chains = 0;
  await owner.query(`declare heads no scroll cursor for select kind, chain, sequence::int as sequence, hash from chain_heads
           where sequence > 0 order by array_position('{${KINDS.join(',')}}'::text[], kind), chain`);
  for (;;) {
    const { rows } = await owner.query<Head>('fetch 5000 from heads');
    for (const { kind, chain, sequence, hash } of rows) digest.add({ kind, chain, sequence, hash });
    chains += rows.length;
    if (rows.length === 0) break;
  }
  await owner.query('close heads');
  return { chains, digest: digest.end() };
}
