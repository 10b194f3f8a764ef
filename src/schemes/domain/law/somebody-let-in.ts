import { decide, parseFacts, type CompiledScheme, type FactId, type Rule } from '../../../eligibility/index.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import type { Person } from '../checks/facts-go-together.ts';
import { findPerson, isSomebody } from '../checks/find-person.ts';

export interface Asked {
  readonly day: CalendarDay;
  /** The clause of the law by which the person is to be out. */
  readonly lawClause: string;
  /** The scheme without the law, and with it. */
  readonly alone: CompiledScheme;
  readonly resting: CompiledScheme;
  /** Facts that have the value of another. */
  readonly renamed: ReadonlyMap<FactId, FactId>;
  /** What else is known of the person. */
  readonly besides?: Person;
}

/**
 * Somebody who meets these rules, if the engine says what they were to bring about: the scheme alone takes that person,
 * or leaves it to a judgement; with the law the person is out, by this clause. Else nobody.
 */
export function somebodyLetIn(rules: readonly Rule[], asked: Asked): Person | null {
  const { alone, resting, lawClause, day } = asked;
  const found = findPerson(alone.vocabulary, rules);
  if (!isSomebody(found)) return null;
  const person = { ...withStandIns(found.person, asked.renamed), ...asked.besides };
  const facts = parseFacts(alone.vocabulary, person);
  if (!facts.ok) return null;
  const { verdict } = decide(alone, facts.value, day);
  if (verdict !== 'eligible' && verdict !== 'needs-discretion') return null;
  const byBoth = decide(resting, facts.value, day);
  const isOut = byBoth.clauses.some(
    ({ id, law, result }) => law !== undefined && id === lawClause && result === 'not-met',
  );
  return isOut && byBoth.verdict === 'ineligible' ? person : null;
}

function withStandIns(person: Person, renamed: ReadonlyMap<FactId, FactId>): Person {
  const beside = [...renamed].flatMap(([fact, other]) => {
    const value = person[other];
    return value === undefined ? [] : [[fact, value] as const];
  });
  return { ...person, ...Object.fromEntries(beside) };
}
