import { refuse } from '../shared/result.ts';

/** Every reason for which a method here gives no number. What is said with it names the column, cell or term. */
export const statisticsRefusalWords = {
  'no-observations': 'No row is left to work with: all are missing, or there were none.',
  'no-events': 'Nothing happened to anybody, so there is nothing to compare or to model.',
  'no-comparison': 'There is only one group, so there is nothing to compare it with.',
  'empty-cell': 'A cell of the table is empty, and this method divides by it or takes its logarithm.',
  'unequal-lengths': 'The columns do not have the same number of rows.',
  'not-a-number': 'A value is missing or is not a finite number.',
  'out-of-range': 'A value lies outside what the method is defined for.',
  'constant-column': 'A column has the same value in every row, so its effect can’t be told from the intercept.',
  'singular-design': 'A column is a combination of others, so their effects can’t be told apart.',
  separation: 'A combination of columns foretells the outcome without fail, so its effect has no finite estimate.',
  'not-overdispersed': 'The counts vary no more than Poisson counts do, so the extra variation has no finite estimate.',
  'too-few': 'There are fewer observations, groups or studies than the method can work with.',
  'no-variation': 'Everything has the same value, so chance has nothing to be measured by.',
  'not-defined': 'The statistic has no value for these data.',
  'not-converged': 'The iterations did not settle, so no estimate is given.',
  cancelled: 'The caller stopped the work before it was done.',
} as const;

export type StatisticsRefusalCode = keyof typeof statisticsRefusalWords;

/** A "no" of this room: why, in general (`code`) and for these data (`message`, a sentence). */
export interface StatisticsRefusal {
  readonly code: StatisticsRefusalCode;
  readonly message: string;
}

/** A refused `Result`. */
export function refuseFor(code: StatisticsRefusalCode, message: string) {
  return refuse<StatisticsRefusal>({ code, message });
}
