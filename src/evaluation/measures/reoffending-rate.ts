/** Reoffending rate: the share of people with at least one proven reoffence. What is counted is said in `header`. */
import { groupsOf } from '../domain/cohort/groups.ts';
import { MONTHS_FOR_PROOF, windowEnd } from '../domain/cohort/maturity.ts';
import { reoffencesInWindow, reoffencesOf } from '../domain/cohort/reoffences-in-window.ts';
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { Measured, MeasureHeader } from '../domain/measured.ts';
import { count, sentence, setNumber, type Sentence } from '../domain/disclosure/sentence.ts';
import { shareFigure } from './figures/share-figure.ts';
import { INDEX_CLOCK } from './index-clock.ts';
import { matureRows, maturityWarnings, repeatWarnings } from './mature-rows.ts';
import { USUAL_WINDOWS, type WindowOptions } from './measure-options.ts';

const header: MeasureHeader = {
  title: 'Reoffending rate',
  numerator: 'Index events after which the person committed at least one proven reoffence within the window.',
  denominator: 'Index events whose window is mature.',
  clock: INDEX_CLOCK,
  window: `From the day after the index day for so many months by the calendar; proof in the window or in the ${MONTHS_FOR_PROOF} months after.`,
  base: 'Everybody in the cohort, whatever came of an offer.',
  censoring:
    'Rows that are not mature are left out and counted. People who died within the window stay in the denominator, and count as reoffending only if they did so before.',
  method: 'Share with Wilson’s 95% interval.',
  source:
    'The Ministry of Justice’s rate of proven reoffending, as Full Fact describes it. The six months for proof are assumed.',
};

/** The share of people who reoffended, for each window and group. */
export function reoffendingRate(cohort: StudyCohort, { by, windows = USUAL_WINDOWS }: WindowOptions = {}): Measured {
  const of = reoffencesOf(cohort);
  const figures = groupsOf(cohort.rows, by).flatMap(({ of: group, rows }) =>
    windows.map((months) => {
      const mature = matureRows(rows, months);
      const count = mature.filter((row) => reoffencesInWindow(row, of, months).length > 0).length;
      return shareFigure({ of: group, what: `${months} months`, count, n: mature.length });
    }),
  );
  const warnings = [
    ...maturityWarnings(cohort.rows, windows),
    ...deathWarnings(cohort, windows),
    ...repeatWarnings(cohort.rows),
  ];
  return { measure: 'reoffending-rate', header, figures, warnings };
}

function deathWarnings({ rows }: StudyCohort, windows: readonly number[]): readonly Sentence[] {
  const longest = Math.max(...windows);
  const died = matureRows(rows, longest).filter(
    ({ indexedOn, diedOn }) => diedOn !== null && diedOn <= windowEnd(indexedOn, longest),
  ).length;
  if (died === 0) return [];
  return [
    sentence`${count(died)} people died within ${setNumber(longest)} months of the index day. They are in the denominator to its end.`,
  ];
}
