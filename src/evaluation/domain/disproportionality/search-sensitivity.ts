import type { StatisticsRefusal } from '../../../statistics/index.ts';
import type { Result } from '../../../shared/result.ts';
import { SeededRandom } from '../../../shared/seeded-random.ts';
import { countedSteps } from './counted-steps.ts';
import { ETHNIC_GROUPS, groupOfOfficerDefined, groupOfSelfDefined } from './ethnic-group.ts';
import { imputedRelativeRates, type ImputedRate } from './imputed-relative-rates.ts';
import type { Population } from './population.ts';
import type { SearchCount } from './search-count.ts';
import { residents } from './search-steps.ts';

/** Completed data sets: about one for each per cent of rows whose self-defined ethnicity is missing. */
export const IMPUTATIONS = 20;

/** Of those whose group is known; with fewer, a value of a factor has no weight of its own. */
const FEWEST_TO_LEARN_FROM = 100;

/** What was done, in words, to be shown with the figures. */
export const SENSITIVITY_METHOD =
  `Where people did not say their ethnicity it was imputed ${IMPUTATIONS} times from what the officer saw, age, sex, the ` +
  "object of the search and its outcome (multinomial logistic model), and the relative rates were pooled by Rubin's rules. " +
  'It supposes that these are all there is to tell why it is missing.';

/**
 * The relative rates by self-defined ethnicity, had everybody given theirs. What the officer saw is one of the things it
 * is imputed from, not a stand-in for it. The same seed gives the same figures.
 */
export function searchSensitivity(
  searches: readonly SearchCount[],
  population: Population | null,
  seed: number | string,
): Result<readonly ImputedRate[], StatisticsRefusal> {
  const rows = merged(searches);
  const codes = FACTORS.map((factor) => codesOf(factor, rows));
  const groups = ETHNIC_GROUPS.filter((group) => rows.some((row) => groupOfSelfDefined(row.selfDefined) === group));
  const counts = rows.map((row) => {
    const group = groups.findIndex((name) => name === groupOfSelfDefined(row.selfDefined));
    return { ...row, group: group < 0 ? null : group, factors: codes.map((codeOf) => codeOf(row)) };
  });
  const lives = groups.map((group) => residents(population, 'ethnicity', group));
  const steps = countedSteps(searches).steps.flatMap(({ step, denominator, among, counts: isCounted }) => {
    const ofResidents = denominator === 'population';
    if (ofResidents && lives.includes(null)) return [];
    return {
      step,
      residents: ofResidents ? lives.map((number) => number ?? 0) : null,
      isInBase: among,
      isCounted,
    };
  });
  const random = SeededRandom.of(seed);
  return imputedRelativeRates({ groups, reference: 'White', counts, steps, imputations: IMPUTATIONS, random });
}

type Factor = (search: SearchCount) => string | null;

const officerSaw: Factor = ({ officerDefined }) => groupOfOfficerDefined(officerDefined);

const FACTORS: readonly Factor[] = [
  officerSaw,
  ({ age }) => age,
  ({ sex }) => sex,
  ({ object }) => object,
  ({ outcome }) => outcome,
  ({ found }) => found,
];

/**
 * Numbers for the values of a factor. Not recorded is a value of its own. One that too few have of those whose group is
 * known is taken with the commonest: a model would learn its weight from hardly anybody and then apply it to all those
 * who lack their ethnicity and this together. What the officer saw is kept, however rare: it says most.
 */
function codesOf(factor: Factor, rows: readonly SearchCount[]): (search: SearchCount) => number {
  const known = new Map<string | null, number>();
  for (const row of rows) {
    const isKnown = groupOfSelfDefined(row.selfDefined) !== null;
    known.set(factor(row), (known.get(factor(row)) ?? 0) + (isKnown ? row.count : 0));
  }
  const [commonest = null] = [...known].sort(([, a], [, b]) => b - a).map(([value]) => value);
  const isKept = (value: string | null): boolean =>
    (known.get(value) ?? 0) >= FEWEST_TO_LEARN_FROM || (factor === officerSaw && value !== null);
  const values = [...known.keys()].filter(isKept);
  return (search) => {
    const value = factor(search);
    return values.indexOf(isKept(value) ? value : commonest);
  };
}

/** The searches without what is not used here (the month), so that the same kind is one row; in an order of its own. */
function merged(searches: readonly SearchCount[]): SearchCount[] {
  const kinds = new Map<string, { count: number } & Omit<SearchCount, 'count'>>();
  for (const search of searches) {
    const key = JSON.stringify([groupOfSelfDefined(search.selfDefined), ...FACTORS.map((factor) => factor(search))]);
    const held = kinds.get(key);
    if (held) held.count += search.count;
    else kinds.set(key, { ...search });
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
}
