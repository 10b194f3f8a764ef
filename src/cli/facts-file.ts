import { parseFacts, type Facts, type Vocabulary } from '../eligibility/index.ts';
import { InputFault } from './exit.ts';
import { inputName, readInput } from './read-input.ts';
import { readJson } from './read-json.ts';

/** What a facts file holds: one person, or a list of people in order. */
export type FactsFile =
  { readonly kind: 'person'; readonly facts: Facts } | { readonly kind: 'people'; readonly facts: readonly Facts[] };

/**
 * Reads a file of facts (`-` is standard input): a JSON object of facts by id, or a list of such objects. All of it is
 * read and checked before anything is decided. Throws `InputFault` naming the first fault, its place and its remedy.
 */
export async function readFactsFile(file: string, vocabulary: Vocabulary): Promise<FactsFile> {
  const name = inputName(file);
  const raw = readJson(await readInput(file), name);
  if (!Array.isArray(raw)) return { kind: 'person', facts: factsFrom(raw, name, vocabulary) };
  return { kind: 'people', facts: raw.map((person, index) => factsFrom(person, `${name}: [${index}]`, vocabulary)) };
}

function factsFrom(raw: unknown, place: string, vocabulary: Vocabulary): Facts {
  const result = parseFacts(vocabulary, raw, { standIns: true });
  if (result.ok) return result.value;
  const [first, ...others] = result.refusal;
  if (first === undefined) throw new Error('The facts were refused for nothing');
  const more =
    others.length === 0 ? '' : ` (and ${others.length} more fault${others.length === 1 ? '' : 's'} in these facts)`;
  throw new InputFault(`${placeOf(place, first.path)}: ${first.problem}; ${first.remedy}${more}`);
}

/** `people.json: [3].age`, `person.json: age`. */
function placeOf(place: string, path: string): string {
  if (path === '') return place;
  return place.endsWith(']') ? `${place}.${path}` : `${place}: ${path}`;
}
