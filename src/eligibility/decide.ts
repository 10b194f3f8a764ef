import { addDays, type CalendarDay } from '../shared/calendar-day.ts';
import { partsOf, type RuleNode, type Slots } from './compile-rule.ts';
import {
  clausesOn,
  standingOn,
  type ClauseAnswer,
  type CompiledClause,
  type CompiledScheme,
  type LawVersion,
  type Standing,
} from './compile-scheme.ts';
import type { Facts } from './facts.ts';
import { missingFacts } from './missing-facts.ts';
import { ALL_OF, isSettled, JUDGEMENT, MET, NOT_MET, type Possible } from './possible.ts';
import type { Judge } from './rule.ts';
import type { FactId } from './fact-id.ts';

export type Verdict = 'eligible' | 'ineligible' | 'needs-information' | 'needs-discretion';

/** A judgement that only a person may make, and the clause that asks for it. */
export interface Discretion {
  readonly clause: string;
  readonly question: string;
  readonly by: Judge;
}

export interface Decision {
  readonly scheme: string;
  readonly asOf: CalendarDay;
  readonly standing: Standing;
  readonly verdict: Verdict;
  /** Every clause in force on the day, the law's first and never only the first that fails. */
  readonly clauses: readonly ClauseAnswer[];
  /** The facts that could still change the verdict; none once it is settled or waits only for a person. */
  readonly missing: readonly FactId[];
  readonly discretions: readonly Discretion[];
  /** Hash of the scheme's document: with the facts and the day it gives this decision again, to the byte. */
  readonly schemeVersion: string;
  /** The law documents answered, by id and hash. */
  readonly law: readonly LawVersion[];
}

const NONE: readonly never[] = [];

/**
 * May this person enter this scheme on this day, and why? Pure and total: any facts that parse give an answer.
 * The verdict is "all clauses", worked out by the sets of ends of `possible.ts`; a clause of law that need not be known
 * yet counts only where it is known not to be met.
 *
 * Law that goes by the day of the offence is that of the day that the facts give; where they give none exactly, of `asOf`.
 */
export function decide(scheme: CompiledScheme, facts: Facts, asOf: CalendarDay): Decision {
  const { slots } = facts;
  const clauses = clausesFor(scheme, slots, asOf);
  const answers = new Array<ClauseAnswer>(clauses.length);
  let ends: Possible = MET;
  for (let index = 0; index < clauses.length; index += 1) {
    const clause = clauses[index]!;
    const possible =
      clause.latest === null ? clause.node.possible(slots) : endsOfLaw(clause.node, clause.latest, slots);
    ends = ALL_OF[ends * 8 + (clause.clause.settledBy === undefined ? possible : ifKnown(possible))]!;
    answers[index] = clause.answers[possible]!;
  }
  return {
    scheme: scheme.id,
    asOf,
    standing: standingOn(scheme, asOf),
    verdict: verdictOf(ends),
    clauses: answers,
    missing: isSettled(ends) ? NONE : missingFacts(clauses.filter(mustBeKnown), (node) => node.possible(slots)),
    discretions: ends & JUDGEMENT ? discretionsOf(clauses.filter(mustBeKnown), slots) : NONE,
    schemeVersion: scheme.version,
    law: scheme.law,
  };
}

/** Whoever was decided about last, and a number for them: one person is decided against many schemes in turn. */
const last: { slots: Slots | null; person: number } = { slots: null, person: 0 };

/** What a clause of law comes to: worked out once for all schemes that rest on it. */
function endsOfLaw(node: RuleNode, latest: NonNullable<CompiledClause['latest']>, slots: Slots): Possible {
  if (slots !== last.slots) {
    last.slots = slots;
    last.person += 1;
  }
  if (latest.person !== last.person) {
    latest.ends = node.possible(slots);
    latest.person = last.person;
  }
  return latest.ends;
}

/** The judgements that each clause may still turn on, those of a clause on which the verdict does not turn among them. */
export function judgementsLeft(scheme: CompiledScheme, { slots }: Facts, asOf: CalendarDay): readonly Discretion[] {
  return discretionsOf(clausesFor(scheme, slots, asOf), slots);
}

/** Whether a verdict waits for what the clause reads. */
export function mustBeKnown({ clause }: CompiledClause): boolean {
  return clause.settledBy === undefined;
}

/** What a clause that need not be known yet counts as: not met where that is certain, else met. */
function ifKnown(possible: Possible): Possible {
  return possible === NOT_MET ? NOT_MET : MET;
}

/** Two hundred years: no law here is older, and a calendar has no day for any number of days ago. */
const LONGEST_AGO_DAYS = 73_000;

/** The clauses in force for this offence on this day. Those of the day asked for last are at hand by the offence's age. */
function clausesFor(scheme: CompiledScheme, slots: Slots, asOf: CalendarDay): readonly CompiledClause[] {
  const { vocabulary, latest } = scheme;
  const known = slots[vocabulary.offenceAgeSlot ?? -1];
  const days = typeof known === 'number' ? Math.min(known, LONGEST_AGO_DAYS) : 0;
  if (latest.asOf !== asOf) {
    latest.asOf = asOf;
    latest.byOffenceAge.clear();
  }
  const before = latest.byOffenceAge.get(days);
  if (before) return before;
  const clauses = clausesOn(scheme, asOf, addDays(asOf, -days));
  latest.byOffenceAge.set(days, clauses);
  return clauses;
}

/** The word for a verdict's set of ends. */
export function verdictOf(ends: Possible): Verdict {
  if (ends === MET) return 'eligible';
  if (ends === NOT_MET) return 'ineligible';
  return ends === JUDGEMENT ? 'needs-discretion' : 'needs-information';
}

function discretionsOf(clauses: readonly CompiledClause[], slots: Slots): Discretion[] {
  return clauses.flatMap(({ clause, node }) =>
    questionsOf(node, slots).map(({ question, by }) => ({ clause: clause.id, question, by })),
  );
}

/** The judgements a rule may still turn on: those under no part that the facts have settled. */
function questionsOf(node: RuleNode, slots: Slots): { question: string; by: Judge }[] {
  if ((node.possible(slots) & JUDGEMENT) === 0) return [];
  if (node.kind === 'discretion') return [{ question: node.question, by: node.by }];
  return partsOf(node).flatMap((part) => questionsOf(part, slots));
}
