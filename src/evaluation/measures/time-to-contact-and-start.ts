/**
 * Time from the offer to first contact and to start, for everybody offered. What is counted is said in `header`.
 *
 * People who declined or were lost stay in the denominator: without them a service would look prompt.
 */
import { daysBetween } from '../../shared/calendar-day.ts';
import { kaplanMeier, survivalAt, survivalQuantile, type SurvivalCurve } from '../../statistics/index.ts';
import { groupsOf } from '../domain/cohort/groups.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import type { Figure, Measured, MeasureHeader } from '../domain/measured.ts';
import { figureWithout } from './figures/figure-place.ts';
import type { MeasureOptions } from './measure-options.ts';

/** Calendar days at which the share is read, and what stands behind them. */
const READ_AT = [
  { days: 21, says: 'within 21 days' },
  { days: 28, says: 'within 28 days (20 working days)' },
] as const;

const STEPS = [
  { name: 'first contact', dayOf: ({ firstContactOn }: StudyRow) => firstContactOn },
  { name: 'start', dayOf: ({ startedOn }: StudyRow) => startedOn },
] as const;

const header: MeasureHeader = {
  title: 'Time from offer to first contact and to start',
  numerator: 'First contacts with the provider; first sessions.',
  denominator: 'Index events with an offer.',
  clock: 'Starts on the day of the offer.',
  window: 'Up to the last day of the data; shares at 21 and 28 days.',
  base: 'Everybody offered, those who declined or were lost too.',
  censoring:
    'People who were never reached stay in until the data end or until death, and leave the curve then. The median is of everybody offered: it is not reached where half never are.',
  method: 'Kaplan-Meier, 95% on the log-log scale; median with the interval of Brookmeyer and Crowley.',
  source:
    'Three weeks in Scotland (Public Health Scotland), 20 working days in Wales (StatsWales), both of treatment. That they suit diversion, and that 20 working days are 28 days, is assumed.',
};

/** The share contacted and started by 21 and 28 days, and the median days, for each group. */
export function timeToContactAndStart({ rows }: StudyCohort, { by }: MeasureOptions = {}): Measured {
  const offered = rows.filter(({ offeredOn }) => offeredOn !== null);
  const figures = groupsOf(offered, by).flatMap(({ of, rows }) =>
    STEPS.flatMap(({ name, dayOf }) => figuresOf({ of, name, rows, dayOf })),
  );
  return { measure: 'time-to-contact-and-start', header, figures, warnings: [] };
}

interface Step {
  readonly of: string;
  readonly name: string;
  readonly rows: readonly StudyRow[];
  readonly dayOf: (row: StudyRow) => StudyRow['startedOn'];
}

function figuresOf({ of, name, rows, dayOf }: Step): readonly Figure[] {
  const n = rows.length;
  const times = rows.map((row) => watched(row, dayOf(row)));
  const curve = kaplanMeier({ time: times.map(({ days }) => days), event: times.map(({ event }) => event) });
  const reached = times.filter(({ event }) => event === 1);
  const shares = READ_AT.map(({ days, says }): Figure => {
    const count = reached.filter((time) => time.days <= days).length;
    const place = {
      of,
      what: `${name} ${says}`,
      n,
      count,
      unit: 'proportion',
      method: 'Kaplan-Meier, 95% log-log',
    } as const;
    if (!curve.ok) return figureWithout(place, 'nobody was offered');
    return { ...place, ...shareAt(curve.value, days), suppressed: false };
  });
  const place = {
    of,
    what: `median days to ${name}`,
    n,
    count: reached.length,
    unit: 'days',
    method: 'Kaplan-Meier median, Brookmeyer and Crowley 95%',
  } as const;
  return [
    ...shares,
    curve.ok ? { ...place, ...medianOf(curve.value), suppressed: false } : figureWithout(place, 'nobody was offered'),
  ];
}

/** Days from the offer to the step, or to the end of watching without it. */
function watched(row: StudyRow, reachedOn: StudyRow['startedOn']): { readonly days: number; readonly event: 0 | 1 } {
  const { offeredOn, followedUntil, diedOn } = row;
  const from = offeredOn ?? row.indexedOn;
  if (reachedOn !== null) return { days: daysBetween(from, reachedOn), event: 1 };
  return { days: daysBetween(from, diedOn ?? followedUntil), event: 0 };
}

type Reading = Pick<Figure, 'value' | 'low' | 'high' | 'why'>;

function shareAt(curve: SurvivalCurve, days: number): Reading {
  const { survival, low, high } = survivalAt(curve, days);
  if (Number.isNaN(survival)) return { value: null, low: null, high: null, why: `nobody was watched for ${days} days` };
  if (Number.isNaN(low))
    return {
      value: 1 - survival,
      low: null,
      high: null,
      why: 'everybody was reached by then, so the curve gives no interval',
    };
  if (survival === 1)
    return { value: 0, low: null, high: null, why: 'nobody was reached by then, so the curve gives no interval' };
  return { value: 1 - survival, low: 1 - high, high: 1 - low, why: null };
}

function medianOf(curve: SurvivalCurve): Reading {
  const { time, low, high } = survivalQuantile(curve);
  const finite = (days: number) => (Number.isFinite(days) ? days : null);
  const why =
    time === Number.POSITIVE_INFINITY
      ? 'less than half were ever reached'
      : Number.isFinite(low) && Number.isFinite(high)
        ? null
        : 'the data do not bound the interval on one side';
  return { value: finite(time), low: finite(low), high: finite(high), why };
}
