import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { faultOfArms, type Arm, type Estimate } from './arm.ts';
import { conditionalOddsRatio } from './conditional-odds-ratio.ts';

/**
 * The ratio of two odds, x₁ (n₂ − x₂) / (x₂ (n₁ − x₁)), of arm `a` to arm `b`.
 *
 * Interval `log` (the default): times e^(±z s), s² the sum of the four cells' inverses; refused where a cell is empty.
 * Source: Woolf (1955), On estimating the relation between blood group and disease.
 * Interval `exact`: the conditional estimate and the interval that goes with Fisher's test, see
 * conditional-odds-ratio.ts; its estimate is a little nearer to 1, and empty cells give ends of 0 or ∞.
 */
export function oddsRatio(
  a: Arm,
  b: Arm,
  { level = 0.95, interval = 'log' }: { readonly level?: number; readonly interval?: 'log' | 'exact' } = {},
): Result<Estimate, StatisticsRefusal> {
  const fault = faultOfArms([a, b], level);
  if (fault) return refuse(fault);
  const cells = [a.events, b.n - b.events, b.events, a.n - a.events] as const;
  if (a.events + b.events === 0 || cells[1] + cells[3] === 0) {
    const message = 'Nobody had the event, or everybody: the data say nothing of a ratio of odds.';
    return refuse({ code: 'no-events', message });
  }
  if (interval === 'exact') return ok(conditionalOddsRatio(a, b, level));
  if (cells.includes(0)) {
    const message = 'A cell of the table is empty, so the ratio has no logarithm; the exact interval needs none.';
    return refuse({ code: 'empty-cell', message });
  }
  const estimate = (cells[0] / cells[2]) * (cells[1] / cells[3]);
  const error = Math.sqrt(1 / cells[0] + 1 / cells[1] + 1 / cells[2] + 1 / cells[3]);
  const spread = Math.exp(normal.upperQuantile((1 - level) / 2) * error);
  return ok({ estimate, low: estimate / spread, high: estimate * spread });
}
