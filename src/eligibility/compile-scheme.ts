import { addDays, type CalendarDay } from '../shared/calendar-day.ts';
import { compileRule, factsReadBy, type RuleNode } from './compile-rule.ts';
import { JUDGEMENT, MET, NOT_MET, type Possible } from './possible.ts';
import type {
  Clause,
  ClauseStanding,
  DatedStanding,
  LawClause,
  LawRules,
  SchemeRules,
  SettledBy,
  StandingStage,
} from './rule.ts';
import type { FactId } from './fact-id.ts';
import type { Vocabulary } from './vocabulary.ts';

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
  /** The law document that it stands in; left out for a scheme's own. */
  readonly law?: string;
  readonly settledBy?: SettledBy;
  readonly note?: string;
}

export interface CompiledClause {
  readonly clause: LawClause;
  readonly node: RuleNode;
  /** The answer for each set of ends, 1 to 7. */
  readonly answers: readonly ClauseAnswer[];
  /**
   * Of law, which many schemes rest on: what it came to for the person decided about last, by that person's number, so
   * that it is worked out once for all of them. Null for a scheme's own.
   */
  readonly latest: { person: number; ends: Possible } | null;
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
  /** The law as it was on the day of the offence, and as it is on that of the decision. */
  readonly lawByOffence: readonly Period[];
  readonly lawByDecision: readonly Period[];
  /** The scheme's own clauses. */
  readonly periods: readonly Period[];
  /** The law documents that it rests on. */
  readonly law: readonly LawVersion[];
  readonly vocabulary: Vocabulary;
  /** Answers of `clausesOn` by the periods that they are made of: filled as they are asked for. */
  readonly inForce: Map<string, readonly CompiledClause[]>;
  /** The same for the day that was asked for last, by the age of the offence in days. */
  readonly latest: { asOf: CalendarDay | null; readonly byOffenceAge: Map<number, readonly CompiledClause[]> };
}

/** Which wording of which law document. */
export interface LawVersion {
  readonly id: string;
  readonly version: string;
}

/** A day on which the scheme has not begun. */
export type Standing = StandingStage | 'not-started';

const compiledSchemes = new WeakMap<Vocabulary, WeakMap<SchemeRules, CompiledScheme>>();

/**
 * Makes a scheme's clauses ready, once for each document. Throws on a rule that does not fit the vocabulary: documents
 * are checked before.
 */
export function compileScheme(vocabulary: Vocabulary, scheme: SchemeRules): CompiledScheme {
  const known = compiledSchemes.get(vocabulary) ?? new WeakMap<SchemeRules, CompiledScheme>();
  compiledSchemes.set(vocabulary, known);
  const compiled = known.get(scheme) ?? compileAnew(vocabulary, scheme);
  known.set(scheme, compiled);
  return compiled;
}

function compileAnew(vocabulary: Vocabulary, scheme: SchemeRules): CompiledScheme {
  const { id, version, standing, law = [] } = scheme;
  const clauses = scheme.eligibility.map((clause) => compileClause(vocabulary, clause));
  const ofLaw = law.flatMap((document) => compileLaw(vocabulary, document));
  return {
    id,
    version,
    standing,
    lawByOffence: datedPeriods(ofLaw.filter(({ clause }) => clause.datedBy === 'offence')),
    lawByDecision: datedPeriods(ofLaw.filter(({ clause }) => clause.datedBy !== 'offence')),
    periods: periodsOf(clauses),
    law: law.map(({ id: document, version: hash }) => ({ id: document, version: hash })),
    vocabulary,
    inForce: new Map(),
    latest: { asOf: null, byOffenceAge: new Map() },
  };
}

const compiledLaw = new WeakMap<Vocabulary, WeakMap<LawRules, readonly CompiledClause[]>>();

