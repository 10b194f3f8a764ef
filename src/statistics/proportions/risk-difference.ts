import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { faultOfArms, type Arm, type Estimate } from './arm.ts';
import { newcombe } from './newcombe-interval.ts';

/**
 * The difference of two risks, x₁/n₁ − x₂/n₂, of arm `a` less arm `b`.
 *
 * Interval `newcombe` (the default): see newcombe-interval.ts; it stays between −1 and 1 and needs no filled cells.
 * Interval `wald`: d ± z √(p₁q₁/n₁ + p₂q₂/n₂), as R's prop.test(correct = FALSE); too narrow for small arms, and of no
 * width where both arms are empty or full, which is refused.
 */
export function riskDifference(
  a: Arm,
  b: Arm,
  { level = 0.95, interval = 'newcombe' }: { readonly level?: number; readonly interval?: 'newcombe' | 'wald' } = {},
): Result<Estimate, StatisticsRefusal> {
  const fault = faultOfArms([a, b], level);
  if (fault) return refuse(fault);
  const estimate = a.events / a.n - b.events / b.n;
  if (interval === 'newcombe') return ok({ estimate, ...newcombe(a, b, level) });
  const error = Math.sqrt(variance(a) + variance(b));
  if (error === 0) {
    const message = 'In each arm nobody or everybody had the event, so the Wald interval has no width; use newcombe.';
    return refuse({ code: 'empty-cell', message });
  }
  const half = normal.upperQuantile((1 - level) / 2) * error;
  return ok({ estimate, low: Math.max(-1, estimate - half), high: Math.min(1, estimate + half) });
}

function variance({ events, n }: Arm): number {
  return (events * (n - events)) / n ** 3;
}
