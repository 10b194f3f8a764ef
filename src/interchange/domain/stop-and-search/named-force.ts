import { forceByName, type Force } from '../../../reference/index.ts';

const MONTHLY_FILE = /\d{4}-\d{2}-(.+?)-stop-and-search/;

/**
 * The id of the force that a text names: an id, a force's name, or a data.police.uk file name
 * (`2019-12-city-of-london-stop-and-search.csv`). Null where it names none of `forces`.
 */
export function namedForce(text: string, forces: readonly Force[]): string | null {
  return forceByName(MONTHLY_FILE.exec(text.toLowerCase())?.[1] ?? text, forces)?.id ?? null;
}
