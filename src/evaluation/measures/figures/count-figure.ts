import type { Figure } from '../../domain/measured.ts';
import type { FigurePlace } from './figure-place.ts';

/** A bare count of `n`: what happened, with no claim beyond it and so no interval. */
export function countFigure({
  count,
  n,
  ...place
}: FigurePlace & { readonly count: number; readonly n: number }): Figure {
  return {
    ...place,
    n,
    count,
    value: count,
    low: null,
    high: null,
    unit: 'count',
    method: 'count',
    why: null,
    suppressed: false,
  };
}
