import type { Force } from './force.ts';

/**
 * The force that a text from outside means, by its id, its name or a name that it had before, however it is spelt:
 * "Durham Constabulary", "WEST MIDLANDS", "avon & somerset". Null where it means none of `forces`. Never guesses: see `findForce` for that.
 */
export function forceByName<SomeForce extends Force>(text: string, forces: readonly SomeForce[]): SomeForce | null {
  const plain = lettersAndDigits(text);
  const isMeant = ({ id, name, formerNames = [] }: Force): boolean =>
    [id, name, ...formerNames].some((words) => lettersAndDigits(words) === plain);
  return forces.find(isMeant) ?? null;
}

function lettersAndDigits(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
