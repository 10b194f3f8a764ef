import type { FactId } from '../../../eligibility/index.ts';
import { factsIn, type Law } from '../../../schemes/domain/index.ts';
import { atTheOutcome, factsOpenIn, holdsHoweverItEnds, lawAnswers, type LawAnswer } from '../law-of-case.ts';
import { factsAtOutcome } from './facts-at-outcome.ts';
import type { JudgedBy } from './outcome-attempt.ts';
import { FACT_OF_QUESTION } from './outcome-questions.ts';

export interface AnswersAtOutcome {
  /** What the law of the outcome says, and what holds however the case ends. */
  readonly own: readonly LawAnswer[];
  readonly ofCase: readonly LawAnswer[];
  /** The facts that a clause still turns on. */
  readonly openIn: (answer: LawAnswer) => readonly FactId[];
}

/** What the law says of an outcome, by the record and by what is said at the end. */
export function answersAtOutcome(attempt: JudgedBy, law: Law): AnswersAtOutcome {
  const { record, today } = attempt;
  const asked = law.clauses.filter(({ settledBy }) => settledBy === 'outcome').flatMap(({ rule }) => factsIn(rule));
  const facts = factsAtOutcome(attempt, new Set(asked));
  const book = atTheOutcome(attempt.law);
  const own = lawAnswers(book, record, { facts, today, of: (each) => each === law });
  const forAll = lawAnswers(book, record, { facts, today, of: (each) => holdsHoweverItEnds(each) });
  const settled = [...own, ...forAll].flatMap(({ clause, result }) => (result === 'met' ? (clause.settles ?? []) : []));
  const isAsked = ({ clause: { id }, result }: LawAnswer): boolean => result === 'not-met' || !settled.includes(id);
  return {
    own: own.filter(isAsked),
    ofCase: forAll
      .filter(isAsked)
      .filter(({ clause }) => !own.some(({ clause: { id } }) => clause.givesWayTo?.includes(id))),
    openIn: ({ clause: { rule } }) => factsOpenIn(book, record, { rule, facts, today }),
  };
}

/** What the form of an outcome asks, or what follows from the day: nobody is sent to amend it. */
export const SAID_AT_THE_END: ReadonlySet<FactId> = new Set([
  ...Object.values(FACT_OF_QUESTION),
  'activity-done',
  'rationale-recorded',
]);

/** What must be known of the case for an outcome and is not, beside what its form asks. */
export function factsToSay(attempt: JudgedBy, law: Law): readonly FactId[] {
  const { own, ofCase, openIn } = answersAtOutcome(attempt, law);
  const open = [...own, ...ofCase].filter(({ clause, result }) => result !== 'met' && clause.settledBy !== 'if-known');
  return [...new Set(open.flatMap(openIn))].filter((fact) => !SAID_AT_THE_END.has(fact));
}
