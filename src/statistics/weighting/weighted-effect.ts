import { ok, type Result } from '../../shared/result.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { effectFrom, type Effect } from './effect.ts';
import { readEffectTask, type EffectTask } from './effect-task.ts';
import { propensityModel } from './propensity-model.ts';
import { propensityWeights, type Estimand } from './propensity-weights.ts';
import { scoreInfluence } from './score-influence.ts';

/**
 * The difference of two weighted means, with the weights of `propensityWeights`.
 *
 *   mean of an arm = Σ w y / Σ w   over its rows
 *
 * Sources: M. Hernán and J. Robins, Causal Inference: What If, 2020, chapter 12; J. Lunceford and M. Davidian, Statistics
 * in Medicine 23, 2004, 2937-2960. Choice: the sandwich error of means and propensity model together. That the scores
 * were estimated makes it smaller, as a rule, than weights taken as given would.
 * It is an effect only if everything that moves both treatment and outcome is among the covariates.
 */
export function weightedEffect(task: EffectTask, estimand: Estimand): Result<Effect, StatisticsRefusal> {
  const read = readEffectTask(task);
  if (!read.ok) return read;
  const { outcome, treated, columns, level } = read.value;
  const model = propensityModel(columns, treated);
  if (!model.ok) return model;
  const { scores } = model.value;
  const weighed = propensityWeights(scores, treated, estimand);
  if (!weighed.ok) return weighed;
  const weights = weighed.value;
  const meanOf = (arm: number) => {
    let [sum, total] = [0, 0];
    for (let row = 0; row < weights.length; row += 1) {
      if (treated[row] !== arm) continue;
      sum += weights[row]! * outcome[row]!;
      total += weights[row]!;
    }
    return { mean: sum / total, share: total / weights.length };
  };
  const arms = { 1: meanOf(1), 0: meanOf(0) };
  const armOf = (row: number) => (treated[row] === 1 ? arms[1] : arms[0]);
  const sign = (row: number) => (treated[row] === 1 ? 1 : -1);
  const off = outcome.map((y, row) => (sign(row) * (y - armOf(row).mean)) / armOf(row).share);
  const pull = off.map((value, row) => (value * SLOPES[estimand](scores[row]!, treated[row] === 1)) / off.length);
  const owed = scoreInfluence(model.value.fitted, pull);
  const influence = off.map((value, row) => weights[row]! * value + off.length * owed[row]!);
  return ok(effectFrom({ meanTreated: arms[1].mean, meanControl: arms[0].mean, influence, scores, level }));
}

/** How fast each weight moves with the logit of its score. */
const SLOPES: { readonly [estimand in Estimand]: (score: number, isTreated: boolean) => number } = {
  everybody: (score, isTreated) => (isTreated ? -(1 - score) / score : score / (1 - score)),
  treated: (score, isTreated) => (isTreated ? 0 : score / (1 - score)),
  overlap: (score, isTreated) => (isTreated ? -1 : 1) * score * (1 - score),
};
