import type { Rule } from '../../../eligibility/index.ts';
import { canAllBeMet } from './can-all-be-met.ts';
import { factsIn } from './rule-parts.ts';
import type { Check } from './check.ts';

/** Each clause, taken alone, can be met by somebody. Reads only clauses whose rules are sound. */
export const clausesCanBeMet: Check = ({ eligibility = [] }, { reference: { vocabulary } }) =>
  eligibility.flatMap((clause, index) => {
    if (clause?.rule === undefined || canAllBeMet(vocabulary, [clause.rule as Rule])) return [];
    return [
      {
        path: ['eligibility', index, 'rule'],
        problem: `no facts can meet ${clause.id === undefined ? 'this clause' : `the clause ${clause.id}`}`,
        remedy: `change what it asks of ${factsIn(clause.rule as Rule).join(', ')}, so that some value will do`,
      },
    ];
  });
