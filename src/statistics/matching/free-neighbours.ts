/**
 * Places 0 .. n - 1 of which some are used up, and for each the next one up or down that is not. Union-find with halved
 * paths (R. Tarjan and J. van Leeuwen, JACM 31, 1984), so that a search costs next to nothing however many are used.
 */
export class FreeNeighbours {
  /** Each place, moved up by one, points at itself while free and at somewhere below once used; 0 is always "none". */
  readonly #below: Int32Array;
  readonly #above: Int32Array;

  constructor(places: number) {
    this.#below = Int32Array.from({ length: places + 1 }, (_, at) => at);
    this.#above = Int32Array.from({ length: places + 1 }, (_, at) => at);
  }

  /** Uses a place up. */
  use(place: number): void {
    this.#below[place + 1] = place;
    this.#above[place] = place + 1;
  }

  /** The nearest free place at or below one, or -1. */
  atOrBelow(place: number): number {
    return find(this.#below, place + 1) - 1;
  }

  /** The nearest free place at or above one, or the number of places. */
  atOrAbove(place: number): number {
    const { length } = this.#above;
    return place >= length ? length - 1 : find(this.#above, place);
  }
}

function find(next: Int32Array, from: number): number {
  let at = from;
  while (next[at] !== at) {
    next[at] = next[next[at]!]!;
    at = next[at]!;
  }
  return at;
}