/** Many schemes rest on the same law: its clauses are made ready once, so that they can be recognised as the same. */
function compileLaw(vocabulary: Vocabulary, document: LawRules): readonly CompiledClause[] {
  const known = compiledLaw.get(vocabulary) ?? new WeakMap<LawRules, readonly CompiledClause[]>();
  compiledLaw.set(vocabulary, known);
  const clauses =
    known.get(document) ?? document.clauses.map((clause) => compileClause(vocabulary, clause, document.id));
  known.set(document, clauses);
  return clauses;
}

function compileClause(vocabulary: Vocabulary, clause: LawClause, law?: LawRules['id']): CompiledClause {
  const node = compileRule(vocabulary, clause.rule);
  const base = {
    id: clause.id,
    says: clause.says,
    source: typeof clause.source === 'string' ? [clause.source] : clause.source,
    standing: clause.standing,
    reads: factsReadBy(node),
    ...(clause.note === undefined ? {} : { note: clause.note }),
    ...(law === undefined ? {} : { law }),
    ...(clause.settledBy === undefined ? {} : { settledBy: clause.settledBy }),
  };
  const answers = Array.from({ length: 8 }, (_, ends): ClauseAnswer => ({ ...base, result: resultOf(ends) }));
  return { clause, node, answers, latest: law === undefined ? null : { person: 0, ends: 0 } };
}

/** The word for a set of ends. */
export function resultOf(ends: number): ClauseResult {
  if (ends === MET) return 'met';
  if (ends === NOT_MET) return 'not-met';
  return ends === JUDGEMENT ? 'for-discretion' : 'not-known';
}

/** A scheme's own clauses from day to day. */
function periodsOf(clauses: readonly CompiledClause[]): Period[] {
  const [first, ...dated] = datedPeriods(clauses);
  // Before its first clause a scheme still answers, by the clauses it began with: it can be compared, not offered.
  const before = first && first.clauses.length > 0 ? first.clauses : (dated[0]?.clauses ?? []);
  return [{ from: null, clauses: before }, ...dated];
}

/** The days on which the set of clauses in force changes, and the clauses from each on. */
function datedPeriods(clauses: readonly CompiledClause[]): Period[] {
  const days = new Set<CalendarDay>();
  for (const { clause } of clauses) {
    if (clause.from) days.add(clause.from);
    if (clause.until) days.add(addDays(clause.until, 1));
  }
  const isInForce = ({ from, until }: Clause, day: CalendarDay | null): boolean =>
    day === null ? !from : (!from || from <= day) && (!until || day <= until);
  return [null, ...[...days].sort()].map((from) => ({
    from,
    clauses: clauses.filter(({ clause }) => isInForce(clause, from)),
  }));
}

/**
 * Every clause in force for a decision made on `asOf` about an offence of `offenceOn`: the law's first, then the
 * scheme's own.
 */
export function clausesOn(
  scheme: CompiledScheme,
  asOf: CalendarDay,
  offenceOn: CalendarDay = asOf,
): readonly CompiledClause[] {
  const { lawByOffence, lawByDecision, periods, inForce } = scheme;
  if (scheme.law.length === 0) return periods[indexOn(periods, asOf)]!.clauses;
  const indexes = [indexOn(lawByOffence, offenceOn), indexOn(lawByDecision, asOf), indexOn(periods, asOf)] as const;
  const key = indexes.join();
  const known = inForce.get(key);
  if (known) return known;
  const [byOffence, byDecision, own] = indexes;
  const clauses = [
    ...lawByOffence[byOffence]!.clauses,
    ...lawByDecision[byDecision]!.clauses,
    ...periods[own]!.clauses,
  ];
  inForce.set(key, clauses);
  return clauses;
}

function indexOn(periods: readonly Period[], day: CalendarDay): number {
  for (let index = periods.length - 1; index > 0; index -= 1) {
    const { from } = periods[index]!;
    if (from !== null && from <= day) return index;
  }
  return 0;
}

/** The scheme's standing on a day. */
export function standingOn(scheme: Pick<CompiledScheme, 'standing'>, day: CalendarDay): Standing {
  return scheme.standing.findLast((entry) => entry.from <= day)?.is ?? 'not-started';
}
