import { forceByName, type Force } from '../../../reference/index.ts';

const MONTHLY_FILE = /\d{4}-\d{2}-(.+?)-stop-and-search/;

/** Between the ids of forces whose searches lie in one file together. */
export const TOGETHER = '+';

/**
 * The id of the force that a text names: an id, a force's name, or a data.police.uk file name
 * (`2019-12-city-of-london-stop-and-search.csv`). Null where it names none of `forces`.
 */
export function namedForce(text: string, forces: readonly Force[]): string | null {
  return forceByName(MONTHLY_FILE.exec(text.toLowerCase())?.[1] ?? text, forces)?.id ?? null;
}

/** Whether a force that was named is another than the one asked for, or than all of several asked for together. */
export function isOtherForce(named: string | null, asked: string | null): boolean {
  return named !== null && asked !== null && !asked.split(TOGETHER).includes(named);
}
