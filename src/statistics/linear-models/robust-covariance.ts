import type { LinearFit } from './least-squares.ts';
import { crossProducts, sandwich, scoresOf } from './sandwich.ts';

export type RobustKind = 'hc0' | 'hc1' | 'hc3';

/**
 * Covariance of the coefficients whatever the variance of each row's error.
 *
 *   HC0   B (Σ w² e² x x') B
 *   HC1   HC0 times n / (n − p)
 *   HC3   each residual first divided by 1 − h, its row's leverage w x'Bx
 *
 * Sources: H. White, Econometrica 48, 1980, 817-838; J. MacKinnon and H. White, Journal of Econometrics 29, 1985,
 * 305-325; J. Long and L. Ervin, The American Statistician 54, 2000, 217-224, who advise HC3 below 250 rows.
 * As R's `sandwich::vcovHC`. A row that the fit goes through whatever its outcome (leverage 1: alone in its stratum) says
 * nothing of chance and adds nothing; R gives no number there.
 */
export function robustCovariance(fit: LinearFit, kind: RobustKind): Float64Array {
  const p = fit.names.length;
  const n = fit.residuals.length;
  const spread = kind === 'hc3' ? { ...fit, residuals: withoutLeverage(fit) } : fit;
  const covariance = sandwich(fit.unscaledCovariance, crossProducts(scoresOf(spread)), p);
  return kind === 'hc1' ? covariance.map((value) => (value * n) / (n - p)) : covariance;
}

function withoutLeverage({ columns, residuals, weights, unscaledCovariance }: LinearFit): Float64Array {
  const p = columns.length;
  return residuals.map((residual, row) => {
    let leverage = 0;
    for (let i = 0; i < p; i += 1) {
      for (let j = 0; j < p; j += 1) leverage += columns[i]![row]! * unscaledCovariance[i * p + j]! * columns[j]![row]!;
    }
    const left = 1 - (weights?.[row] ?? 1) * leverage;
    return left > 1e-10 ? residual / left : 0;
  });
}
