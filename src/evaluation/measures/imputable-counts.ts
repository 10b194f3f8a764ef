import { BY_AGE, BY_ETHNICITY_SEEN, BY_SEX } from '../domain/cohort/people-groups.ts';
import type { StudyRow } from '../domain/cohort/study-row.ts';
import { groupOfSelfDefined } from '../domain/disproportionality/ethnic-group.ts';
import type { ImputableCount } from '../domain/disproportionality/imputed-relative-rates.ts';

/** People who are alike in all that the imputation looks at, with how far they came at each step. */
export interface StepsReached extends ImputableCount {
  /** For each step: 0 not at the step before, 1 at the step before and no further, 2 reached. */
  readonly reached: readonly number[];
}

interface StepToReach {
  readonly among: (row: StudyRow) => boolean;
  readonly isCounted: (row: StudyRow) => boolean;
}

/** Of those whose group is known; with fewer, a value of a factor has no weight of its own. */
const FEWEST_TO_LEARN_FROM = 30;

/**
 * The people as counts of those alike. The group is what they said of themselves. What foretells it where they did not:
 * what the officer saw, how far they came, sex, age and force; not recorded is a value of its own. `groups` are those that
 * somebody is of.
 */
export function imputableCounts(
  rows: readonly StudyRow[],
  steps: readonly StepToReach[],
  groups: readonly string[],
): readonly StepsReached[] {
  const reached = new Map(rows.map((row) => [row, reachedBy(row, steps)]));
  const codes = [
    coder(rows, BY_ETHNICITY_SEEN.groupOf, 1),
    ...[BY_SEX.groupOf, BY_AGE.groupOf, ({ force }: StudyRow) => force].map((factor) => coder(rows, factor)),
    ...steps.map((_, at) => coder(rows, (row) => reached.get(row)?.[at] ?? 0)),
  ];
  const counts = new Map<string, StepsReached>();
  for (const row of rows) {
    const selfDefined = groupOfSelfDefined(row.ethnicitySelfDefined);
    const group = selfDefined === null ? null : groups.indexOf(selfDefined);
    const factors = codes.map((codeOf) => codeOf(row));
    const steps = reached.get(row) ?? [];
    const key = [group, ...factors, ...steps].join(' ');
    const before = counts.get(key);
    counts.set(
      key,
      before === undefined ? { group, factors, count: 1, reached: steps } : { ...before, count: before.count + 1 },
    );
  }
  return [...counts.values()];
}

function reachedBy(row: StudyRow, steps: readonly StepToReach[]): readonly number[] {
  return steps.map(({ among, isCounted }) => (among(row) ? (isCounted(row) ? 2 : 1) : 0));
}

/** Numbers for the values of a factor; values that few have, of those who gave their group, go with the commonest. */
function coder(
  rows: readonly StudyRow[],
  valueOf: (row: StudyRow) => unknown,
  fewest = FEWEST_TO_LEARN_FROM,
): (row: StudyRow) => number {
  const known = new Map<unknown, number>();
  for (const row of rows) {
    const value = valueOf(row);
    const isKnown = groupOfSelfDefined(row.ethnicitySelfDefined) !== null;
    known.set(value, (known.get(value) ?? 0) + Number(isKnown));
  }
  const common = [...known].filter(([, count]) => count >= fewest).sort(([, a], [, b]) => b - a);
  const codes = new Map(common.map(([value], at) => [value, at]));
  return (row) => codes.get(valueOf(row)) ?? 0;
}
