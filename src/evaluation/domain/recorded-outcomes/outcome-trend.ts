import { wilsonInterval } from '../../../statistics/index.ts';
import { isClosed, OPEN_GROUPS, OUTCOME_GROUPS, outcomeGroupOf, type OutcomeGroup } from './outcome-label.ts';
import { periodsOf, type Period } from './periods.ts';
import { tableFrom } from '../../../shared/tables.ts';

/** So many crimes of a force and a month with one label. */
export interface OutcomeCount {
  readonly force: string;
  /** As 2019-12. */
  readonly month: string;
  /** The label as published; empty where there is none. */
  readonly outcome: string;
  readonly count: number;
  /** Where the first of them stands, counted from 1 without the header. */
  readonly first?: { readonly file: string; readonly row: number };
}

/** A label that is in no group, with how often it is there and where first. */
export interface UnknownLabel {
  readonly label: string;
  readonly count: number;
  readonly first: { readonly file: string; readonly row: number } | null;
}

/** A number of crimes closed one way, as a share of all that were closed. */
export interface OutcomeShare {
  readonly group: OutcomeGroup;
  readonly count: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How crimes were closed in one period. */
export interface PeriodOutcomes {
  readonly period: Period;
  readonly crimes: number;
  readonly closed: number;
  /** Shares are of `closed`, with Wilson's interval; null where nothing was closed. */
  readonly shares: readonly OutcomeShare[];
  /** What is not an ending, each kept apart. */
  readonly open: Readonly<Record<(typeof OPEN_GROUPS)[number], number>>;
}

/** One force, or all of some, in every period. */
export interface ForceOutcomes {
  readonly force: string;
  readonly periods: readonly PeriodOutcomes[];
}

export interface OutcomeTrend {
  readonly periods: readonly Period[];
  /** Every crime of the files, of every force and month, as published: the periods hold all months. */
  readonly asPublished: readonly PeriodOutcomes[];
  /** The forces and months that are compared like with like, and what came of that. Null with one period. */
  readonly likeForLike: LikeForLike | null;
  /** The labels that the table of groups does not know. */
  readonly unknownLabels: readonly UnknownLabel[];
}

export interface LikeForLike {
  /** The months of the year that are in the first and in the last period; without any, nothing is compared. */
  readonly months: readonly number[];
  readonly together: readonly PeriodOutcomes[];
  readonly forces: readonly ForceOutcomes[];
  readonly leftOut: readonly { readonly force: string; readonly why: string }[];
}

/**
 * How drugs crimes were closed in each period of the files. Like for like: the first and the last period, the months of
 * the year that are in both, and the forces which have crimes in all of these months and name outcomes. Shares are of
 * crimes closed, because those still open are many in a file that was downloaded soon after, and few in one downloaded
 * years later.
 */
export function outcomeTrend(counts: readonly OutcomeCount[]): OutcomeTrend {
  const periods = periodsOf(counts.map(({ month }) => month));
  const [first, last] = [periods[0], periods.at(-1)];
  const unknown = new Map<string, UnknownLabel>();
  for (const { outcome, count, first: where = null } of counts) {
    if (outcomeGroupOf(outcome) !== 'label not known') continue;
    const held = unknown.get(outcome) ?? { label: outcome, count: 0, first: where };
    unknown.set(outcome, { ...held, count: held.count + count });
  }
  return {
    periods,
    asPublished: periods.map((period) => outcomesIn(counts, period)),
    likeForLike: first === undefined || last === undefined || first === last ? null : compare(counts, first, last),
    unknownLabels: [...unknown.values()],
  };
}

function outcomesIn(counts: readonly OutcomeCount[], period: Period): PeriodOutcomes {
  const theirs = counts.filter(({ month }) => period.months.includes(month));
  const byGroup = new Map<string, number>();
  for (const { outcome, count } of theirs) {
    const group = outcomeGroupOf(outcome);
    byGroup.set(group, (byGroup.get(group) ?? 0) + count);
  }
  const crimes = theirs.reduce((sum, { count }) => sum + count, 0);
  const closed = OUTCOME_GROUPS.reduce((sum, group) => sum + (byGroup.get(group) ?? 0), 0);
  const shares = OUTCOME_GROUPS.map((group): OutcomeShare => {
    const count = byGroup.get(group) ?? 0;
    const wilson = closed === 0 ? null : wilsonInterval({ events: count, n: closed });
    if (wilson === null || !wilson.ok) return { group, count, share: null, low: null, high: null };
    return { group, count, share: wilson.value.estimate, low: wilson.value.low, high: wilson.value.high };
  });
  const open = tableFrom(OPEN_GROUPS, (group) => byGroup.get(group) ?? 0);
  return { period, crimes, closed, shares, open };
}

function compare(counts: readonly OutcomeCount[], first: Period, last: Period): LikeForLike {
  const months = monthsOfYear(first).filter((month) => monthsOfYear(last).includes(month));
  if (months.length === 0) return { months, together: [], forces: [], leftOut: [] };
  const [early, late] = [within(first, months), within(last, months)];
  const forces = [...new Set(counts.map(({ force }) => force))].sort();
  const judged = forces.map((force) => {
    const own = counts.filter((count) => count.force === force);
    return { force, own, why: whyNot(own, early, late) };
  });
  const compared = judged.filter(({ why }) => why === null);
  return {
    months,
    together: [early, late].map((period) =>
      outcomesIn(
        compared.flatMap(({ own }) => own),
        period,
      ),
    ),
    forces: compared.map(({ force, own }) => ({
      force,
      periods: [early, late].map((period) => outcomesIn(own, period)),
    })),
    leftOut: judged.flatMap(({ force, why }) => (why === null ? [] : [{ force, why }])),
  };
}

function monthsOfYear({ months }: Period): number[] {
  return [...new Set(months.map((month) => Number(month.slice(5, 7))))];
}

function within({ months }: Period, ofYear: readonly number[]): Period {
  return { months: months.filter((month) => ofYear.includes(Number(month.slice(5, 7)))) };
}

/** Why a force cannot be compared, or null. */
function whyNot(own: readonly OutcomeCount[], early: Period, late: Period): string | null {
  const missing = [...early.months, ...late.months].filter((month) => !own.some((count) => count.month === month));
  if (missing.length > 0) return `no drugs crime in ${missing.join(', ')}`;
  const names = [early, late].every(({ months }) =>
    own.some(({ month, outcome }) => months.includes(month) && isClosed(outcomeGroupOf(outcome))),
  );
  return names ? null : 'no outcome is given for any of its crimes in one of the periods';
}
