import { ok, refuse, type Result } from '../../shared/result.ts';
import { SeededRandom } from '../../shared/seeded-random.ts';
import {
  metaRegression,
  permutationTestOfGroups,
  wildBootstrapOfGroups,
  type ResampledDifference,
} from '../../statistics/index.ts';
import { refusalInWords } from '../domain/disclosure/refusal-in-words.ts';
import { sentence, setNumber, type Sentence } from '../domain/disclosure/sentence.ts';
import type { MetaAnalysisName } from '../domain/plan/plan-words.ts';
import type { Pooling } from './design-result.ts';
import type { ForceLevels } from './effects/force-levels.ts';
import { nullOf, type EffectEstimate, type EffectScale } from './finding.ts';

const INTERVALS = {
  reml: { tauSquaredBy: 'reml', interval: 'normal' },
  dl: { tauSquaredBy: 'dersimonian-laird', interval: 'normal' },
  hk: { tauSquaredBy: 'reml', interval: 'hartung-knapp' },
  'hk-modified': { tauSquaredBy: 'reml', interval: 'modified-hartung-knapp' },
} as const;

const NARROWED = sentence`The forces came out more alike than chance lets them, so this interval is narrower than the usual one by luck`;
const BY_NORMAL = sentence`It takes the spread between forces as known, and forces as many: with few, the interval is too narrow`;

export interface LevelsTask {
  readonly levels: ForceLevels;
  readonly scale: EffectScale;
  readonly diversionForces: readonly string[];
  readonly by: MetaAnalysisName;
  /** Of the plan: for the draws of a permutation test and a bootstrap. */
  readonly seed: number;
  /** A force to leave out. */
  readonly without?: string | undefined;
}

export interface ComparedLevels {
  readonly estimate: EffectEstimate;
  readonly pooling: Pooling;
  readonly method: string;
  readonly notes: readonly Sentence[];
  readonly isNarrowedByLuck: boolean;
}

/**
 * Forces with a scheme against forces without, each force one observation: the spread between forces of both kinds is in
 * the error. Refusals are in words.
 */
export function comparedLevels(task: LevelsTask): Result<ComparedLevels, Sentence> {
  const { scale, by, seed } = task;
  const chosen = chosenLevels(task);
  const withScheme = chosen.treated.filter((mark) => mark === 1).length;
  const k = chosen.treated.length;
  if (withScheme === 0 || withScheme === k)
    return refuse(sentence`Forces of one kind alone are left, so there is nothing to compare.`);
  if (k < 3) {
    return refuse(
      sentence`With one force of each kind nobody can tell what the scheme did from what sets the two forces apart.`,
    );
  }
  const columns = [{ name: 'a scheme', values: chosen.treated }];
  const regression = metaRegression({ ...chosen, columns }, INTERVALS[isResampling(by) ? 'hk-modified' : by]);
  if (!regression.ok) return refuse(refusalInWords(regression.refusal));
  const { terms, tauSquared, iSquared, qP, quantile, isNarrowedByLuck, degreesOfFreedom } = regression.value;
  const term = terms[1];
  if (term === undefined) return refuse(sentence`The scheme has no term in the model.`);
  const back = (value: number) => (nullOf(scale) === 1 ? Math.exp(value) : value);
  const reach = quantile * Math.sqrt(term.se ** 2 + tauSquared);
  const forces = `${withScheme} forces with a scheme against ${k - withScheme} without`;
  const pooling = (method: string): Pooling => ({
    forces: k,
    method,
    tauSquared,
    iSquared,
    predictionLow: back(term.coef - reach),
    predictionHigh: back(term.coef + reach),
    spreadP: qP,
  });
  if (isResampling(by)) {
    const groups = { ...chosen, treated: chosen.treated };
    const options = { random: SeededRandom.of(`${seed} forces`) };
    const found =
      by === 'permutation' ? permutationTestOfGroups(groups, options) : wildBootstrapOfGroups(groups, options);
    if (!found.ok) return refuse(refusalInWords(found.refusal));
    const { difference, low, high, p, standardError } = found.value;
    const method = `${forces} by ${resamplingInWords(by, found.value)}`;
    return ok({
      method,
      notes: by === 'permutation' ? noEnd(found.value) : [],
      isNarrowedByLuck: false,
      estimate: { value: back(difference), low: back(low), high: back(high), standardError, p },
      pooling: pooling(method),
    });
  }
  const method = `${forces} by ${regressionInWords(by, degreesOfFreedom)}`;
  return ok({
    method,
    notes: isNarrowedByLuck ? [NARROWED] : degreesOfFreedom === null ? [BY_NORMAL] : [],
    isNarrowedByLuck,
    estimate: { value: back(term.coef), low: back(term.low), high: back(term.high), standardError: term.se, p: term.p },
    pooling: pooling(method),
  });
}

type Resampling = Exclude<MetaAnalysisName, keyof typeof INTERVALS>;

function isResampling(by: MetaAnalysisName): by is Resampling {
  return by === 'permutation' || by === 'wild-bootstrap';
}

function chosenLevels({ levels, diversionForces, without }: LevelsTask) {
  const { forces, estimates, covariance } = levels;
  const places = [...forces.keys()].filter((at) => forces[at] !== without);
  const k = forces.length;
  return {
    estimates: Float64Array.from(places, (at) => estimates[at] ?? Number.NaN),
    covariance: Float64Array.from(
      places.flatMap((row) => places.map((column) => covariance[row * k + column] ?? Number.NaN)),
    ),
    treated: places.map((at) => Number(diversionForces.includes(forces[at] ?? ''))),
  };
}

function regressionInWords(by: keyof typeof INTERVALS, degrees: number | null): string {
  const t = degrees === null ? '' : `, Student’s t on ${degrees} ${degrees === 1 ? 'degree' : 'degrees'}`;
  switch (by) {
    case 'reml':
      return 'random-effects meta-regression (REML) with a normal interval';
    case 'dl':
      return 'random-effects meta-regression (moments) with a normal interval';
    case 'hk':
      return `random-effects meta-regression (REML) with Hartung and Knapp’s interval${t}`;
    case 'hk-modified':
      return `random-effects meta-regression (REML) with Hartung and Knapp’s interval, its variance never below the usual one${t}`;
  }
}

function resamplingInWords(by: Resampling, { draws }: ResampledDifference): string {
  return by === 'permutation'
    ? `a permutation test over ${draws.toLocaleString('en-GB')} ways of dividing the forces`
    : `a wild bootstrap over forces, ${draws.toLocaleString('en-GB')} draws of Webb’s weights`;
}

function noEnd({ leastP, low, high }: ResampledDifference): Sentence[] {
  if (Number.isFinite(low) && Number.isFinite(high)) return [];
  return [
    sentence`There are so few ways of dividing these forces that no p can be below ${setNumber(Number(leastP.toFixed(3)))}: the interval has no end`,
  ];
}
