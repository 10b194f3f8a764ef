import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { risingRoot } from '../special/rising-root.ts';
import { faultOfArms, type Arm, type Estimate, type Interval } from './arm.ts';

/**
 * The ratio of two risks, (x₁/n₁) / (x₂/n₂), of arm `a` to arm `b`.
 *
 * Interval `log` (the default): the ratio times e^(±z s), s² = 1/x₁ − 1/n₁ + 1/x₂ − 1/n₂; refused where an arm has no
 * events, or everybody has one. Source: Katz, Baptista, Azen and Pike (1978).
 * Interval `score`: every ratio φ whose score statistic is at most z²; an arm without events gives an end of 0 or ∞.
 * Source: Koopman (1984), Confidence intervals for the ratio of two binomial proportions. Its coverage is the better one.
 */
export function riskRatio(
  a: Arm,
  b: Arm,
  { level = 0.95, interval = 'log' }: { readonly level?: number; readonly interval?: 'log' | 'score' } = {},
): Result<Estimate, StatisticsRefusal> {
  const fault = faultOfArms([a, b], level);
  if (fault) return refuse(fault);
  if (a.events + b.events === 0) {
    return refuse({ code: 'no-events', message: 'Neither arm has an event, so the data say nothing of a ratio.' });
  }
  const estimate = a.events / a.n / (b.events / b.n);
  const z = normal.upperQuantile((1 - level) / 2);
  if (interval === 'score') return ok({ estimate, ...koopman(a, b, z) });
  if (a.events === 0 || b.events === 0) {
    const message = 'An arm has no events, so the ratio has no logarithm; the score interval needs none.';
    return refuse({ code: 'empty-cell', message });
  }
  if (a.events === a.n && b.events === b.n) {
    const message = 'Everybody had the event, so the interval by logarithm has no width; the score interval has.';
    return refuse({ code: 'no-variation', message });
  }
  const spread = Math.exp(z * Math.sqrt(1 / a.events - 1 / a.n + 1 / b.events - 1 / b.n));
  return ok({ estimate, low: estimate / spread, high: estimate * spread });
}

/** Ratios beyond e^±300 are not looked for. */
const ENDS = { low: -300, high: 300 };

function koopman(a: Arm, b: Arm, z: number): Interval {
  const score = (logRatio: number) => signedRoot(a, b, Math.exp(logRatio));
  return {
    low: a.events === 0 ? 0 : Math.exp(risingRoot((u) => z - score(u), ENDS)),
    high: b.events === 0 ? Number.POSITIVE_INFINITY : Math.exp(risingRoot((u) => -z - score(u), ENDS)),
  };
}

/** The root of the score statistic: positive where arm `a` had more events than a ratio φ would give it. */
function signedRoot(a: Arm, b: Arm, ratio: number): number {
  const half = ratio * (a.n + b.events) + a.events + b.n;
  const total = (a.n + b.n) * (a.events + b.events) * ratio;
  // The likeliest risk of arm `a` under this ratio, written without a difference of near equals.
  const risk = Math.min(1, (2 * ratio * (a.events + b.events)) / (half + Math.sqrt(half * half - 4 * total)));
  const statistic = squaredDistance(a, risk) + squaredDistance(b, Math.min(1, risk / ratio));
  return (a.events * b.n > ratio * b.events * a.n ? 1 : -1) * Math.sqrt(statistic);
}

function squaredDistance({ events, n }: Arm, risk: number): number {
  const distance = events - n * risk;
  return distance === 0 ? 0 : distance ** 2 / (n * risk * (1 - risk));
}
