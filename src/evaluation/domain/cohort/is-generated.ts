import type { StudyCohort } from './study-row.ts';

/** What the pseudonyms of generated people begin with. */
export const GENERATED_PREFIX = 'DEMO-';

/** Whether a cohort has generated people in it: a report of one says so on every page. */
export function isGenerated({ rows }: StudyCohort): boolean {
  return rows.some(({ person }) => person.startsWith(GENERATED_PREFIX));
}
