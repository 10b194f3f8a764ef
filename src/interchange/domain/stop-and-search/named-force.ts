/** A force as `reference/forces.yaml` lists it. */
export interface ForceName {
  readonly id: string;
  readonly name: string;
}

const MONTHLY_FILE = /\d{4}-\d{2}-(.+?)-stop-and-search/;

/**
 * The id of the force that a text names: an id, a force's name, or a data.police.uk file name
 * (`2019-12-city-of-london-stop-and-search.csv`). Null where it names none of `forces`.
 */
export function namedForce(text: string, forces: readonly ForceName[]): string | null {
  const wanted = MONTHLY_FILE.exec(text.toLowerCase())?.[1] ?? text;
  const plain = plainWords(wanted);
  return forces.find(({ id, name }) => plainWords(id) === plain || plainWords(name) === plain)?.id ?? null;
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
