import { ok, type Result, refuse } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { agreeingP } from './agreeing-p.ts';
import { faultOfLevel, type Estimate } from './arm.ts';
import { binomialTwiceSmallerTail, binomialTwoSided } from './binomial-test.ts';
import { clopperPearson } from './clopper-pearson-interval.ts';

/** So many events in so much time, of all people together. */
export interface EventsInTime {
  readonly events: number;
  readonly time: number;
}

export interface RateRatio extends Estimate {
  readonly p: number;
  /** `likelihood`: whatever is no likelier than what was seen. `tails`: twice the smaller tail. `wald`: by logarithm. */
  readonly pBy: 'likelihood' | 'tails' | 'wald';
}

/**
 * The ratio of two rates, (d₁/t₁) / (d₂/t₂), of `a` to `b`, counts taken as Poisson.
 *
 * Interval `exact` (the default): given d₁ + d₂, d₁ is binomial with odds ratio × t₁/t₂, so the ends are those of
 * Clopper and Pearson for d₁ of d₁ + d₂, and p is the binomial test's, as R's poisson.test. Empty cells give ends of 0
 * or ∞. Source: Przyborowski and Wilenski (1940). Choice: where that p and the interval speak against each other, p is
 * twice the smaller tail, see agreeing-p.ts, and `pBy` says so.
 * Interval `log`: times e^(±z s), s² = 1/d₁ + 1/d₂, p from log ratio / s; refused where a side has no events. Source:
 * Rothman, Modern Epidemiology.
 */
export function rateRatio(
  a: EventsInTime,
  b: EventsInTime,
  { level = 0.95, interval = 'exact' }: { readonly level?: number; readonly interval?: 'exact' | 'log' } = {},
): Result<RateRatio, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  for (const { events, time } of [a, b]) {
    if (!Number.isInteger(events) || events < 0) return refuseFor('out-of-range', `${events} is no count of events.`);
    if (!(time > 0 && Number.isFinite(time))) {
      return refuseFor('out-of-range', `A rate needs a time above zero; ${time} is none.`);
    }
  }
  const events = a.events + b.events;
  if (events === 0) return refuseFor('no-events', 'Neither side has an event, so the data say nothing of a ratio.');
  const estimate = a.events / a.time / (b.events / b.time);
  if (interval === 'exact') return ok({ estimate, ...exact(a, b, level) });
  if (a.events === 0 || b.events === 0) {
    return refuseFor(
      'empty-cell',
      'A side has no events, so the ratio has no logarithm; the exact interval needs none.',
    );
  }
  const error = Math.sqrt(1 / a.events + 1 / b.events);
  const spread = Math.exp(normal.upperQuantile((1 - level) / 2) * error);
  const p = 2 * normal.upper(Math.abs(Math.log(estimate)) / error);
  return ok({ estimate, low: estimate / spread, high: estimate * spread, p, pBy: 'wald' });
}

function exact(a: EventsInTime, b: EventsInTime, level: number): Omit<RateRatio, 'estimate'> {
  const arm = { events: a.events, n: a.events + b.events };
  const ofA = clopperPearson(arm, level);
  const ofB = clopperPearson({ events: b.events, n: arm.n }, level);
  const perTime = b.time / a.time;
  // One less an end for `a` is an end for `b`; taking it from there loses no digits.
  const interval = { low: (ofA.low / ofB.high) * perTime, high: (ofA.high / ofB.low) * perTime };
  const share = a.time / (a.time + b.time);
  const likelihood = binomialTwoSided(arm, share);
  const p = agreeingP({
    p: likelihood,
    interval,
    level,
    tested: 1,
    pOfInterval: () => binomialTwiceSmallerTail(arm, share),
  });
  return { ...interval, p, pBy: p === likelihood ? 'likelihood' : 'tails' };
}
