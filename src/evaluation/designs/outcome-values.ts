import { daysBetween } from '../../shared/calendar-day.ts';
import { daysOfWindow, isMature, windowEnd } from '../domain/cohort/maturity.ts';
import { reoffencesInWindow } from '../domain/cohort/reoffences-in-window.ts';
import type { Reoffence } from '../domain/cohort/study-row.ts';
import type { Outcome } from '../domain/plan/plan-document.ts';
import { OUTCOMES } from '../domain/plan/plan-words.ts';
import type { Subject } from './study-sample.ts';

/** What is known of the outcome of each subject, side by side with the subjects. */
export interface OutcomeValues {
  readonly outcome: Outcome;
  readonly kind: (typeof OUTCOMES)[keyof typeof OUTCOMES]['kind'];
  /** 0 and 1, a count or an amount; NaN where it is not known. */
  readonly value: Float64Array;
  /**
   * Days until the first reoffence that counts, the end of the window or death; NaN where it is not known. The window
   * ends by the calendar, after 365 days or 366: its end is the same day for all, `daysOfWindow`, or a curve would go
   * on beyond twelve months with only the people of a leap year in it.
   */
  readonly days: Float64Array;
  /** Left out because their window, with the months for proof, had not passed when the data end. */
  readonly immature: number;
  /** Left out because nothing was recorded. */
  readonly notRecorded: number;
}

export interface OutcomeChoice {
  /** Offences that are not proven, or too late, count as well: a sensitivity analysis, never the measure. */
  readonly countUnproven?: boolean;
}

/**
 * The outcome of every subject. Reoffences count when committed after the index day and up to the end of the window,
 * and proven by six months after it. People who died in the window without reoffending count as not having reoffended, and
 * leave the risk set on the day of death where time is looked at. A subject whose window with the six months for proof
 * has not passed when the data end has no value: immature rows are left out of every figure and counted.
 */
export function outcomeValues(
  subjects: readonly Subject[],
  outcome: Outcome,
  { countUnproven = false }: OutcomeChoice = {},
): OutcomeValues {
  const value = new Float64Array(subjects.length).fill(Number.NaN);
  const days = new Float64Array(subjects.length).fill(Number.NaN);
  let [immature, notRecorded] = [0, 0];
  for (const [at, subject] of subjects.entries()) {
    if (outcome.months !== undefined && !isMature(subject.row, outcome.months)) {
      immature += 1;
      continue;
    }
    const found = valueOf(subject, { outcome, countUnproven });
    if (found === null) {
      notRecorded += 1;
      continue;
    }
    value[at] = found.value;
    days[at] = found.days;
  }
  return { outcome, kind: OUTCOMES[outcome.measure].kind, value, days, immature, notRecorded };
}

interface Found {
  readonly value: number;
  readonly days: number;
}

interface Rule {
  readonly outcome: Outcome;
  readonly countUnproven: boolean;
}

function valueOf(subject: Subject, { outcome, countUnproven }: Rule): Found | null {
  const { row } = subject;
  const { measure, months = 0 } = outcome;
  const of = (value: number | boolean | null): Found | null =>
    value === null ? null : { value: Number(value), days: Number.NaN };
  switch (measure) {
    case 'reoffended':
    case 'time-to-reoffence':
    case 'reoffences':
      return reoffending(subject, { measure, months, countUnproven });
    case 'appeared-in-court':
      return of(row.appearedInCourt);
    case 'entered-treatment': {
      const on = row.treatmentEnteredOn;
      return of(on !== null && on >= row.indexedOn && on <= windowEnd(row.indexedOn, months));
    }
    case 'police-minutes':
      return of(row.policeMinutes);
    case 'person-satisfaction':
      return of(row.personSatisfaction);
  }
}

interface Window {
  readonly measure: 'reoffended' | 'time-to-reoffence' | 'reoffences';
  readonly months: number;
  readonly countUnproven: boolean;
}

function reoffending({ row, reoffences }: Subject, { measure, months, countUnproven }: Window): Found {
  const end = windowEnd(row.indexedOn, months);
  const seen = countUnproven ? reoffences.map(asProven) : reoffences;
  const counted = reoffencesInWindow(row, () => seen, months);
  const first = counted[0]?.committedOn;
  const died = row.diedOn !== null && row.diedOn < end ? row.diedOn : null;
  const last = daysOfWindow(months);
  const until = first ?? died;
  const days = until === null ? last : Math.min(last, daysBetween(row.indexedOn, until));
  return { value: measure === 'reoffences' ? counted.length : Number(first !== undefined), days: Math.max(0, days) };
}

/** An offence that is proven only after the months for proof counts as one that never was. */
function asProven(reoffence: Reoffence): Reoffence {
  return { ...reoffence, provenOn: reoffence.committedOn };
}

/** Where the outcome is known. */
export function knownPlaces({ value }: OutcomeValues): number[] {
  return [...value.keys()].filter((at) => !Number.isNaN(value[at]));
}

/** Whether an outcome can be drawn as a curve of time. */
export function isOfReoffending({ measure }: Outcome): boolean {
  return measure === 'reoffended' || measure === 'time-to-reoffence';
}
