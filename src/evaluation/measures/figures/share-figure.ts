import { wilsonInterval } from '../../../statistics/index.ts';
import type { Figure } from '../../domain/measured.ts';
import { figureWithout, type FigurePlace } from './figure-place.ts';

const METHOD = 'share, Wilson 95%';

/** So many of `n`, with Wilson's interval. Of nobody there is no share. */
export function shareFigure({
  count,
  n,
  ...place
}: FigurePlace & { readonly count: number; readonly n: number }): Figure {
  const share = wilsonInterval({ events: count, n });
  if (!share.ok) {
    const why = n === 0 ? 'there is nobody to count' : share.refusal.message;
    return figureWithout({ ...place, n, count, unit: 'proportion', method: METHOD }, why);
  }
  const { estimate: value, low, high } = share.value;
  return { ...place, n, count, value, low, high, unit: 'proportion', method: METHOD, why: null, suppressed: false };
}
