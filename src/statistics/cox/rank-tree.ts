/**
 * Sums of weights by rank, in which adding one and summing all below one take log n steps.
 *
 * Source: Fenwick (1994), A new data structure for cumulative frequency tables.
 */
export class RankTree {
  /** The weight of all ranks. */
  total = 0;
  readonly #sums: Float64Array;
  readonly #own: Float64Array;

  /** For ranks from 0 to `ranks` − 1. */
  constructor(ranks: number) {
    this.#sums = new Float64Array(ranks + 1);
    this.#own = new Float64Array(ranks);
  }

  add(rank: number, weight: number): void {
    const sums = this.#sums;
    this.total += weight;
    this.#own[rank]! += weight;
    for (let at = rank + 1; at < sums.length; at += at & -at) sums[at]! += weight;
  }

  /** The weight of all ranks below this one. */
  below(rank: number): number {
    const sums = this.#sums;
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += sums[at]!;
    return sum;
  }

  /** The weight of this rank. */
  at(rank: number): number {
    return this.#own[rank]!;
  }

  clear(): void {
    this.total = 0;
    this.#sums.fill(0);
    this.#own.fill(0);
  }
}
