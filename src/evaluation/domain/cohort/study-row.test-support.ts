import { calendarDayOf } from '../../../shared/calendar-day.ts';
import type { Reoffence, StudyCohort, StudyRow } from './study-row.ts';

/** A row with nothing recorded but what every row needs; what a test is about is handed over. */
export function studyRow(recorded: Partial<StudyRow> = {}): StudyRow {
  return { ...EMPTY, ...recorded };
}

/** So many rows, each of a person of its own. */
export function studyRows(count: number, recorded: Partial<StudyRow> = {}, prefix = 'P'): readonly StudyRow[] {
  return Array.from({ length: count }, (_, at) => studyRow({ ...recorded, person: `${prefix}${at + 1}` }));
}

/** A proven reoffence of a row, committed and proven on days given as text. */
export function reoffenceOf(row: StudyRow, committedOn: string, recorded: Partial<Reoffence> = {}): Reoffence {
  const { person, indexEvent } = row;
  const day = calendarDayOf(committedOn);
  return { person, indexEvent, committedOn: day, provenOn: day, offenceCode: null, ...recorded };
}

export function cohortOf(rows: readonly StudyRow[], reoffences: readonly Reoffence[] = []): StudyCohort {
  return { rows, reoffences };
}

const EMPTY: StudyRow = {
  person: 'P1',
  indexEvent: 'E1',
  force: 'durham',
  scheme: null,
  indexedOn: calendarDayOf('2023-01-10'),
  followedUntil: calendarDayOf('2025-12-31'),
  diedOn: null,
  age: null,
  sex: null,
  ethnicitySelfDefined: null,
  ethnicityOfficerDefined: null,
  offenceGroup: null,
  drug: null,
  gravityScore: null,
  priorOffences: null,
  priorDrugOffences: null,
  priorTheftOffences: null,
  priorViolentOffences: null,
  priorTreatment: null,
  arm: null,
  stratum: null,
  eligible: null,
  offeredOn: null,
  acceptedOn: null,
  referredOn: null,
  firstContactOn: null,
  startedOn: null,
  completedOn: null,
  lossReason: null,
  withoutTheScheme: null,
  outcomeType: null,
  outcomeOn: null,
  appearedInCourt: null,
  treatmentEnteredOn: null,
  policeMinutes: null,
  personSurveyAsked: null,
  personSatisfaction: null,
  victimSurveyAsked: null,
  victimSatisfaction: null,
};
