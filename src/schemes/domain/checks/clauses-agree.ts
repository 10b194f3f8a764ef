import type { Draft, Finding } from '../../../documents/index.ts';
import type { FactId, Rule, Vocabulary } from '../../../eligibility/index.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { canAllBeMet } from './can-all-be-met.ts';
import { clausesInForce, daysOfChange } from './clauses-in-force.ts';
import { factRulesIn } from './rule-parts.ts';
import { wholeRule } from './whole-rule.ts';
import type { SchemeDocument } from '../scheme-document.ts';
import type { Check } from './check.ts';

/**
 * On every day somebody can meet all the clauses in force together. Where nobody can, the fewest clauses that stand
 * against each other are named: two, where two do. Reads only clauses whose rules are sound.
 */
export const clausesAgree: Check = (draft, { reference: { vocabulary } }) => {
  const clauses = soundClauses(draft).filter(({ rule }) => canAllBeMet(vocabulary, [rule]));
  const reported = new Set<string>();
  return daysOfChange(clauses).flatMap((day) =>
    quarrelsAmong(clausesInForce(clauses, day), vocabulary).flatMap((quarrel) => {
      const ids = quarrel.map(({ id }) => id).join(' ');
      if (reported.has(ids)) return [];
      reported.add(ids);
      return [findingOf(quarrel, day)];
    }),
  );
};

interface SoundClause {
  readonly id: string;
  readonly rule: Rule;
  readonly from: CalendarDay;
  readonly until?: CalendarDay | undefined;
  readonly index: number;
}

function soundClauses({ eligibility = [] }: Draft<SchemeDocument>): SoundClause[] {
  return eligibility.flatMap((clause, index) => {
    const rule = wholeRule(clause?.rule);
    if (clause?.id === undefined || rule === null || clause.from === undefined) return [];
    return [{ id: clause.id, rule, from: clause.from, until: clause.until, index }];
  });
}

/** Every two clauses that cannot both be met; or, where each two can, one least set of clauses that cannot. */
function quarrelsAmong(clauses: readonly SoundClause[], vocabulary: Vocabulary): (readonly SoundClause[])[] {
  const pairs = clauses.flatMap((one, index) => clauses.slice(index + 1).map((other) => [one, other] as const));
  const quarrels = pairs.filter((pair) => sharedFacts(pair).length > 0 && !agree(pair, vocabulary));
  if (quarrels.length > 0 || agree(clauses, vocabulary)) return quarrels;
  let least = clauses;
  for (const clause of clauses) {
    const without = least.filter((other) => other !== clause);
    if (!agree(without, vocabulary)) least = without;
  }
  return [least];
}

function agree(clauses: readonly SoundClause[], vocabulary: Vocabulary): boolean {
  return canAllBeMet(
    vocabulary,
    clauses.map(({ rule }) => rule),
  );
}

/** The facts that more than one of the clauses reads. */
function sharedFacts(clauses: readonly SoundClause[]): FactId[] {
  const read = clauses.flatMap(({ rule }) => [...new Set(factRulesIn(rule).map(({ fact }) => fact))]);
  return [...new Set(read.filter((fact, index) => read.indexOf(fact) < index))];
}

function findingOf(quarrel: readonly SoundClause[], day: CalendarDay): Finding {
  const ids = quarrel.map(({ id }) => id);
  const names = `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
  return {
    path: ['eligibility', quarrel.at(-1)?.index ?? 0, 'rule'],
    problem: `the clauses ${names} contradict each other: from ${day} no facts can meet ${ids.length === 2 ? 'both' : 'all of them'}`,
    remedy: `change what they ask of ${sharedFacts(quarrel).join(', ')}, or close the one that is out of date with until`,
  };
}
