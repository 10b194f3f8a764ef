import { parseCalendarDay, type CalendarDay } from '../../../shared/calendar-day.ts';
import type { Reoffence, StudyCohort, StudyRow } from '../cohort/study-row.ts';
import { knownFacts } from './known-facts.ts';
import { routeOfCase } from './route-of-case.ts';
import { eventsOf, type StudiedCase } from './studied-case.ts';

export interface CohortFromCases extends StudyCohort {
  /** Cases that are no index event: opened by mistake, or the second record of the same stop. */
  readonly leftOut: number;
}

/**
 * A study's cohort from the cases: one row a case, whose clock starts on the day of the offer or, without one, of the
 * decision. Followed until the day of the export. What Waymark does not know (earlier offences, courts, police minutes,
 * surveys, deaths by day) is empty, never "no".
 *
 * A later case of the same person in the same force counts as a reoffence on the day of its offence. It is a stop that
 * came to a decision, not a conviction: it has no day of proof, and measures of proven reoffending do not count it.
 */
export function cohortFromCases(cases: readonly StudiedCase[], exportedOn: CalendarDay): CohortFromCases {
  const counted = cases.filter((studied) => !isNoIndexEvent(studied));
  const rows = counted.flatMap((studied) => rowOf(studied, exportedOn) ?? []);
  const reoffences = rows.flatMap((row) => laterCases(row, counted));
  return { rows, reoffences, leftOut: cases.length - rows.length };
}

function isNoIndexEvent(studied: StudiedCase): boolean {
  return eventsOf(studied, 'case-withdrawn').some(
    ({ data }) => data['is'] === 'opened-by-mistake' || data['is'] === 'duplicate',
  );
}

function rowOf(studied: StudiedCase, exportedOn: CalendarDay): StudyRow | null {
  const route = routeOfCase(studied);
  const indexedOn = route.offeredOn ?? eventsOf(studied, 'person-triaged')[0]?.on;
  if (indexedOn === undefined) return null;
  const { person, indexEvent, force, ethnicitySelfDefined, ethnicityOfficerDefined } = studied;
  return {
    person,
    indexEvent,
    force,
    indexedOn,
    followedUntil: exportedOn,
    ethnicitySelfDefined,
    ethnicityOfficerDefined,
    ...NOT_KNOWN_TO_CASES,
    ...knownFacts(studied),
    ...route,
  };
}

const NOT_KNOWN_TO_CASES = {
  diedOn: null,
  priorOffences: null,
  priorDrugOffences: null,
  priorTheftOffences: null,
  priorViolentOffences: null,
  priorTreatment: null,
  arm: null,
  stratum: null,
  appearedInCourt: null,
  treatmentEnteredOn: null,
  policeMinutes: null,
  personSurveyAsked: null,
  personSatisfaction: null,
  victimSurveyAsked: null,
  victimSatisfaction: null,
} as const;

function laterCases(row: StudyRow, cases: readonly StudiedCase[]): readonly Reoffence[] {
  return cases
    .filter(({ person, indexEvent }) => person === row.person && indexEvent !== row.indexEvent)
    .flatMap((later) => {
      const committedOn = offenceDayOf(later);
      if (committedOn === null || committedOn <= row.indexedOn) return [];
      const { person, indexEvent } = row;
      return { person, indexEvent, committedOn, provenOn: null, offenceCode: null };
    });
}

/** The day of the offence, as amended; without one, the day of the triage. */
function offenceDayOf(studied: StudiedCase): CalendarDay | null {
  const triage = eventsOf(studied, 'person-triaged')[0];
  const amended = eventsOf(studied, 'fact-amended').findLast(({ data }) => data['fact'] === 'offence-occurred-on');
  const recorded = amended?.data['new'] ?? triage?.data['occurredOn'];
  return (typeof recorded === 'string' ? parseCalendarDay(recorded) : null) ?? triage?.on ?? null;
}
