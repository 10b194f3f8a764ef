import { joinedPopulation, searchesIn, type Population } from '../../../evaluation/index.ts';
import { TOGETHER, type SearchCell, type SearchesAnswer } from '../../../interchange/index.ts';
import type { Force } from '../../../reference/index.ts';
import { InputFault } from '../../exit.ts';
import { nothingCounted } from '../../output/nothing-counted.ts';
import type { DisproportionalityRequest } from './read-request.ts';

/** A force's searches, or those of several forces that lie in one file together. */
export interface Area {
  /** The forces' ids. */
  readonly forces: readonly string[];
  readonly name: string;
  /** The months of its searches, in order, as 2019-12. */
  readonly months: readonly string[];
  readonly searches: readonly SearchCell[];
  readonly population: Population | null;
}

export interface AreaSetting {
  readonly request: DisproportionalityRequest;
  readonly forces: readonly Force[];
  readonly populations: readonly Population[];
}

/** The areas that the searches are of, by name. Throws `InputFault` where no force is named for some, or for all. */
export function areasOf({ cells, months, files }: SearchesAnswer, setting: AreaSetting): Area[] {
  const nobodys = cells.filter(({ force }) => force === null);
  if (nobodys.length > 0) {
    const count = searchesIn(nobodys).toLocaleString('en-GB');
    throw new InputFault(
      `disproportionality: neither the file's name nor its rows name the force of ${count} searches; say whose they are: --force ID, or --force ID,ID where they are of several forces together`,
    );
  }
  if (cells.length === 0) {
    throw new InputFault(`disproportionality: there is no search of a person in the files: ${nothingCounted(files)}`);
  }
  const keys = [...new Set(cells.map(({ force }) => force ?? ''))];
  const monthsOf = new Map(months.map(({ force, months: own }) => [force, own]));
  return keys
    .map((key) => ({ ...areaOf(key, cells, setting), months: monthsOf.get(key) ?? [] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function areaOf(key: string, cells: readonly SearchCell[], { forces, populations }: AreaSetting): Omit<Area, 'months'> {
  const ids = key.split(TOGETHER);
  const searches = cells.filter(({ force }) => force === key);
  const theirs = ids.map((id) => populations.find((population) => population.forces.includes(id)) ?? null);
  const found = theirs.filter((population) => population !== null);
  return {
    forces: ids,
    name: ids.map((id) => forces.find((force) => force.id === id)?.name ?? id).join(', '),
    searches,
    population: found.length === ids.length ? joinedPopulation(found) : null,
  };
}
