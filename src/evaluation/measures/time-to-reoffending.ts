/**
 * Time to reoffending: the chance of a first proven reoffence by each time, where death may come first. What is
 * counted is said in `header`.
 *
 * People who have died cannot reoffend; they are not treated as people who moved out of sight.
 */
import { addMonths } from '../../shared/add-months.ts';
import { daysBetween } from '../../shared/calendar-day.ts';
import { cumulativeIncidence, incidenceAt, type CumulativeIncidence } from '../../statistics/index.ts';
import { groupsOf } from '../domain/cohort/groups.ts';
import { MONTHS_FOR_PROOF, windowEnd } from '../domain/cohort/maturity.ts';
import { reoffencesOf, type ReoffencesOf } from '../domain/cohort/reoffences-in-window.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import type { Figure, Measured, MeasureHeader } from '../domain/measured.ts';
import { count, sentence, setNumber } from '../domain/disclosure/sentence.ts';
import { figureWithout } from './figures/figure-place.ts';
import { repeatWarnings } from './mature-rows.ts';
import type { MeasureOptions } from './measure-options.ts';
import { INDEX_CLOCK } from './index-clock.ts';

export interface TimeOptions extends MeasureOptions {
  /** Days at which the chance is read; 182, 365 and 730 where they are left out. */
  readonly at?: readonly number[];
}

const LONGEST_MONTHS = 24;
const METHOD = 'Aalen-Johansen, 95% on the log-log scale; death competes';

const header: MeasureHeader = {
  title: 'Time to reoffending',
  numerator: 'First proven reoffences; beside them, deaths before one.',
  denominator: 'Index events still watched, without a reoffence and alive.',
  clock: INDEX_CLOCK,
  window: `Days from the index day, up to ${LONGEST_MONTHS} months. Proof within ${MONTHS_FOR_PROOF} months of the end of watching.`,
  base: 'Everybody in the cohort, mature or not.',
  censoring: `Watching ends ${MONTHS_FOR_PROOF} months before the data do, as a later reoffence could not have been proven yet. Death competes with reoffending.`,
  method:
    'Cumulative incidence by Aalen and Johansen, with 95% intervals on the log-log scale. n is the number at risk from the start.',
  source:
    'After the Ministry of Justice’s proven reoffending, as Full Fact describes it. The six months for proof are assumed.',
};

/** The chance of a first reoffence, and of death before one, by each time, for each group. */
export function timeToReoffending(cohort: StudyCohort, { by, at = [182, 365, 730] }: TimeOptions = {}): Measured {
  const of = reoffencesOf(cohort);
  const times = new Map(cohort.rows.map((row) => [row, firstEvent(row, of)]));
  let unwatched = 0;
  const figures = groupsOf(cohort.rows, by).flatMap(({ of: group, rows }) => {
    const watched = rows.flatMap((row) => times.get(row) ?? []);
    unwatched = Math.max(unwatched, rows.length - watched.length);
    return figuresOf(group, watched, at);
  });
  const warnings =
    unwatched === 0
      ? []
      : [
          sentence`${count(unwatched)} rows have their index day in the last ${setNumber(MONTHS_FOR_PROOF)} months of the data, and are not watched at all.`,
        ];
  return { measure: 'time-to-reoffending', header, figures, warnings: [...warnings, ...repeatWarnings(cohort.rows)] };
}

interface FirstEvent {
  readonly day: number;
  readonly cause: (typeof CAUSE)[keyof typeof CAUSE];
}

const CAUSE = { none: 0, reoffence: 1, death: 2 } as const;

/** What ended the watching of a row, and after how many days. Null where it was never watched. */
function firstEvent(row: StudyRow, of: ReoffencesOf): FirstEvent | null {
  const { indexedOn, followedUntil, diedOn } = row;
  const provable = addMonths(followedUntil, -MONTHS_FOR_PROOF);
  const longest = windowEnd(indexedOn, LONGEST_MONTHS);
  const end = provable < longest ? provable : longest;
  if (end <= indexedOn) return null;
  const lastProof = addMonths(end, MONTHS_FOR_PROOF);
  const first = of(row).find(
    ({ committedOn, provenOn }) =>
      committedOn > indexedOn && committedOn <= end && provenOn !== null && provenOn <= lastProof,
  );
  if (first !== undefined) return { day: daysBetween(indexedOn, first.committedOn), cause: CAUSE.reoffence };
  if (diedOn !== null && diedOn <= end) return { day: daysBetween(indexedOn, diedOn), cause: CAUSE.death };
  return { day: daysBetween(indexedOn, end), cause: CAUSE.none };
}

function figuresOf(of: string, events: readonly FirstEvent[], at: readonly number[]): readonly Figure[] {
  const causes = [
    { what: 'reoffended', cause: CAUSE.reoffence },
    { what: 'died first', cause: CAUSE.death },
  ] as const;
  const curves = cumulativeIncidence({
    time: events.map(({ day }) => day),
    cause: events.map(({ cause }) => cause),
    causes: 2,
  });
  const longest = Math.max(0, ...events.map(({ day }) => day));
  return causes.flatMap(({ what, cause }) =>
    at.map((day): Figure => {
      const count = events.filter((event) => event.cause === cause && event.day <= day).length;
      const place = {
        of,
        what: `${what} within ${day} days`,
        n: events.length,
        count,
        unit: 'proportion',
        method: METHOD,
      } as const;
      if (!curves.ok) return figureWithout(place, 'nobody was watched');
      if (day > longest) return figureWithout(place, `nobody was watched for longer than ${longest} days`);
      return { ...place, ...read(curves.value, cause, day), suppressed: false };
    }),
  );
}

function read(curves: CumulativeIncidence, cause: number, day: number): Pick<Figure, 'value' | 'low' | 'high' | 'why'> {
  const { incidence, low, high } = incidenceAt(curves, cause, day);
  if (incidence > 0) return { value: incidence, low, high, why: null };
  return { value: 0, low: null, high: null, why: 'it happened to nobody by then, so the curve gives no interval' };
}
