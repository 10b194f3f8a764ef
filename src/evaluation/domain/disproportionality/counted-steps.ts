import type { Denominator } from './relative-rate.ts';
import type { SearchCount } from './search-count.ts';

/** A step from the street to an outcome: what is counted, and among whom. */
export interface SearchStep {
  /** A name: `searched`, `found`, `arrest of searches`, `arrest of finds`. */
  readonly step: string;
  /** What is counted and what it is set against, in words. */
  readonly numerator: string;
  readonly denominatorWords: string;
  readonly denominator: Denominator;
}

/** Outcomes in the order of how much they weigh on a person. */
export const SEARCH_OUTCOMES = [
  'arrest',
  'charge or summons',
  'caution',
  'penalty notice',
  'cannabis or khat warning',
  'community resolution',
  'found, outcome not said',
  'no further action',
  'not recorded',
] as const;

/** A step, and how to tell who is counted in it. */
export interface Counted extends SearchStep {
  readonly counts: (search: SearchCount) => boolean;
  /** Who was at the step before; residents where the denominator is the population. */
  readonly among: (search: SearchCount) => boolean;
}

const everybody = (): boolean => true;
const isNothing = (outcome: string): boolean => outcome === 'no further action' || outcome === 'not recorded';
const isFind = ({ found }: SearchCount): boolean => found === 'yes';

const SEARCHED: Counted = {
  step: 'searched',
  numerator: 'searches of persons',
  denominatorWords: 'residents',
  denominator: 'population',
  counts: everybody,
  among: everybody,
};
const CAME_TO_SOMETHING: Counted = {
  step: 'came to something',
  numerator: 'searches with any outcome but no further action',
  denominatorWords: 'searches of persons',
  denominator: 'previous-step',
  counts: ({ outcome }) => !isNothing(outcome),
  among: everybody,
};
const FOUND: Counted = {
  step: 'found',
  numerator: 'searches with an outcome linked to what was looked for',
  denominatorWords: 'searches of persons',
  denominator: 'previous-step',
  counts: isFind,
  among: everybody,
};

function outcomeOfSearches(outcome: string): Counted {
  return {
    step: `${outcome} of searches`,
    numerator: `searches whose outcome was: ${outcome}`,
    denominatorWords: 'searches of persons',
    denominator: 'previous-step',
    counts: (search) => search.outcome === outcome,
    among: everybody,
  };
}

function outcomeOfFinds(outcome: string): Counted {
  return {
    step: `${outcome} of finds`,
    numerator: `finds whose outcome was: ${outcome}`,
    denominatorWords: 'finds',
    denominator: 'previous-step',
    counts: (search) => search.outcome === outcome,
    among: isFind,
  };
}

/** Every step that these searches can be told by; of finds, why not, where they cannot. */
export function countedSteps(searches: readonly SearchCount[]): {
  steps: readonly Counted[];
  whyNoFinds: string | null;
} {
  const linkless = linksMissing(searches);
  const whyNoFinds =
    linkless <= MOST_LINKS_MISSING
      ? null
      : `of the searches that came to something, ${Math.round(linkless * 100)}% do not say whether that was what was looked for`;
  const ofSearches = [SEARCHED, CAME_TO_SOMETHING, FOUND, ...SEARCH_OUTCOMES.map(outcomeOfSearches)];
  const ofFinds = SEARCH_OUTCOMES.filter((outcome) => !isNothing(outcome)).map(outcomeOfFinds);
  return { steps: whyNoFinds === null ? [...ofSearches, ...ofFinds] : ofSearches, whyNoFinds };
}

/** With more links missing than this, among searches that came to something, finds are not told from the records. */
const MOST_LINKS_MISSING = 0.1;

/** Of the searches that came to something, the share whose link to the object of the search is not recorded. */
function linksMissing(searches: readonly SearchCount[]): number {
  let [all, missing] = [0, 0];
  for (const { outcome, found, count } of searches) {
    if (isNothing(outcome)) continue;
    all += count;
    if (found === null) missing += count;
  }
  return all === 0 ? 0 : missing / all;
}
