import type { Population } from './population.ts';
import { type Grouping, type SearchCount } from './search-count.ts';
import { searchSteps } from './search-steps.ts';

/** A relative rate that is another with or without the rows that are, or may be, copies. */
export interface MovedRate {
  readonly grouping: Grouping;
  readonly step: string;
  readonly group: string;
  readonly reference: string;
  /** As the tables have it: a copy is not counted, and a row that may be one is. */
  readonly relative: number | null;
  /** With every row counted, copies too. */
  readonly withCopies: number | null;
  /** With no row counted that is the same as one before it, also where it may be somebody else's. */
  readonly withoutLike: number | null;
}

/** Rows that are the same as another, and the relative rates that turn on how they are counted. */
export interface CopiesEffect {
  /** Rows that are copies of a search, and are not counted. */
  readonly copies: number;
  /** Rows that are the same as another search and may be copies, which are counted. */
  readonly likeAnother: number;
  readonly moved: readonly MovedRate[];
}

/** Told for the steps that a board reads first. */
const STEPS = ['searched', 'found'];
const GROUPINGS_ASKED: readonly Grouping[] = ['ethnicity', 'sex', 'age'];

/**
 * What copies do to the relative rates: worked out anew with every row counted, and with each row that is the same as
 * another counted once. A rate is told where it moves in the two decimals that are shown.
 */
export function copiesEffect(searches: readonly SearchCount[], population: Population | null): CopiesEffect {
  const sum = (of: (search: SearchCount) => number | undefined): number =>
    searches.reduce((total, search) => total + (of(search) ?? 0), 0);
  const copies = sum((search) => search.copies);
  const likeAnother = sum((search) => search.likeAnother);
  if (copies + likeAnother === 0) return { copies, likeAnother, moved: [] };
  const withCopies = searches.map((search) => ({ ...search, count: search.count + (search.copies ?? 0) }));
  const withoutLike = searches.map((search) => ({ ...search, count: search.count - (search.likeAnother ?? 0) }));
  const moved = GROUPINGS_ASKED.flatMap((grouping) => {
    const [counted = [], more = [], fewer = []] = [searches, withCopies, withoutLike].map((counts) =>
      ratesIn(counts, grouping, population),
    );
    return counted.flatMap((rate, at): MovedRate[] => {
      const others = { withCopies: more[at]?.relative ?? null, withoutLike: fewer[at]?.relative ?? null };
      const isMoved = [others.withCopies, others.withoutLike].some((other) => shown(other) !== shown(rate.relative));
      return isMoved ? [{ ...rate, ...others }] : [];
    });
  });
  return { copies, likeAnother, moved };
}

function ratesIn(counts: readonly SearchCount[], grouping: Grouping, population: Population | null) {
  return searchSteps(counts, grouping, population)
    .filter(({ step }) => STEPS.includes(step))
    .flatMap(({ step, reference, rates }) =>
      rates
        .filter(({ isReference }) => !isReference)
        .map(({ group, relative }) => ({ grouping, step, group, reference, relative })),
    );
}

function shown(relative: number | null): string {
  return relative === null ? '' : relative.toFixed(2);
}
