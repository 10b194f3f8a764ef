import { startWalk, type ChainHead, type Walk } from './domain/chain.ts';

/**
 * Puts each walked chain beside its head. Both come in the order of the chains' names; a head whose chain has lost all
 * its entries comes with a walk that never began, a chain without a head with null.
 */
export async function* mergeHeads(
  walks: AsyncIterable<Walk>,
  heads: AsyncGenerator<ChainHead>,
): AsyncGenerator<{ walk: Walk; head: ChainHead | null }> {
  let next = await heads.next();
  for await (const walk of walks) {
    while (!next.done && next.value.chain < walk.chain) {
      yield { walk: startWalk(next.value.chain), head: next.value };
      next = await heads.next();
    }
    const head = !next.done && next.value.chain === walk.chain ? next.value : null;
    if (head) next = await heads.next();
    yield { walk, head };
  }
  while (!next.done) {
    yield { walk: startWalk(next.value.chain), head: next.value };
    next = await heads.next();
  }
}
