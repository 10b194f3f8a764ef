import type { CalendarDay } from '../../../shared/calendar-day.ts';

/** The way a person was allocated by chance, where a trial did so. */
export type Arm = 'diversion' | 'usual';

/** What would have happened to the person had there been no scheme, as the officer said it at the offer. */
export type WithoutTheScheme =
  'prosecution' | 'caution' | 'penalty-notice' | 'community-resolution' | 'no-further-action';

/**
 * One person and one index event of a study: pseudonymised, without name, birthday or place. The same row serves people
 * who were diverted and people who were not. Null is "not recorded", never "no".
 */
export interface StudyRow {
  /** A pseudonym, the same for each index event of a person. */
  readonly person: string;
  readonly indexEvent: string;
  /** The force's data.police.uk id. */
  readonly force: string;
  /** The scheme in reach at the index event; null where the force had none. */
  readonly scheme: string | null;
  /** The clock's start: the day of the offer, or, without one, of the decision how to deal with the offence. */
  readonly indexedOn: CalendarDay;
  /** The last day on which a reoffence or a death would have been seen in the data. */
  readonly followedUntil: CalendarDay;
  readonly diedOn: CalendarDay | null;

  /** Years, on the index day. */
  readonly age: number | null;
  readonly sex: 'female' | 'male' | 'other' | null;
  /** 16+1 code, as W1, B1, N1 (not stated). */
  readonly ethnicitySelfDefined: string | null;
  /** IC code, as IC1. */
  readonly ethnicityOfficerDefined: string | null;

  /** The engine's offence group, as possession. */
  readonly offenceGroup: string | null;
  readonly drug: string | null;
  readonly gravityScore: number | null;
  /** Counts in the five years before the index day. */
  readonly priorOffences: number | null;
  readonly priorDrugOffences: number | null;
  readonly priorTheftOffences: number | null;
  readonly priorViolentOffences: number | null;
  /** Whether the person was in drug treatment in the five years before. */
  readonly priorTreatment: boolean | null;

  readonly arm: Arm | null;
  /** Within what the chance was drawn: a band of risk, a site. */
  readonly stratum: string | null;

  readonly eligible: boolean | null;
  readonly offeredOn: CalendarDay | null;
  readonly acceptedOn: CalendarDay | null;
  readonly referredOn: CalendarDay | null;
  readonly firstContactOn: CalendarDay | null;
  readonly startedOn: CalendarDay | null;
  readonly completedOn: CalendarDay | null;
  /** Why the person went no further, in a word of the source: declined, rejected-by-provider, did-not-engage. */
  readonly lossReason: string | null;

  readonly withoutTheScheme: WithoutTheScheme | null;
  /** Home Office outcome type, as 8, 22 or 1A. */
  readonly outcomeType: string | null;
  readonly outcomeOn: CalendarDay | null;
  readonly appearedInCourt: boolean | null;
  readonly treatmentEnteredOn: CalendarDay | null;
  readonly policeMinutes: number | null;

  /** Satisfaction from 1 to 5; null where it was not asked or not answered, which `...SurveyAsked` tells apart. */
  readonly personSurveyAsked: boolean | null;
  readonly personSatisfaction: number | null;
  readonly victimSurveyAsked: boolean | null;
  readonly victimSatisfaction: number | null;
}

/** An offence after the index day. One that is not proven counts only where a measure says that it counts suspicion. */
export interface Reoffence {
  readonly person: string;
  readonly indexEvent: string;
  readonly committedOn: CalendarDay;
  readonly provenOn: CalendarDay | null;
  /** The Home Office or CJS code by which harm is weighted. */
  readonly offenceCode: string | null;
}

/** A study's data as they were read: rows, and the reoffences that belong to them. */
export interface StudyCohort {
  readonly rows: readonly StudyRow[];
  readonly reoffences: readonly Reoffence[];
}
