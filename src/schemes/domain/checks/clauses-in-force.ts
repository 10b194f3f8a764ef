import { addDays, type CalendarDay } from '../../../shared/calendar-day.ts';

/** A clause as far as its days go: in force from `from` to `until`, both included; open without `until`. */
export interface InForce {
  readonly from: CalendarDay;
  readonly until?: CalendarDay | undefined;
}

/** The days on which the set of clauses in force changes, in order. */
export function daysOfChange(clauses: readonly InForce[]): CalendarDay[] {
  const days = clauses.flatMap(({ from, until }) => (until === undefined ? [from] : [from, addDays(until, 1)]));
  return [...new Set(days)].sort();
}

/** The clauses in force on a day. */
export function clausesInForce<Clause extends InForce>(clauses: readonly Clause[], day: CalendarDay): Clause[] {
  return clauses.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
}
