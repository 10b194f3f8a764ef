import type { DocumentPath, Finding } from '../../../documents/index.ts';
import type { Check } from './check.ts';

/** No two clauses have the same id, nor two steps: decisions and records are found again by them. */
export const idsDiffer: Check = ({ eligibility = [], pathway }) => [
  ...repeated(
    eligibility.map((clause) => clause?.id),
    (index) => ['eligibility', index, 'id'],
    'clause',
  ),
  ...repeated(
    (pathway?.steps ?? []).map((step) => step?.id),
    (index) => ['pathway', 'steps', index, 'id'],
    'step',
  ),
];

function repeated(
  ids: readonly (string | undefined)[],
  pathOf: (index: number) => DocumentPath,
  what: string,
): Finding[] {
  return ids.flatMap((id, index) => {
    if (id === undefined || ids.indexOf(id) === index) return [];
    return [
      {
        path: pathOf(index),
        problem: `another ${what} above has the id "${id}"`,
        remedy: `give each ${what} its own id`,
      },
    ];
  });
}
