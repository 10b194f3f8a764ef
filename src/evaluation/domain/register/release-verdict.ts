import type { CountForm } from '../disclosure/rounding.ts';

/** A release to boards that was made before, beside the one that is asked for. */
export interface ReleasedBefore {
  /** Null where it is another organisation's: of that one only that it is there is told. */
  readonly title: string | null;
  readonly releasedOn: string;
  readonly counts: CountForm;
  /** Whether it is of the same plan: with the same people it is then the same report. */
  readonly isSamePlan: boolean;
  /** People who are in both. */
  readonly shared: number;
  /** People who are in one alone, or of whom one has another record than the other. */
  readonly differing: number;
}

/** What may be released: in either form, in one alone, or not at all. */
export type ReleaseVerdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'only'; readonly counts: CountForm; readonly because: string }
  | { readonly kind: 'refused'; readonly because: string };

/** Two releases differ by at least so many people, or by none: a convention, assumed. */
const FEWEST_APART = 10;

/**
 * Whether a report may be released to boards beside those that were. Whoever subtracts two reports that differ by a few
 * people learns of these. And what one report with exact counts hides, another of the same people may show or round, so
 * that exact counts of anybody are released once; in fives as often as is wanted.
 */
export function releaseVerdict(before: readonly ReleasedBefore[]): ReleaseVerdict {
  const other = before.filter(({ shared, differing, isSamePlan }) => shared > 0 && !(differing === 0 && isSamePlan));
  const near = other.find(({ differing }) => differing > 0 && differing < FEWEST_APART);
  if (near !== undefined) {
    return {
      kind: 'refused',
      because: `It differs by fewer than ${FEWEST_APART} people, or their records, from ${named(near)}. Whoever subtracts one from the other learns of these few. Choose a window, a filter or an edition of the data that differs by ${FEWEST_APART} people or more.`,
    };
  }
  // Of a few people in common, who are a few of each, nothing is told by subtracting one report from the other.
  const overlapping = other.filter(({ shared }) => shared >= FEWEST_APART);
  const exact = overlapping.find(({ counts }) => counts === 'hidden');
  if (exact !== undefined) {
    return {
      kind: 'refused',
      because: `People of it are in ${named(exact)}, which has exact counts. What that report hides could be worked out from this one. Exact counts are released once of the same people; reports with counts in fives can be released as often as is wanted, if the first one is in fives too.`,
    };
  }
  const same = before.find(({ shared, differing, isSamePlan }) => shared > 0 && differing === 0 && isSamePlan);
  if (same !== undefined) {
    return {
      kind: 'only',
      counts: same.counts,
      because: `The same report was released before with counts ${FORMS[same.counts]}: it stays so, as the two together would tell what each hides.`,
    };
  }
  const [fives] = overlapping;
  if (fives === undefined) return { kind: 'free' };
  return {
    kind: 'only',
    counts: 'rounded',
    because: `People of it are in ${named(fives)} as well: its counts are in fives, so that the two can’t be subtracted.`,
  };
}

/** As a sentence names the form. */
export const FORMS: { readonly [form in CountForm]: string } = {
  hidden: 'exact, small ones hidden',
  rounded: 'in fives',
};

function named({ title, releasedOn }: ReleasedBefore): string {
  const which = title === null ? 'a report of another organisation' : `“${title}”`;
  return `${which}, released on ${releasedOn}`;
}
