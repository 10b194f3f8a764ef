import { ok, refuse, type Result } from '../../shared/result.ts';
import { caliperWidth, nearestNeighbourMatching, propensityModel } from '../../statistics/index.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import { refusalInWords } from '../domain/disclosure/refusal-in-words.ts';
import { sentence, type Sentence } from '../domain/disclosure/sentence.ts';
import { covariateColumns, covariateOf } from './covariate-columns.ts';
import { codesOf } from './effects/compared-rows.ts';
import { usableColumns } from './effects/usable-columns.ts';
import type { Subject } from './study-sample.ts';

/** What stands where the plan leaves a setting out. Caliper: P. Austin, Pharmaceutical Statistics 10, 2011. */
const MATCHING_DEFAULTS = { caliper: 0.2, reuse: 1 } as const;

export interface MatchedPairs {
  /** Places of those with the scheme, and of their controls, side by side. */
  readonly treated: Int32Array;
  readonly controls: Int32Array;
  /** How many with the scheme found nobody near enough. */
  readonly unmatched: number;
  /** By place: 1 for each pair it is in. */
  readonly weights: Float64Array;
  /** Of the logit of the propensity score: the largest difference in a pair. */
  readonly caliper: number;
  readonly notes: readonly Sentence[];
}

export interface PairingTask {
  readonly plan: Plan;
  readonly subjects: readonly Subject[];
  readonly treated: Uint8Array;
  /** Times the plan's caliper: for analyses of how far the answer hangs on it. */
  readonly caliperTimes?: number;
}

/**
 * Pairs each person who had the scheme with the nearest who had not: nearest on the logit of the propensity score,
 * within a caliper, the same in the exact covariates, a control shared by no more than the plan allows.
 */
export function matchedPairs({
  plan,
  subjects,
  treated,
  caliperTimes = 1,
}: PairingTask): Result<MatchedPairs, Sentence> {
  const { caliper = MATCHING_DEFAULTS.caliper, reuse = MATCHING_DEFAULTS.reuse, exact = [] } = plan.comparison;
  const { columns, notes } = covariateColumns(subjects, plan.covariates);
  const usable = usableColumns(columns, treated);
  if (usable.columns.length === 0)
    return refuse(sentence`No covariate varies, so there is nothing to match people on.`);
  const model = propensityModel(usable.columns, treated);
  if (!model.ok) {
    return refuse(sentence`The chance of having the scheme can’t be modelled. ${refusalInWords(model.refusal)}`);
  }
  const { logits } = model.value;
  const width = caliperWidth(logits, caliper * caliperTimes);
  const strata = codesOf(
    subjects.map((subject) => exact.map((name) => String(covariateOf(subject, name) ?? 'not recorded')).join('\u0000')),
  );
  const matching = nearestNeighbourMatching({ scores: logits, treated, strata, reuse, caliper: width });
  if (!matching.ok) return refuse(refusalInWords(matching.refusal));
  const { treatedRows, controlRows } = matching.value;
  const matched = [...treatedRows.keys()].filter((at) => (controlRows[at] ?? -1) !== -1);
  const weights = new Float64Array(subjects.length);
  const pairs = {
    treated: Int32Array.from(matched, (at) => treatedRows[at] ?? 0),
    controls: Int32Array.from(matched, (at) => controlRows[at] ?? 0),
  };
  for (const place of [...pairs.treated, ...pairs.controls]) weights[place] = (weights[place] ?? 0) + 1;
  return ok({
    ...pairs,
    unmatched: treatedRows.length - matched.length,
    weights,
    caliper: width,
    notes: [...notes, ...usable.notes],
  });
}
