import { addDays, type CalendarDay } from '../shared/calendar-day.ts';
import { compileRule, factsReadBy, type RuleNode } from './compile-rule.ts';
import { JUDGEMENT, MET, NOT_MET } from './possible.ts';
import type { Clause, ClauseStanding, DatedStanding, SchemeRules, StandingStage } from './rule.ts';
import type { FactId, Vocabulary } from './vocabulary.ts';

export type ClauseResult = 'met' | 'not-met' | 'not-known' | 'for-discretion';

/** How one clause came out, with its words and where they come from. Made once for each result, shared by every decision. */
export interface ClauseAnswer {
  readonly id: string;
  readonly result: ClauseResult;
  readonly says: string;
  readonly source: readonly string[];
  readonly standing: ClauseStanding;
  /** The facts that the clause reads. */
  readonly reads: readonly FactId[];
}

export interface CompiledClause {
  readonly clause: Clause;
  readonly node: RuleNode;
  /** The answer for each set of ends, 1 to 7. */
  readonly answers: readonly ClauseAnswer[];
}

/** The clauses in force over a span of days, from `from` (null: since ever) until the next period begins. */
export interface Period {
  readonly from: CalendarDay | null;
  readonly clauses: readonly CompiledClause[];
}

/** A scheme made ready: compile once, decide often. Facts to be decided must come from the same vocabulary. */
export interface CompiledScheme {
  readonly id: string;
  readonly version: string;
  readonly standing: readonly DatedStanding[];
  readonly periods: readonly Period[];
  readonly vocabulary: Vocabulary;
}

/** A day on which the scheme has not begun. */
export type Standing = StandingStage | 'not-started';

/** Makes a scheme's clauses ready. Throws on a rule that does not fit the vocabulary: documents are checked before. */
export function compileScheme(vocabulary: Vocabulary, scheme: SchemeRules): CompiledScheme {
  const clauses = scheme.eligibility.map((clause) => compileClause(vocabulary, clause));
  const { id, version, standing } = scheme;
  return { id, version, standing, periods: periodsOf(clauses), vocabulary };
}

function compileClause(vocabulary: Vocabulary, clause: Clause): CompiledClause {
  const node = compileRule(vocabulary, clause.rule);
  const base = {
    id: clause.id,
    says: clause.says,
    source: typeof clause.source === 'string' ? [clause.source] : clause.source,
    standing: clause.standing,
    reads: factsReadBy(node),
  };
  const answers = Array.from({ length: 8 }, (_, ends): ClauseAnswer => ({ ...base, result: resultOf(ends) }));
  return { clause, node, answers };
}

/** The word for a set of ends. */
export function resultOf(ends: number): ClauseResult {
  if (ends === MET) return 'met';
  if (ends === NOT_MET) return 'not-met';
  return ends === JUDGEMENT ? 'for-discretion' : 'not-known';
}

/** The days on which the set of clauses in force changes, and the clauses from each on. */
function periodsOf(clauses: readonly CompiledClause[]): Period[] {
  const days = new Set<CalendarDay>();
  for (const { clause } of clauses) {
    if (clause.from) days.add(clause.from);
    if (clause.until) days.add(addDays(clause.until, 1));
  }
  const dated = [...days].sort().map((day) => ({
    from: day,
    clauses: clauses.filter(
      ({ clause }) => (!clause.from || clause.from <= day) && (!clause.until || day <= clause.until),
    ),
  }));
  const undated = clauses.filter(({ clause }) => !clause.from);
  // Before its first clause a scheme still answers, by the clauses it began with: it can be compared, not offered.
  const before = undated.length > 0 ? undated : (dated[0]?.clauses ?? []);
  return [{ from: null, clauses: before }, ...dated];
}

/** The clauses in force on a day. */
export function periodOn(scheme: CompiledScheme, day: CalendarDay): Period {
  const { periods } = scheme;
  for (let index = periods.length - 1; index > 0; index -= 1) {
    const period = periods[index]!;
    if (period.from !== null && period.from <= day) return period;
  }
  return periods[0]!;
}

/** The scheme's standing on a day. */
export function standingOn(scheme: Pick<CompiledScheme, 'standing'>, day: CalendarDay): Standing {
  return scheme.standing.findLast((entry) => entry.from <= day)?.is ?? 'not-started';
}
