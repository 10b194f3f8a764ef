import type { DocumentFault } from '../../../documents/index.ts';
import type { Law } from './law-document.ts';

/** No two law documents have a clause of the same id: a decision names the clauses of several. */
export function idsOfLawDiffer(laws: readonly Law[]): DocumentFault[] {
  const firstWith = new Map<string, string>();
  return laws.flatMap(({ file, clauses, limits = [] }) =>
    [...clauses, ...limits].flatMap(({ id }): DocumentFault[] => {
      const other = firstWith.get(id);
      firstWith.set(id, other ?? file);
      if (other === undefined || other === file) return [];
      const problem = `the id ${id} stands in ${other} too`;
      return [{ file, line: 1, column: 1, path: 'clauses', problem, remedy: 'give it the next number that is free' }];
    }),
  );
}
