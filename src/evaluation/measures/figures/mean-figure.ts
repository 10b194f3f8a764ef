import { normal, studentT } from '../../../statistics/index.ts';
import type { Figure, FigureUnit } from '../../domain/measured.ts';
import { figureWithout, type FigurePlace } from './figure-place.ts';

export interface MeanOf extends FigurePlace {
  readonly values: readonly number[];
  readonly unit: FigureUnit;
  /** What the values add up to, where that is a count. */
  readonly count?: number;
}

const METHOD = 'mean, 95% by Student’s t from the spread between people';

/** The mean of values with Student's interval, x̄ ± t s/√n. Of one value the spread, and so the interval, is not known. */
export function meanFigure({ values, unit, count, ...place }: MeanOf): Figure {
  const n = values.length;
  const counted = count === undefined ? {} : { count };
  if (n === 0) return figureWithout({ ...place, n, unit, method: METHOD, ...counted }, 'there is nobody to count');
  const { mean, error } = meanAndError(values);
  const base = { ...place, n, count: count ?? null, value: mean, unit, method: METHOD, suppressed: false };
  if (n === 1) return { ...base, low: null, high: null, why: 'one value shows no spread, so there is no interval' };
  const half = studentT(n - 1).upperQuantile(0.025) * error;
  return { ...base, low: mean - half, high: mean + half, why: null };
}

const LOG_METHOD = 'mean count, 95% on the log scale from the spread between people';

/**
 * The mean of counts, none below zero: x̄ e^(±z s/(√n x̄)). From the spread between people and not from the counts, as a
 * few who do much make counts vary more than Poisson's law would have it.
 */
export function meanCountFigure({ values, unit, ...place }: Omit<MeanOf, 'count'>): Figure {
  const n = values.length;
  const count = values.reduce((sum, value) => sum + value, 0);
  const base = { ...place, n, count, unit, method: LOG_METHOD };
  if (n === 0) return figureWithout(base, 'there is nobody to count');
  const { mean, error } = meanAndError(values);
  if (n === 1 || mean === 0) {
    const why =
      n === 1 ? 'one value shows no spread, so there is no interval' : 'nobody had any, so the spread is not known';
    return { ...base, value: mean, low: null, high: null, why, suppressed: false };
  }
  const spread = Math.exp((Z * error) / mean);
  return { ...base, value: mean, low: mean / spread, high: mean * spread, why: null, suppressed: false };
}

/** The normal quantile of 95%. */
const Z = normal.upperQuantile(0.025);

function meanAndError(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: n > 1 ? Math.sqrt(squares / (n - 1) / n) : Number.NaN };
}
