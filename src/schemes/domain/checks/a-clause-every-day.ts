import { addDays } from '../../../shared/calendar-day.ts';
import { clausesInForce, daysOfChange, type InForce } from './clauses-in-force.ts';
import type { Check } from './check.ts';

/** From the first clause's first day on there is always a clause in force: with none, everybody would be let in. */
export const aClauseEveryDay: Check = ({ eligibility = [] }) => {
  // A clause whose day cannot be read might be the one that fills the gap.
  const clauses = eligibility.flatMap((clause): InForce[] =>
    clause?.from === undefined ? [] : [{ from: clause.from, until: clause.until }],
  );
  if (clauses.length < eligibility.length) return [];
  const bare = daysOfChange(clauses).find((day) => clausesInForce(clauses, day).length === 0);
  if (bare === undefined) return [];
  const closing = eligibility.findIndex((clause) => clause?.until !== undefined && addDays(clause.until, 1) === bare);
  return [
    {
      path: ['eligibility', Math.max(0, closing), 'until'],
      problem: `from ${bare} no clause is in force`,
      remedy: 'add a clause from that day on, or leave the last one open; an ended scheme says so under standing',
    },
  ];
};
