import { ok, refuse, type Result } from '../../shared/result.ts';
import { joined, sentence, type Sentence } from '../domain/disclosure/sentence.ts';
import type { MetaAnalysisName } from '../domain/plan/plan-words.ts';
import { comparedLevels } from './compared-levels.ts';
import type { Pooling } from './design-result.ts';
import type { ComparedRows } from './effects/compared-rows.ts';
import { forceLevels } from './effects/force-levels.ts';
import type { EffectEstimate, EffectScale, Finding } from './finding.ts';
import type { ImputedCovariates } from './imputed-covariates.ts';
import { pooledOverForces } from './pooled-effects.ts';

/** Everything of one outcome that forces are compared by. */
export interface ForcesToCompare {
  readonly scale: EffectScale;
  /** Everybody, without covariates. */
  readonly rows: ComparedRows;
  readonly forceOf: readonly string[];
  readonly imputed: Result<ImputedCovariates, Sentence>;
  /** Who is compared. */
  readonly places: readonly number[];
  readonly diversionForces: readonly string[];
  readonly seed: number;
}

/** Forces put together in some way. */
export interface TogetherEffect {
  readonly estimate: EffectEstimate;
  readonly method: Sentence;
  readonly notes: readonly Sentence[];
  readonly pooling: Pooling;
  readonly isNarrowedByLuck: boolean;
}

/** How forces come out together: by some method, perhaps without one of them. */
export type Together = (by: MetaAnalysisName, without?: string) => Result<TogetherEffect, Sentence>;

/** Every force one observation, so that the spread between forces of both kinds is in the error. */
export function overAllForces(task: ForcesToCompare): Together {
  const { scale, imputed, diversionForces, seed } = task;
  const levels = imputed.ok ? forceLevels({ ...task, completed: imputed.value.completed }) : refuse(imputed.refusal);
  return (by, without) => {
    if (!levels.ok) return levels;
    const found = comparedLevels({ levels: levels.value, scale, diversionForces, by, seed, without });
    if (!found.ok) return found;
    const { method, notes, ...rest } = found.value;
    const all = [...levels.value.notes, ...notes];
    return ok({ ...rest, method: sentence`${levels.value.method}; ${method}`, notes: all });
  };
}

const TAKEN_ALIKE = sentence`It takes comparison forces to be alike: what sets them apart from each other is in no error, and chance alone makes such an interval too narrow`;

/** The effects in each diversion force, pooled: comparison forces are taken to be alike. */
export function overDiversionForces(byForce: readonly Finding[], scale: EffectScale): Together {
  return (by, without) => {
    if (by === 'permutation' || by === 'wild-bootstrap') {
      return refuse(sentence`Diversion forces alone have nothing to be divided by.`);
    }
    const included = byForce.filter(({ label }) => label !== without);
    const pooled = pooledOverForces(included, scale, by);
    const refusals = included.flatMap(({ label, estimate, refusal }) =>
      estimate === null ? [sentence`${label} is not in it: ${refusal ?? ''}`] : [],
    );
    if (!pooled.ok) return refuse(joined([pooled.refusal, ...refusals], ' '));
    const { method, notes, ...rest } = pooled.value;
    const first = included.find(({ estimate }) => estimate !== null)?.method ?? '';
    return ok({ ...rest, method: sentence`${first}; ${method}`, notes: [TAKEN_ALIKE, ...refusals, ...notes] });
  };
}
