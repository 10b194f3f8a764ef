import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { CohortFault } from './cohort-fault.ts';
import { eventKey } from './event-key.ts';
import { readTable, type NumberedRow } from './read-table.ts';
import { reoffenceContradictions } from './reoffence-contradictions.ts';
import { rowContradictions } from './row-contradictions.ts';
import { REOFFENCE_COLUMNS, STUDY_COLUMNS } from './study-columns.ts';
import type { Reoffence, StudyCohort, StudyRow } from './study-row.ts';

/** The texts of a study's files. Null where there is no file of reoffences: then nobody reoffended that is known of. */
export interface CohortTexts {
  readonly cohort: string;
  readonly reoffences: string | null;
}

/**
 * Reads a study's files. Every fault is given back, in the order of the files: cells of the wrong type, headings that
 * are not known, and what cannot be so (completed before it started, a day after follow-up's end, the same person and
 * index event twice, more than 100% of something). With a fault there is no cohort: a row left out would change figures.
 */
export function parseCohort({ cohort, reoffences }: CohortTexts): Result<StudyCohort, readonly CohortFault[]> {
  const table = readTable('cohort.csv', STUDY_COLUMNS, cohort);
  const of = reoffences === null ? null : readTable('reoffences.csv', REOFFENCE_COLUMNS, reoffences);
  const faults = [
    ...table.faults,
    ...contradictionsOf(table.rows),
    ...(of?.faults ?? []),
    // What belongs to a row that was not read would only repeat that row's fault.
    ...(of === null || table.faults.length > 0 ? [] : strayReoffences(of.rows, table.rows)),
  ];
  if (table.rows.length === 0 && faults.length === 0) {
    const problem = 'there is no row below the headings';
    faults.push({ file: 'cohort.csv', row: 1, column: '', problem, remedy: 'write one row a person and index event' });
  }
  if (faults.length > 0) return refuse(faults);
  return ok({ rows: table.rows.map(({ row }) => row), reoffences: (of?.rows ?? []).map(({ row }) => row) });
}

function contradictionsOf(rows: readonly NumberedRow<StudyRow>[]): readonly CohortFault[] {
  const file = 'cohort.csv';
  const seen = new Map<string, number>();
  const deaths = new Map<string, NumberedRow<StudyRow>>();
  return rows.flatMap((numbered) => {
    const { number, row } = numbered;
    const faults: CohortFault[] = rowContradictions(row).map((fault) => ({ file, row: number, ...fault }));
    const before = seen.get(eventKey(row));
    if (before !== undefined) {
      const problem = `the person and index event are those of row ${before} too`;
      faults.push({ file, row: number, column: 'person and index_event', problem, remedy: 'take one of the rows out' });
    }
    seen.set(eventKey(row), number);
    const same = deaths.get(row.person);
    if (same !== undefined && same.row.diedOn !== row.diedOn) {
      const problem = `died_on is ${row.diedOn ?? 'empty'} here and ${same.row.diedOn ?? 'empty'} for the same person in row ${same.number}`;
      faults.push({ file, row: number, column: 'died_on', problem, remedy: 'give a person the same day in each row' });
    }
    deaths.set(row.person, numbered);
    return faults;
  });
}

function strayReoffences(
  reoffences: readonly NumberedRow<Reoffence>[],
  rows: readonly NumberedRow<StudyRow>[],
): readonly CohortFault[] {
  const file = 'reoffences.csv';
  const byKey = new Map(rows.map(({ row }) => [eventKey(row), row]));
  return reoffences.flatMap(({ number, row }): readonly CohortFault[] => {
    const index = byKey.get(eventKey(row));
    if (index !== undefined) {
      return reoffenceContradictions(row, index).map((fault) => ({ file, row: number, ...fault }));
    }
    const problem = `cohort.csv has no row of the person ${row.person} and the index event ${row.indexEvent}`;
    const remedy = 'add that row, or take this one out';
    return [{ file, row: number, column: 'person and index_event', problem, remedy }];
  });
}
