/**
 * Police hours: police time spent on a case. Compare groups to see what a scheme saves. What is counted is said in
 * `header`.
 */
import { groupsOf } from '../domain/cohort/groups.ts';
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { Measured, MeasureHeader } from '../domain/measured.ts';
import { countFigure } from './figures/count-figure.ts';
import { meanFigure } from './figures/mean-figure.ts';
import type { MeasureOptions } from './measure-options.ts';

const header: MeasureHeader = {
  title: 'Police hours',
  numerator: 'Hours of police time, as recorded.',
  denominator: 'Index events of which the time is recorded.',
  clock: 'Starts at the index event.',
  window: 'Up to the outcome.',
  base: 'Everybody in the cohort.',
  censoring:
    'Cases without a recorded time are left out and counted. Cases not finished have less time than they will have.',
  method: 'Mean with a 95% interval by Student’s t.',
  source: 'assumed: what is counted as police time is for the force to say.',
};

const MINUTES_PER_HOUR = 60;

/** Mean hours per case, and of how many cases they are not recorded, for each group. */
export function policeHours({ rows }: StudyCohort, { by }: MeasureOptions = {}): Measured {
  const figures = groupsOf(rows, by).flatMap(({ of, rows }) => {
    const values = rows.flatMap(({ policeMinutes }) =>
      policeMinutes === null ? [] : [policeMinutes / MINUTES_PER_HOUR],
    );
    return [
      meanFigure({ of, what: 'hours per case', values, unit: 'hours' }),
      countFigure({ of, what: 'not recorded', count: rows.length - values.length, n: rows.length }),
    ];
  });
  return { measure: 'police-hours', header, figures, warnings: [] };
}
