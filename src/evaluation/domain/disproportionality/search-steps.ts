import { NOT_RECORDED } from '../measured.ts';
import { ETHNIC_GROUPS } from './ethnic-group.ts';
import { AGE_BANDS, type Population } from './population.ts';
import { countedSteps, type Counted, type SearchStep } from './counted-steps.ts';
import { relativeRates, type GroupCount, type RelativeRate } from './relative-rate.ts';
import { GROUPINGS, type Grouping, type SearchCount } from './search-count.ts';

/** A step by group. */
export interface StepTable extends SearchStep {
  readonly grouping: Grouping;
  readonly reference: string;
  readonly rates: readonly RelativeRate[];
  /** Why the step cannot be told from these records; then there are no rates. Null where it can. */
  readonly why: string | null;
}

const REFERENCES: Readonly<Record<Grouping, string>> = {
  ethnicity: 'White',
  'ethnicity as the officer saw it': 'White',
  sex: 'male',
  age: '25-34',
};
const GROUPS: Readonly<Record<Grouping, readonly string[]>> = {
  ethnicity: ETHNIC_GROUPS,
  'ethnicity as the officer saw it': ETHNIC_GROUPS,
  sex: ['male', 'female', 'other'],
  age: AGE_BANDS,
};

/**
 * Each step by group: searched (of residents), came to something, found (of searches), and each outcome (of searches,
 * and of finds). Every search has a place: those of no recorded group make a row of their own.
 *
 * A find: the search came to something, which the record says was linked to the object of the search; a warning for
 * cannabis or khat on a search for drugs is one by itself. A search without a recorded outcome counts as one without a
 * find, so that a force that leaves "nothing found" blank and one that writes it down are read alike.
 */
export function searchSteps(
  searches: readonly SearchCount[],
  grouping: Grouping,
  population: Population | null,
): StepTable[] {
  const { steps, whyNoFinds } = countedSteps(searches);
  return steps.map((step) => {
    const table = stepTable(searches, { grouping, population, ...step });
    return step.step === 'found' && whyNoFinds !== null ? { ...table, rates: [], why: whyNoFinds } : table;
  });
}

/** A step's counts by group, and the rates of these. The sums of counts and bases are those of all searches. */
function stepTable(
  searches: readonly SearchCount[],
  { grouping, population, counts, among, ...step }: Counted & { grouping: Grouping; population: Population | null },
): StepTable {
  const groupOf = GROUPINGS[grouping];
  const totals = new Map<string, { count: number; base: number }>();
  for (const search of searches) {
    if (!among(search)) continue;
    const name = groupOf(search) ?? NOT_RECORDED;
    const held = totals.get(name) ?? { count: 0, base: 0 };
    totals.set(name, held);
    held.base += search.count;
    if (counts(search)) held.count += search.count;
  }
  const byResidents = step.denominator === 'population';
  // A group that is in no list has a row all the same: the table adds up to all searches.
  const unlisted = [...totals.keys()].filter((name) => name !== NOT_RECORDED && !GROUPS[grouping].includes(name));
  const groups = [...GROUPS[grouping], ...unlisted, NOT_RECORDED].map((name): GroupCount => {
    const { count, base } = totals.get(name) ?? { count: 0, base: 0 };
    return { group: name, count, base: byResidents ? residents(population, grouping, name) : base };
  });
  const reference = REFERENCES[grouping];
  const rates = relativeRates(groups, { denominator: step.denominator, reference });
  return { ...step, grouping, reference, rates, why: byResidents ? whyNoResidents(population, grouping) : null };
}

/** Those who live in the area, of a group. */
export function residents(population: Population | null, grouping: Grouping, group: string): number | null {
  if (population === null || whyNoResidents(population, grouping) !== null) return null;
  const table: Readonly<Record<string, number>> = (grouping === 'age' ? population.age : population.ethnicity) ?? {};
  return table[group] ?? null;
}

function whyNoResidents(population: Population | null, grouping: Grouping): string | null {
  if (population === null) return 'no number of residents is at hand for this area';
  if (population.caution !== null) return population.caution;
  if (grouping === 'sex') return 'no number of residents by sex is at hand';
  if (grouping === 'age' && population.age === null) return 'no number of residents by age is at hand';
  return null;
}
