import type { CalendarDay } from '../../shared/calendar-day.ts';
import { csvLine } from '../domain/cohort/csv-rows.ts';
import { rowContradictions } from '../domain/cohort/row-contradictions.ts';
import { writeCohort } from '../domain/cohort/write-cohort.ts';
import { cohortFromCases } from '../domain/from-cases/cohort-from-cases.ts';
import { smallCells, type SmallCell } from '../domain/from-cases/small-cells.ts';
import type { StudiedCase } from '../domain/from-cases/studied-case.ts';

export interface ExportedCohort {
  /** The files of the study, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly people: number;
  readonly reoffences: number;
  readonly leftOut: number;
  readonly smallCells: number;
  /** People who stand in a small cell. */
  readonly peopleInSmallCells: number;
  /** Rows whose days cannot all be so, with what is wrong: they are in the file, for the evaluator to settle. */
  readonly contradictions: readonly string[];
}

/** The study data set of cases: cohort, reoffences and dictionary, with the small cells named beside them. */
export function exportCohort(cases: readonly StudiedCase[], exportedOn: CalendarDay): ExportedCohort {
  const cohort = cohortFromCases(cases, exportedOn);
  const small = smallCells(cohort.rows);
  const written = writeCohort(cohort);
  return {
    files: {
      'cohort.csv': written.cohort,
      'reoffences.csv': written.reoffences,
      'dictionary.csv': written.dictionary,
      'small-cells.csv': smallCellsText(small),
    },
    rows: cohort.rows.length,
    people: new Set(cohort.rows.map(({ person }) => person)).size,
    reoffences: cohort.reoffences.length,
    leftOut: cohort.leftOut,
    smallCells: small.length,
    peopleInSmallCells: small.reduce((sum, { people }) => sum + people, 0),
    contradictions: cohort.rows.flatMap((row) =>
      rowContradictions(row).map(({ problem }) => `${row.indexEvent}: ${problem}`),
    ),
  };
}

function smallCellsText(cells: readonly SmallCell[]): string {
  const lines = cells.map(({ force, ageBand, sex, ethnicity, people }) =>
    csvLine([force, ageBand, sex, ethnicity, String(people)]),
  );
  return csvLine(['force', 'age_band', 'sex', 'ethnicity', 'people']) + lines.join('');
}
