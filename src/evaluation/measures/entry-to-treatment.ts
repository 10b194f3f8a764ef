/**
 * Entry to treatment: the share of people who enter drug treatment after the index day. What is counted is said in
 * `header`.
 *
 * No months for proof are needed here: the entry itself is recorded.
 */
import { windowEnd } from '../domain/cohort/maturity.ts';
import { groupsOf } from '../domain/cohort/groups.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import type { Measured, MeasureHeader } from '../domain/measured.ts';
import { countOf, sentence, setNumber } from '../domain/disclosure/sentence.ts';
import { shareFigure } from './figures/share-figure.ts';
import { INDEX_CLOCK } from './index-clock.ts';
import type { WindowOptions } from './measure-options.ts';

const header: MeasureHeader = {
  title: 'Entry to drug treatment',
  numerator: 'Index events after which the person entered drug treatment within the window.',
  denominator: 'Index events whose window lies within the data.',
  clock: INDEX_CLOCK,
  window: 'So many months by the calendar, the index day counted.',
  base: 'Everybody in the cohort, whether they needed treatment or not.',
  censoring:
    'Rows whose window reaches beyond the data are left out and counted. People who died without entering treatment stay in the denominator.',
  method: 'Share with Wilson’s 95% interval.',
  source:
    'Treatment as the published code of the national evaluation linked it (pdd_analysis_public). Only one-to-one links count there, so rates are too low.',
};

/** The share who entered treatment, for each window and group. */
export function entryToTreatment({ rows }: StudyCohort, { by, windows = [6, 12] }: WindowOptions = {}): Measured {
  const figures = groupsOf(rows, by).flatMap(({ of, rows }) =>
    windows.map((months) => {
      const seen = rows.filter((row) => isSeen(row, months));
      const count = seen.filter((row) => entered(row, months)).length;
      return shareFigure({ of, what: `${months} months`, count, n: seen.length });
    }),
  );
  const warnings = windows.flatMap((months) => {
    const left = rows.filter((row) => !isSeen(row, months)).length;
    return left === 0
      ? []
      : [
          sentence`The ${setNumber(months)}-month window of ${countOf(left, rows.length, 'some of the')} rows reaches beyond the data. They are left out.`,
        ];
  });
  return { measure: 'entry-to-treatment', header, figures, warnings };
}

function isSeen({ indexedOn, followedUntil }: StudyRow, months: number): boolean {
  return followedUntil >= windowEnd(indexedOn, months);
}

function entered({ indexedOn, treatmentEnteredOn }: StudyRow, months: number): boolean {
  return treatmentEnteredOn !== null && treatmentEnteredOn <= windowEnd(indexedOn, months);
}
