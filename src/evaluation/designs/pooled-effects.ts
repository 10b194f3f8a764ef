import { ok, refuse, type Result } from '../../shared/result.ts';
import { randomEffectsMetaAnalysis, rubinsRules, type NamedColumn } from '../../statistics/index.ts';
import { refusalInWords } from '../domain/disclosure/refusal-in-words.ts';
import { countOf, distinct, sentence, setNumber, type Sentence } from '../domain/disclosure/sentence.ts';
import type { Pooling } from './design-result.ts';
import { rowsAt, type ComparedRows, type FoundEffect } from './effects/compared-rows.ts';
import { effectOn } from './effects/outcome-effects.ts';
import { nullOf, type EffectEstimate, type EffectScale, type Finding } from './finding.ts';
import { studyEffectOf } from './subgroup-findings.ts';

const METHODS = {
  reml: { tauSquaredBy: 'reml', interval: 'normal', says: 'REML' },
  dl: { tauSquaredBy: 'dersimonian-laird', interval: 'normal', says: 'DerSimonian and Laird' },
  hk: { tauSquaredBy: 'reml', interval: 'hartung-knapp', says: 'REML with Hartung and Knapp’s interval' },
  'hk-modified': {
    tauSquaredBy: 'reml',
    interval: 'modified-hartung-knapp',
    says: 'REML with Hartung and Knapp’s interval, never narrower than the normal one',
  },
} as const;

/** The ways in which effects of single forces can be pooled. */
export type PoolingName = keyof typeof METHODS;

const NARROWED = sentence`The forces came out more alike than chance lets them, so this interval is narrower than the usual one by luck`;

export interface ImputedTask {
  readonly scale: EffectScale;
  /** Everybody, without covariates. */
  readonly rows: ComparedRows;
  /** Covariates side by side with the rows, once for each completed data set. */
  readonly completed: readonly (readonly NamedColumn[])[];
  readonly places: readonly number[];
}

/** One effect from every completed data set, by Rubin's rules on the scale where effects add. */
export function effectOverImputations({ scale, rows, completed, places }: ImputedTask): Result<FoundEffect, Sentence> {
  const each: FoundEffect[] = [];
  for (const covariates of completed) {
    const found = effectOn(scale, rowsAt({ ...rows, covariates }, places));
    if (!found.ok) return found;
    each.push(found.value);
  }
  const [first] = each;
  if (first === undefined) return refuse(sentence`There is no data set to work with.`);
  if (each.length === 1) return ok(first);
  const isRatio = nullOf(scale) === 1;
  const scaled = (value: number) => (isRatio ? Math.log(value) : value);
  const back = (value: number) => (isRatio ? Math.exp(value) : value);
  const pooled = rubinsRules({
    estimates: each.map(({ estimate }) => scaled(estimate.value)),
    standardErrors: each.map(({ estimate }) => estimate.standardError ?? Number.NaN),
    completeDegreesOfFreedom: Math.max(2, places.length - (completed[0]?.length ?? 0) - 2),
  });
  if (!pooled.ok) return refuse(refusalInWords(pooled.refusal));
  const { estimate, low, high, standardError, p } = pooled.value;
  return ok({
    estimate: { value: back(estimate), low: back(low), high: back(high), standardError, p },
    method: sentence`${first.method}; ${setNumber(each.length)} imputations by Rubin’s rules`,
    notes: distinct(each.flatMap(({ notes }) => notes)).slice(0, 3),
  });
}

export interface PooledForces {
  readonly estimate: EffectEstimate;
  readonly pooling: Pooling;
  readonly method: string;
  readonly notes: readonly Sentence[];
  readonly isNarrowedByLuck: boolean;
}

/** Puts the effects of forces together by a random-effects meta-analysis, or says why they can't be. */
export function pooledOverForces(
  findings: readonly Finding[],
  scale: EffectScale,
  by: PoolingName,
): Result<PooledForces, Sentence> {
  const effects = findings.flatMap((finding) => studyEffectOf(finding, scale));
  if (effects.length < 2) {
    return refuse(
      sentence`Only ${countOf(effects.length, findings.length)} forces have an effect, and two are needed to pool.`,
    );
  }
  const { says, ...options } = METHODS[by];
  const pooled = randomEffectsMetaAnalysis(effects, options);
  if (!pooled.ok) return refuse(refusalInWords(pooled.refusal));
  const back = (value: number) => (nullOf(scale) === 1 ? Math.exp(value) : value);
  const { value } = pooled;
  const method = `Random-effects meta-analysis of ${effects.length} forces by ${says}`;
  return ok({
    method,
    notes: value.isNarrowedByLuck ? [NARROWED] : [],
    isNarrowedByLuck: value.isNarrowedByLuck,
    estimate: {
      value: back(value.pooled),
      low: back(value.low),
      high: back(value.high),
      standardError: value.standardError,
      p: value.p,
    },
    pooling: {
      forces: effects.length,
      method,
      tauSquared: value.tauSquared,
      iSquared: value.iSquared,
      predictionLow: back(value.predictionLow),
      predictionHigh: back(value.predictionHigh),
      spreadP: value.qP,
    },
  });
}
