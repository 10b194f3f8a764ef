import type { Figure } from '../../domain/measured.ts';
import { countFigure } from './count-figure.ts';
import { meanFigure } from './mean-figure.ts';
import { shareFigure } from './share-figure.ts';

/** Of one case: whether it happened in fact, and whether it would have without the scheme. */
export interface FactAndWord {
  readonly inFact: boolean;
  readonly without: boolean;
}

/** How often something happened, how often it would have by the officer's word, and what was avoided on balance. */
export function pairedFigures(of: string, what: string, cases: readonly FactAndWord[]): readonly Figure[] {
  const n = cases.length;
  const count = (test: (one: FactAndWord) => boolean) => cases.filter(test).length;
  const differences = cases.map(({ inFact, without }) => Number(without) - Number(inFact));
  const net = differences.reduce<number>((sum, difference) => sum + difference, 0);
  return [
    shareFigure({ of, what: `${what}, in fact`, count: count(({ inFact }) => inFact), n }),
    shareFigure({
      of,
      what: `${what}, without the scheme by the officer’s word`,
      count: count(({ without }) => without),
      n,
    }),
    meanFigure({ of, what: `${what}, avoided on balance per person`, values: differences, unit: 'difference' }),
    countFigure({ of, what: `${what}, avoided on balance`, count: net, n }),
    countFigure({
      of,
      what: `${what}, although there would have been none`,
      count: count(({ inFact, without }) => inFact && !without),
      n,
    }),
  ];
}
