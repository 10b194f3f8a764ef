import { funnel, type Funnel } from './funnel.ts';
import type { Population } from './population.ts';
import { searchesIn, type SearchCount } from './search-count.ts';
import { countedSteps } from './counted-steps.ts';

/** An area whose searches are compared with those of others. */
export interface AreaSearches {
  readonly name: string;
  readonly searches: readonly SearchCount[];
  readonly population: Population | null;
  /** How many months its records are of. */
  readonly months: number;
}

export interface AreaFunnel extends Funnel {
  readonly title: string;
  /** What a rate is of, and what its size is, in words. */
  readonly rateWords: string;
  readonly sizeWords: string;
  /** A rate is shown times this: 1,000 residents, or 100 for a percentage. */
  readonly shownPer: number;
  /** The areas that could not be placed, each with why. */
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
}

/** Areas against what chance alone would make of the rate of all of them together. */
export function compareAreas(areas: readonly AreaSearches[]): readonly AreaFunnel[] {
  return [searchesPerResident(areas), findsPerSearch(areas)];
}

function searchesPerResident(areas: readonly AreaSearches[]): AreaFunnel {
  const why = ({ population }: AreaSearches): string | null =>
    population === null ? 'no number of residents is at hand' : population.caution;
  const shown = areas.filter((area) => why(area) === null);
  const counts = shown.map(({ name, searches, population, months }) => ({
    name,
    count: searchesIn(searches),
    size: residentsIn(population) * months,
  }));
  return {
    title: 'Searches for the number of residents',
    rateWords: 'searches per 1,000 residents a month',
    sizeWords: 'residents times months',
    shownPer: 1000,
    ...funnel(counts, 'poisson'),
    leftOut: areas.flatMap((area) => {
      const reason = why(area);
      return reason === null ? [] : [{ name: area.name, why: reason }];
    }),
  };
}

function findsPerSearch(areas: readonly AreaSearches[]): AreaFunnel {
  const told = areas.map((area) => ({ ...area, why: countedSteps(area.searches).whyNoFinds }));
  const counts = told
    .filter(({ why }) => why === null)
    .map(({ name, searches }) => ({
      name,
      count: searchesIn(searches.filter(({ found }) => found === 'yes')),
      size: searchesIn(searches),
    }));
  return {
    title: 'Searches that found what was looked for',
    rateWords: 'finds per 100 searches',
    sizeWords: 'searches',
    shownPer: 100,
    ...funnel(counts, 'binomial'),
    leftOut: told.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }])),
  };
}

function residentsIn(population: Population | null): number {
  return population === null ? 0 : Object.values(population.ethnicity).reduce((sum, number) => sum + number, 0);
}
