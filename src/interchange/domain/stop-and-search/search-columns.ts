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

/** The columns whose words are few, each read word by word. */
export function searchColumns({ at }: StopAndSearchHeader) {
  return {
    type: new WordColumn(at.type, byWords(TYPES)),
    isOperation: new WordColumn(at.isOperation, byWords(YES_OR_NO)),
    gender: new WordColumn(at.gender, byWords(GENDERS)),
    ageRange: new WordColumn(at.ageRange, byWords(AGE_RANGES)),
    selfDefined: new WordColumn(at.selfDefined, selfDefinedCode),
    officerDefined: new WordColumn(at.officerDefined, officerDefinedGroup),
    power: new WordColumn(at.power, byWords(POWERS)),
    object: new WordColumn(at.object, byWords(OBJECTS)),
    outcome: new WordColumn(at.outcome, byWords(OUTCOMES)),
    link: new WordColumn(at.link, byWords(YES_OR_NO)),
    clothing: new WordColumn(at.clothing, byWords(YES_OR_NO)),
  };
}

export type SearchColumns = ReturnType<typeof searchColumns>;

/** The columns that name the force: the force that each word names, or null. */
export function forceColumns({ force }: StopAndSearchHeader, forces: readonly Force[]): WordColumn<string | null>[] {
  return force.map((at) => new WordColumn(at, (text) => namedForce(text, forces)));
}
