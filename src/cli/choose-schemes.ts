import { nearestWord } from '../shared/nearest-word.ts';
import type { Scheme } from '../schemes/index.ts';
import { InputFault } from './exit.ts';

/** The schemes named, in the order named; all of them where none is. Throws `InputFault` for an id there is not. */
export function chooseSchemes(command: string, schemes: readonly Scheme[], ids: readonly string[]): readonly Scheme[] {
  if (ids.length === 0) return schemes;
  return [...new Set(ids)].map((id) => {
    const scheme = schemes.find((candidate) => candidate.id === id);
    if (scheme !== undefined) return scheme;
    const known = schemes.map((candidate) => candidate.id);
    const near = nearestWord(id, known) ?? known.find((candidate) => candidate.includes(id.toLowerCase())) ?? null;
    const remedy = near === null ? 'waymark schemes list shows the ids there are' : `did you mean "${near}"?`;
    throw new InputFault(`${command}: there is no scheme "${id}"; ${remedy}`);
  });
}
