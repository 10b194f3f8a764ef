import { canAllBeMet } from './can-all-be-met.ts';
import { factsIn } from './rule-parts.ts';
import { wholeRule } from './whole-rule.ts';
import type { Check } from './check.ts';

/** Each clause, taken alone, can be met by somebody. Reads only clauses whose rules are sound. */
export const clausesCanBeMet: Check = ({ eligibility = [] }, { reference: { vocabulary } }) =>
  eligibility.flatMap((clause, index) => {
    const rule = wholeRule(clause?.rule);
    if (rule === null || canAllBeMet(vocabulary, [rule])) return [];
    return [
      {
        path: ['eligibility', index, 'rule'],
        problem: `no facts can meet ${clause?.id === undefined ? 'this clause' : `the clause ${clause.id}`}`,
        remedy: `change what it asks of ${factsIn(rule).join(', ')}, so that some value will do`,
      },
    ];
  });
