import { IMPUTATIONS, SENSITIVITY_METHOD, type SearchesAnswered } from '../../evaluation/index.ts';
import type { DrugsBy, SearchCell } from '../../interchange/index.ts';
import type { DisproportionalityAnswer } from '../commands/disproportionality/answer.ts';

/** What `waymark disproportionality --json` prints: every number with its n and its method. Rates and shares are of 1. */
export function disproportionalityJson({ files, overlaps, areas, funnels, seed }: DisproportionalityAnswer) {
  return {
    level: 0.95,
    method: {
      relativeRate:
        'rate of the group over the rate of the reference group; each has its own interval method beside it',
      rateInterval: { population: 'Garwood (exact Poisson)', 'previous-step': 'Wilson' },
      find: 'an outcome other than no further action that the record says was linked to the object of the search; a cannabis or khat warning on a search for drugs is one by itself',
      copies:
        'a row of the same force, and the same in every column of the format, as one before it, with a time of day or a place; not counted',
      explainOrReform:
        'the whole interval lies on one side of 1, and an exact test gives a p of at most 0.05 / m, m being all comparisons of the area (Bonferroni): where there is no difference anywhere, at most 5 of 100 areas have such a one',
      isBeyondFourFifths: 'the smaller of the two rates is less than four fifths of the larger',
      sensitivity: { words: SENSITIVITY_METHOD, imputations: IMPUTATIONS, seed },
      funnel:
        'limits at 2 and 3 standard deviations around the rate of all, by exact quantiles, interpolated (Spiegelhalter 2005)',
    },
    areas: areas.map(({ forces, name, months, population, searches, answers }) => ({
      forces,
      name,
      months,
      population,
      drugsBy: drugsByJson(searches),
      searches: answers.map(answeredJson),
    })),
    funnels,
    overlaps,
    files: files.map(({ name, rows, decided, skipped, days, findings }) => ({
      name,
      rows,
      counted: decided,
      skipped,
      days,
      findings,
    })),
  };
}

/** How many searches are known to be for drugs in each way. */
function drugsByJson(searches: readonly SearchCell[]): Partial<Record<DrugsBy, number>> {
  const counts: Partial<Record<DrugsBy, number>> = {};
  for (const { drugsBy, count } of searches) {
    if (drugsBy !== null) counts[drugsBy] = (counts[drugsBy] ?? 0) + count;
  }
  return counts;
}

function answeredJson({ of, searches, ethnicityFrom, tables, copies, sensitivity }: SearchesAnswered) {
  return {
    of,
    searches,
    ethnicityFrom,
    steps: tables,
    copies,
    sensitivity: sensitivity.ok
      ? { rates: sensitivity.value, why: null }
      : { rates: [], why: sensitivity.refusal.message },
  };
}
