import { ok, type Result } from '../../shared/result.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { effectFrom, type Effect } from './effect.ts';
import { readEffectTask, type EffectTask, type ReadEffectTask } from './effect-task.ts';
import { armModel, type ArmModel, type OutcomeModel } from './arm-model.ts';
import { propensityModel, type PropensityModel } from './propensity-model.ts';
import { propensityWeights } from './propensity-weights.ts';
import { scoreInfluence } from './score-influence.ts';

export interface DoublyRobustTask extends EffectTask {
  /** A line, or for outcomes of 0 and 1 a logistic curve; fitted in each arm by itself. */
  readonly outcomeModel: OutcomeModel;
  /** Everybody where it is left out. */
  readonly estimand?: 'everybody' | 'treated';
}

/**
 * The effect by augmented inverse-probability weighting (AIPW): what the outcome models foretell, corrected by the
 * weighted residuals of the rows whose outcome is known. Right if either the propensity model or the outcome model is.
 *
 *   everybody   mean of  m₁ + A (y − m₁) / e   less mean of  m₀ + (1 − A)(y − m₀) / (1 − e)
 *   treated     (mean of  A (y − m₀) − (1 − A) (y − m₀) e / (1 − e)) / share treated
 *
 * with e the propensity score, m₁ and m₀ the means foretold with and without treatment, A 1 where treated.
 * Sources: J. Robins, A. Rotnitzky and L. Zhao, JASA 89, 1994, 846-866; H. Bang and J. Robins, Biometrics 61, 2005, 962-973.
 * Choice: the sandwich error of all equations together, which holds too when one of the models is wrong.
 */
export function doublyRobustEffect(task: DoublyRobustTask): Result<Effect, StatisticsRefusal> {
  const read = readEffectTask(task);
  if (!read.ok) return read;
  const propensity = propensityModel(read.value.columns, read.value.treated);
  if (!propensity.ok) return propensity;
  // Only to refuse scores of 0 and 1, which leave nobody to compare with.
  const weights = propensityWeights(propensity.value.scores, read.value.treated, task.estimand ?? 'everybody');
  if (!weights.ok) return weights;
  const zero = armModel(read.value, 0, task.outcomeModel);
  if (!zero.ok) return zero;
  if (task.estimand === 'treated') return ok(amongTreated(read.value, propensity.value, zero.value));
  const one = armModel(read.value, 1, task.outcomeModel);
  if (!one.ok) return one;
  return ok(amongEverybody(read.value, propensity.value, { one: one.value, zero: zero.value }));
}

function amongEverybody(
  { outcome, treated, level }: ReadEffectTask,
  { scores, fitted }: PropensityModel,
  { one, zero }: { readonly one: ArmModel; readonly zero: ArmModel },
): Effect {
  const n = outcome.length;
  /** 1 / e for treated rows, 1 / (1 − e) for controls. */
  const weight = (row: number) => 1 / (treated[row] === 1 ? scores[row]! : 1 - scores[row]!);
  const partOf = (arm: 0 | 1, { means }: ArmModel) =>
    means.map((mean, row) => mean + (treated[row] === arm ? weight(row) * (outcome[row]! - mean) : 0));
  const [treatedParts, controlParts] = [partOf(1, one), partOf(0, zero)];
  const [meanTreated, meanControl] = [meanOf(treatedParts), meanOf(controlParts)];
  const onScores = outcome.map((y, row) => {
    const odds = scores[row]! / (1 - scores[row]!);
    return (treated[row] === 1 ? -(y - one.means[row]!) / odds : -(y - zero.means[row]!) * odds) / n;
  });
  const onOutcome = (arm: 0 | 1, { slopes }: ArmModel) =>
    slopes.map((slope, row) => ((arm === 1 ? 1 : -1) * slope * (1 - (treated[row] === arm ? weight(row) : 0))) / n);
  const owed = [
    scoreInfluence(fitted, onScores),
    scoreInfluence(one.fitted, onOutcome(1, one)),
    scoreInfluence(zero.fitted, onOutcome(0, zero)),
  ];
  const influence = treatedParts.map(
    (part, row) =>
      part - controlParts[row]! - (meanTreated - meanControl) + owed.reduce((sum, parts) => sum + n * parts[row]!, 0),
  );
  return effectFrom({ meanTreated, meanControl, influence, scores, level });
}

function amongTreated(
  { outcome, treated, level }: ReadEffectTask,
  { scores, fitted }: PropensityModel,
  zero: ArmModel,
): Effect {
  const n = outcome.length;
  const share = meanOf(Float64Array.from(treated));
  /** 1 for treated rows, less the odds of the score for controls. */
  const weight = (row: number) => (treated[row] === 1 ? 1 : -scores[row]! / (1 - scores[row]!));
  const left = outcome.map((y, row) => y - zero.means[row]!);
  const effect = meanOf(left.map((value, row) => weight(row) * value)) / share;
  const meanTreated = meanOf(outcome.map((y, row) => treated[row]! * y)) / share;
  const onScores = left.map((value, row) => (treated[row] === 1 ? 0 : (weight(row) * value) / n));
  const onOutcome = zero.slopes.map((slope, row) => (-weight(row) * slope) / n);
  const owed = [scoreInfluence(fitted, onScores), scoreInfluence(zero.fitted, onOutcome)];
  const influence = left.map(
    (value, row) =>
      (weight(row) * value - treated[row]! * effect + owed.reduce((sum, parts) => sum + n * parts[row]!, 0)) / share,
  );
  return effectFrom({ meanTreated, meanControl: meanTreated - effect, influence, scores, level });
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
