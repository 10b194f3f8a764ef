import { LARGEST_SMALL_COUNT } from './hidden-counts.ts';
import { roundedCount, roundedEnd, roundedNumber, type CountForm, type NumberKind } from './rounding.ts';

declare const disclosed: unique symbol;

/**
 * A number that a board may see: not hidden, and rounded to the precision that the report states. Only a `Disclosure`
 * makes one, so that no other number gets into what a board reads or into what is drawn for it.
 */
export type Disclosed = number & { readonly [disclosed]: true };

/** Numbers that count nobody: the plan's or the program's own, wherever they stand. */
type SetKey = 'outcome' | 'beyond' | 'sums';

/** The same with every number one that a board may see: a bare number does not compile. */
export type AllDisclosed<T> = T extends number
  ? Disclosed
  : T extends string | boolean | null | undefined
    ? T
    : { readonly [K in keyof T]: K extends SetKey ? T[K] : AllDisclosed<T[K]> };

/** Which numbers are hidden from a board, by the names of the cells that they are made of, and how the others are rounded. */
export class Disclosure {
  readonly #hidden: ReadonlySet<string>;
  readonly form: CountForm;

  constructor(hidden: ReadonlySet<string>, form: CountForm = 'hidden') {
    this.#hidden = hidden;
    this.form = form;
  }

  hides(...cells: readonly string[]): boolean {
    return cells.some((cell) => this.#hidden.has(cell));
  }

  /**
   * How many there are: null where one of the cells is hidden. In fives a count is null only where it is small: no sum of
   * what is rounded gives it away.
   */
  count(value: number | null, ...cells: readonly string[]): Disclosed | null {
    if (value === null) return null;
    if (this.form === 'hidden') return this.hides(...cells) ? null : made(value);
    return value >= 1 && value <= LARGEST_SMALL_COUNT ? null : made(roundedCount(value));
  }

  /** A number made of counts, or of what was measured of people: null where a cell that it is made of is hidden. */
  number(value: number | null, kind: NumberKind, ...cells: readonly string[]): Disclosed | null {
    if (value === null || this.hides(...cells)) return null;
    return made(roundedNumber(value, kind, this.form));
  }

  /** A number that is shown whatever is hidden. */
  rounded(value: number, kind: NumberKind): Disclosed {
    return made(roundedNumber(value, kind, this.form));
  }

  /** A number as coarse as where counts are in fives, whatever form they have. */
  coarse(value: Disclosed, kind: NumberKind): Disclosed {
    return made(roundedNumber(value, kind, 'rounded'));
  }

  /** The end of an interval, on the side of no difference that it was on. */
  end(value: number, none: number, kind: NumberKind): Disclosed {
    return made(roundedEnd(value, none, { kind, form: this.form }));
  }

  /** A number that the plan or the program set and that counts nobody: days of a window, forces. */
  set(value: number): Disclosed {
    return made(value);
  }
}

function made(value: number): Disclosed {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand: made here alone
  return value as Disclosed;
}
