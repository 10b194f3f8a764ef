import type { Check } from './check.ts';

/** A clause's last day is not before its first. */
export const clauseEndsAfterItBegins: Check = ({ eligibility = [] }) =>
  eligibility.flatMap((clause, index) => {
    if (clause?.from === undefined || clause.until === undefined || clause.from <= clause.until) return [];
    return [
      {
        path: ['eligibility', index, 'until'],
        problem: `the last day, ${clause.until}, is before the first, ${clause.from}`,
        remedy: 'write the last day on which the clause is in force',
      },
    ];
  });
