/**
 * Reoffending frequency: how many proven reoffences there are, per person and per reoffender. What is counted is
 * said in `header`.
 *
 * A scheme may change who reoffends, so only the line per person compares schemes.
 */
import { groupsOf } from '../domain/cohort/groups.ts';
import { reoffencesInWindow, reoffencesOf } from '../domain/cohort/reoffences-in-window.ts';
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { Measured, MeasureHeader } from '../domain/measured.ts';
import { meanCountFigure } from './figures/mean-figure.ts';
import { matureRows, maturityWarnings, repeatWarnings } from './mature-rows.ts';
import { USUAL_WINDOWS, type WindowOptions } from './measure-options.ts';
import { INDEX_CLOCK } from './index-clock.ts';

const header: MeasureHeader = {
  title: 'Reoffending frequency',
  numerator: 'Proven reoffences committed within the window.',
  denominator: 'Per person: index events whose window is mature. Per reoffender: those of them with any reoffence.',
  clock: INDEX_CLOCK,
  window:
    'From the day after the index day for so many months by the calendar; proof in the window or in the 6 months after.',
  base: 'Everybody in the cohort. Per reoffender: those who reoffended, so that two groups compared by it are not alike.',
  censoring:
    'Rows that are not mature are left out and counted. People who died stay in the denominator, with the offences they committed before.',
  method: 'Mean count; 95% interval on the log scale from the spread between people.',
  source: 'The Ministry of Justice’s frequency of reoffending, by person and by reoffender, as Full Fact describes it.',
};

/** Reoffences per person and per reoffender, for each window and group. */
export function reoffendingFrequency(
  cohort: StudyCohort,
  { by, windows = USUAL_WINDOWS }: WindowOptions = {},
): Measured {
  const of = reoffencesOf(cohort);
  const figures = groupsOf(cohort.rows, by).flatMap(({ of: group, rows }) =>
    windows.flatMap((months) => {
      const counts = matureRows(rows, months).map((row) => reoffencesInWindow(row, of, months).length);
      return [
        meanCountFigure({ of: group, what: `${months} months, per person`, values: counts, unit: 'mean' }),
        meanCountFigure({
          of: group,
          what: `${months} months, per reoffender`,
          values: counts.filter((count) => count > 0),
          unit: 'mean',
        }),
      ];
    }),
  );
  const warnings = [...maturityWarnings(cohort.rows, windows), ...repeatWarnings(cohort.rows)];
  return { measure: 'reoffending-frequency', header, figures, warnings };
}
