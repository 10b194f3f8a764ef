import { kaplanMeier, logRank, survivalAt, type SurvivalCurve } from '../../statistics/index.ts';
import { daysOfWindow } from '../domain/cohort/maturity.ts';
import type { Outcome } from '../domain/plan/plan-document.ts';
import type { Curve, Curves } from './design-result.ts';
import { rowsAt, type ComparedRows } from './effects/compared-rows.ts';

export interface CurveTask {
  readonly outcome: Outcome;
  readonly rows: ComparedRows;
  readonly names: readonly [string, string];
  /** Whether rows stand for one person each, so that intervals and the log-rank test hold. */
  readonly isSimple: boolean;
}

/** The share who have reoffended by each day on both sides (Kaplan-Meier), or null where nobody can be followed. */
export function curvesOf({ outcome, rows, names, isSimple }: CurveTask): Curves | null {
  const months = outcome.months ?? 12;
  const ticks = Array.from({ length: 5 }, (_, at) => daysOfWindow((at * months) / 4));
  const sides = ([1, 0] as const).map((arm) => {
    const places = [...rows.treated.keys()].filter((row) => rows.treated[row] === arm);
    const side = rowsAt(rows, places);
    const curve = kaplanMeier({ time: side.days, event: side.value });
    return curve.ok ? curveOf(curve.value, { name: names[1 - arm] ?? '', ticks, isSimple }) : null;
  });
  const [withScheme, without] = sides;
  if (!withScheme || !without) return null;
  const strata =
    rows.stratum === null
      ? {}
      : { stratum: rows.stratum, strata: 1 + rows.stratum.reduce((most, code) => Math.max(most, code), 0) };
  const test = logRank({ time: rows.days, event: rows.value, group: rows.treated, groups: 2, ...strata });
  const p = isSimple && test.ok ? test.value.p : null;
  const tested = p === null ? '' : `; p by the log-rank test${rows.stratum === null ? '' : ' within strata'}`;
  const banded = isSimple ? ', 95% log-log intervals' : '; people who stand for several count as often as they do';
  return {
    outcome,
    groups: [withScheme, without],
    p,
    method: `Kaplan-Meier, people who died leave on that day${banded}${tested}`,
  };
}

interface CurveWords {
  readonly name: string;
  readonly ticks: readonly number[];
  readonly isSimple: boolean;
}

function curveOf(curve: SurvivalCurve, { name, ticks, isSimple }: CurveWords): Curve {
  const withEvents = [...curve.times.keys()].filter((at) => (curve.deaths[at] ?? 0) > 0);
  const of = (values: Float64Array) => withEvents.map((at) => 1 - (values[at] ?? Number.NaN));
  const last = curve.times.at(-1) ?? 0;
  return {
    name,
    n: curve.n,
    days: [0, ...withEvents.map((at) => curve.times[at] ?? 0), last],
    share: closed(of(curve.survival)),
    low: isSimple ? closed(of(curve.high)) : null,
    high: isSimple ? closed(of(curve.low)) : null,
    atRisk: ticks.map((day) => {
      const point = survivalAt(curve, Math.min(day, last));
      return { day, n: point.atRisk, share: Number.isNaN(point.survival) ? null : 1 - point.survival };
    }),
  };
}

/** From nobody on day 0 to the last known share on the last day. */
function closed(shares: readonly number[]): number[] {
  return [0, ...shares, shares.at(-1) ?? 0];
}
