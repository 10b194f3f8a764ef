import { byWords, WordColumn } from '../word-column.ts';
import type { Force } from '../../../reference/index.ts';
import { officerDefinedGroup, selfDefinedCode } from './ethnicities.ts';
import type { StopAndSearchHeader } from './header.ts';
import { namedForce } from './named-force.ts';
import { OUTCOMES } from './outcomes.ts';
import { AGE_RANGES, GENDERS, YES_OR_NO } from './search-facts.ts';
import { OBJECTS, POWERS } from './search-object.ts';

/** Who or what was searched, by the type of the search. */
const TYPES: ReadonlyMap<string, 'person' | 'vehicle'> = new Map([
  ['Person search', 'person'],
  ['Person and Vehicle search', 'person'],
  ['Vehicle search', 'vehicle'],
]);

/** The columns whose words are few, each read word by word. The number is its mark, of no other column. */
export function searchColumns({ at }: StopAndSearchHeader) {
  return {
    type: new WordColumn(at.type, byWords(TYPES), 1),
    isOperation: new WordColumn(at.isOperation, byWords(YES_OR_NO), 2),
    gender: new WordColumn(at.gender, byWords(GENDERS), 3),
    ageRange: new WordColumn(at.ageRange, byWords(AGE_RANGES), 4),
    selfDefined: new WordColumn(at.selfDefined, selfDefinedCode, 5),
    officerDefined: new WordColumn(at.officerDefined, officerDefinedGroup, 6),
    power: new WordColumn(at.power, byWords(POWERS), 7),
    object: new WordColumn(at.object, byWords(OBJECTS), 8),
    outcome: new WordColumn(at.outcome, byWords(OUTCOMES), 9),
    link: new WordColumn(at.link, byWords(YES_OR_NO), 10),
    clothing: new WordColumn(at.clothing, byWords(YES_OR_NO), 11),
  };
}

export type SearchColumns = ReturnType<typeof searchColumns>;

/** The columns that name the force: the force that each word names, or null. */
export function forceColumns({ force }: StopAndSearchHeader, forces: readonly Force[]): WordColumn<string | null>[] {
  return force.map((at) => new WordColumn(at, (text) => namedForce(text, forces)));
}
