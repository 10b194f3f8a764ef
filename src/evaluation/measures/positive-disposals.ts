/**
 * Positive disposals: the share of finished cases that ended in a positive outcome. What is counted is said in
 * `header`.
 */
import { groupsOf } from '../domain/cohort/groups.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import { countDisposals } from '../domain/disposals/count-disposals.ts';
import { NOT_YET_ASSIGNED, type OutcomeTypeRule } from '../domain/disposals/outcome-type-rule.ts';
import type { LineSum, Measured, MeasureHeader } from '../domain/measured.ts';
import { count, sentence } from '../domain/disclosure/sentence.ts';
import { countFigure } from './figures/count-figure.ts';
import { shareFigure } from './figures/share-figure.ts';
import type { MeasureOptions } from './measure-options.ts';

export interface DisposalOptions extends MeasureOptions {
  /** From `reference/outcome-types.yaml`. */
  readonly outcomeTypes: readonly OutcomeTypeRule[];
}

const header: MeasureHeader = {
  title: 'Positive disposals',
  numerator: 'Cases whose outcome type counts as positive: 1, 2, 3, 6, 7, 8 and 22.',
  denominator: 'Cases with an outcome type. Type 0, not yet assigned, is none.',
  clock:
    'The day of the outcome. Outcome 22 is given only once the activity is done, so that it comes later than others.',
  window: 'Up to the last day of the data.',
  base: 'Every case of the cohort, one outcome type each: 1A, 2A and 3A count as 1, 2 and 3.',
  censoring: 'Cases that are not finished are left out and counted.',
  method: 'Share with Wilson’s 95% interval.',
  source: 'The Home Office’s rules for counting outcomes, with their sources in reference/outcome-types.yaml.',
};

/** The share of finished cases with a positive outcome, and of which types they are, for each group. */
export function positiveDisposals({ rows }: StudyCohort, { by, outcomeTypes }: DisposalOptions): Measured {
  const figures = groupsOf(rows, by).flatMap(({ of, rows }) => {
    const { finished, positive } = countOf(rows, outcomeTypes);
    const types = outcomeTypes
      .filter(({ type }) => type !== NOT_YET_ASSIGNED)
      .map((rule) => ({ rule, count: countOf(rows, [rule]).finished }));
    return [
      shareFigure({ of, what: 'positive', count: positive, n: finished }),
      ...types
        .filter(({ count }) => count > 0)
        .map(({ rule, count }) => shareFigure({ of, what: `${rule.type} ${rule.label}`, count, n: finished })),
      countFigure({ of, what: 'not finished', count: rows.length - finished, n: rows.length }),
    ];
  });
  const { unknown } = countOf(rows, outcomeTypes);
  const types = [...new Set(unknown.map(({ type }) => type))].sort();
  const warnings =
    unknown.length === 0
      ? []
      : [
          sentence`${count(unknown.length)} cases have an outcome type that is not known here (${types.join(', ')}); they are in no total.`,
        ];
  return { measure: 'positive-disposals', header, figures, warnings, sums: sumsOf(outcomeTypes) };
}

/** Types add up to all that are finished, and the positive ones to the positive. */
function sumsOf(rules: readonly OutcomeTypeRule[]): readonly LineSum[] {
  const lines = (some: readonly OutcomeTypeRule[]) =>
    some.map(({ type, label }) => ({ what: `${type} ${label}`, part: 'count' as const }));
  return [
    { whole: { what: 'positive', part: 'n' }, parts: lines(rules) },
    { whole: { what: 'positive', part: 'count' }, parts: lines(rules.filter(({ isPositive }) => isPositive)) },
  ];
}

function countOf(rows: readonly StudyRow[], rules: readonly OutcomeTypeRule[]) {
  const counts = rows.flatMap(({ outcomeType }) => (outcomeType === null ? [] : [{ type: outcomeType, count: 1 }]));
  return countDisposals(counts, rules, 'own-row');
}
