import type { ForceName } from '../../../interchange/index.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { InputFault } from '../../exit.ts';

/** The ids of an option that takes several, with commas between or given more than once. Throws `InputFault`. */
export function knownForces(command: string, given: readonly string[], forces: readonly ForceName[]): string[] {
  const ids = given.flatMap((text) => text.split(',')).map((id) => id.trim());
  for (const id of ids) {
    if (forces.some((force) => force.id === id)) continue;
    const near = nearestWord(
      id,
      forces.map((force) => force.id),
    );
    const remedy =
      near === null ? "give the force's data.police.uk id, as durham or west-midlands" : `did you mean "${near}"?`;
    throw new InputFault(`${command}: there is no force "${id}"; ${remedy}`);
  }
  return [...new Set(ids)];
}
