import type { Figure } from '../../domain/measured.ts';

/** Where a figure stands: of which group, and which line of the measure. */
export type FigurePlace = Pick<Figure, 'of' | 'what'>;

/** A figure that cannot be said, with the reason. */
export function figureWithout(
  figure: FigurePlace & Pick<Figure, 'n' | 'unit' | 'method'> & { readonly count?: number },
  why: string,
): Figure {
  return { count: null, ...figure, value: null, low: null, high: null, why, suppressed: false };
}
