import type { Force } from './force.ts';

/**
 * The force that a text from outside means, by its id or its name however it is spelt: "Durham Constabulary",
 * "WEST MIDLANDS", "avon & somerset". Null where it means none of `forces`. Never guesses: see `findForce` for that.
 */
export function forceByName<SomeForce extends Force>(text: string, forces: readonly SomeForce[]): SomeForce | null {
  const plain = lettersAndDigits(text);
  return forces.find(({ id, name }) => lettersAndDigits(id) === plain || lettersAndDigits(name) === plain) ?? null;
}

function lettersAndDigits(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
