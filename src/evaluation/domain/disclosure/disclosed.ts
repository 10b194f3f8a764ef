declare const disclosed: unique symbol;

/** A number that a board may see. Only a `Disclosure` makes one, so that no other number gets into what a board reads. */
export type Disclosed = number & { readonly [disclosed]: true };

/** Which counts are hidden from a board, by the names of their cells; all others may be shown. */
export class Disclosure {
  readonly #hidden: ReadonlySet<string>;

  constructor(hidden: ReadonlySet<string>) {
    this.#hidden = hidden;
  }

  hides(...cells: readonly string[]): boolean {
    return cells.some((cell) => this.#hidden.has(cell));
  }

  /** A number that is the count of the first cell, or is made of several: null where one of them is hidden. */
  shown(value: number | null, ...cells: readonly string[]): Disclosed | null {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand: made here alone, of a count that is not hidden
    return this.hides(...cells) ? null : (value as Disclosed | null);
  }
}
