import { ok, refuse, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { twoProportionsPower, twoProportionsSize } from './two-proportions-power.ts';

/** A trial in which chance allocates clusters (forces, districts, officers), and what sets its people apart. */
export interface ClusterTrial {
  /** Risks without and with. */
  readonly riskA: number;
  readonly riskB: number;
  readonly alpha: number;
  /** The mean number of people in a cluster. */
  readonly perCluster: number;
  /** The standard deviation of the sizes of clusters over their mean; 0 where all are alike. */
  readonly sizeVariation: number;
  /** The share of the outcome's variance that lies between clusters. */
  readonly icc: number;
}

/**
 * How many times as many people a trial of clusters needs as one of people:  1 + ((cv² + 1) m − 1) ICC, with m the mean
 * size of a cluster and cv the variation of sizes.
 *
 * Sources: A. Donner and N. Klar, Design and Analysis of Cluster Randomization Trials, 2000, chapter 5; S. Eldridge,
 * D. Ashby and S. Kerry, International Journal of Epidemiology 35, 2006, 1292-1300 (unequal sizes).
 */
export function designEffect({
  perCluster,
  sizeVariation,
  icc,
}: Pick<ClusterTrial, 'perCluster' | 'sizeVariation' | 'icc'>): Result<number, StatisticsRefusal> {
  if (!(perCluster >= 1 && perCluster < Infinity)) {
    return refuseFor('out-of-range', `A cluster has one person or more on average; not ${perCluster}.`);
  }
  if (!(sizeVariation >= 0 && sizeVariation < Infinity)) {
    return refuseFor('out-of-range', `The variation of sizes is nought or more; not ${sizeVariation}.`);
  }
  if (!(icc >= 0 && icc <= 1)) {
    return refuseFor('out-of-range', `An intracluster correlation lies between 0 and 1; not ${icc}.`);
  }
  return ok(1 + ((sizeVariation ** 2 + 1) * perCluster - 1) * icc);
}

/** The power with so many clusters in each arm, of which one is lost to the variance being estimated. */
export function clusterTrialPower(trial: ClusterTrial, clustersPerArm: number): Result<number, StatisticsRefusal> {
  const effect = designEffect(trial);
  if (!effect.ok) return effect;
  if (!(Number.isInteger(clustersPerArm) && clustersPerArm >= 2)) {
    return refuseFor('too-few', 'Two clusters in each arm are the fewest whose spread can be told from the effect.');
  }
  const { riskA, riskB, alpha, perCluster } = trial;
  return twoProportionsPower(
    { riskA, riskB, ratio: 1, alpha },
    ((clustersPerArm - FOR_THE_VARIANCE) * perCluster) / effect.value,
  );
}

/** The number of clusters in each arm that gives a power. */
export function clusterTrialSize(trial: ClusterTrial, power: number): Result<number, StatisticsRefusal> {
  const effect = designEffect(trial);
  if (!effect.ok) return effect;
  const { riskA, riskB, alpha, perCluster } = trial;
  const people = twoProportionsSize({ riskA, riskB, ratio: 1, alpha }, power);
  if (!people.ok) return refuse(people.refusal);
  return ok(Math.max(2, Math.ceil((people.value * effect.value) / perCluster) + FOR_THE_VARIANCE));
}

/** R. Hayes and L. Moulton, Cluster Randomised Trials, 2017, section 7.3: one more in each arm, as t takes the normal's place. */
const FOR_THE_VARIANCE = 1;
