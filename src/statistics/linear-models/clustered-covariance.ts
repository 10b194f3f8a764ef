import { ok, refuse, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { faultOfRobustErrors } from '../matrix/fault-of-robust-errors.ts';
import type { LinearFit } from './least-squares.ts';
import { crossProducts, sandwich, scoresOf } from './sandwich.ts';

/**
 * Covariance of the coefficients where rows of one cluster (a place, a person) may go together in any way.
 *
 *   B (Σ_g s_g s_g') B × G / (G − 1) × (n − 1) / (n − p),   s_g = Σ of w e x over the rows of cluster g
 *
 * Source: K. Liang and S. Zeger, Biometrika 73, 1986, 13-22; the factor as Stata's and as R's `sandwich::vcovCL` with HC1.
 * It leans on G being large: with few clusters, or with few of them treated, it says too little; Student's t on G − 1
 * degrees helps in part. Refuses one cluster, and a group
 * that is one by itself.
 */
export function clusteredCovariance(
  fit: LinearFit,
  clusters: ArrayLike<number | string>,
): Result<{ readonly covariance: Float64Array; readonly clusters: number }, StatisticsRefusal> {
  const n = fit.residuals.length;
  if (clusters.length !== n)
    return refuseFor('unequal-lengths', `There are ${clusters.length} clusters for ${n} rows.`);
  const places = new Map<number | string, number>();
  const placeOf = Int32Array.from({ length: n }, (_, row) => {
    const cluster = clusters[row]!;
    const place = places.get(cluster) ?? places.size;
    places.set(cluster, place);
    return place;
  });
  if (places.size < 2)
    return refuseFor('too-few', 'All rows are of one cluster, so the spread between clusters has no measure.');
  const sums = scoresOf(fit).map((score) => {
    const byCluster = new Float64Array(places.size);
    for (let row = 0; row < n; row += 1) byCluster[placeOf[row]!]! += score[row]!;
    return byCluster;
  });
  const p = fit.names.length;
  const factor = ((places.size / (places.size - 1)) * (n - 1)) / (n - p);
  const covariance = sandwich(fit.unscaledCovariance, crossProducts(sums), p).map((value) => value * factor);
  const own = fit.unscaledCovariance.map((value) => value * fit.residualVariance);
  const weak = faultOfRobustErrors({ covariance: own, robustCovariance: covariance, cluster: clusters });
  return weak === null ? ok({ covariance, clusters: places.size }) : refuse(weak);
}
