import type { FactId } from '../../../eligibility/index.ts';
import { factsIn } from '../../../schemes/domain/index.ts';
import type { OutcomeBasis } from '../case-event.ts';
import { atTheOutcome, lawAnswers, type LawAnswer, type LawBook } from '../law-of-case.ts';
import { factsToSay } from './answers-at-outcome.ts';
import { lawOfOutcome } from './law-of-outcome.ts';
import type { OutcomeAttempt } from './outcome-attempt.ts';
import { FACT_OF_QUESTION, OUTCOME_QUESTIONS, type OutcomeQuestion } from './outcome-questions.ts';

/** Who must agree where somebody offended before; each is asked for only of those whom it concerns. */
const OF_HISTORY: readonly OutcomeQuestion[] = ['history', 'history-sergeant', 'history-youth-justice'];

/** A case that an outcome is thought of for, on the day. */
type AskedOutcome = Pick<OutcomeAttempt, 'record' | 'today' | 'ageToday' | 'schemeKind' | 'schemeDisposals'>;

/** What the law of an outcome says of a case as it stands, where an officer would give it. */
function ownAnswers(
  book: LawBook,
  type: string | null,
  { record, today, ageToday, schemeDisposals }: AskedOutcome,
): readonly LawAnswer[] {
  const law = lawOfOutcome(book, type, schemeDisposals);
  const age = ageToday === null ? {} : { 'age-today': ageToday };
  return lawAnswers(atTheOutcome(book), record, {
    facts: { ...age, 'authorised-by': 'officer' },
    today,
    of: (each) => each === law,
  });
}

/** Evidence that is on record settles a clause, and nobody is asked for it again. */
function isAskedFor(fact: FactId, { settledBy }: LawAnswer['clause'], result: LawAnswer['result']): boolean {
  if (fact === FACT_OF_QUESTION.leave) return result === 'not-met';
  return settledBy === 'outcome' && !(fact === FACT_OF_QUESTION.evidence && result === 'met');
}

/** The questions that the law of an outcome turns on, for this case as it stands. */
export function questionsOfOutcome(book: LawBook, type: string | null, of: AskedOutcome): readonly OutcomeQuestion[] {
  const answers = ownAnswers(book, type, of);
  const factsOfOpenHistory = answers
    .filter(({ clause, result }) => factsIn(clause.rule).includes('offending-history') && result !== 'met')
    .flatMap(({ clause }) => factsIn(clause.rule));
  const asksOfHistory = (question: OutcomeQuestion): boolean => factsOfOpenHistory.includes(FACT_OF_QUESTION[question]);
  const asks = (fact: FactId): boolean =>
    answers.some(({ clause, result }) => factsIn(clause.rule).includes(fact) && isAskedFor(fact, clause, result));
  const asked = OUTCOME_QUESTIONS.filter((question) =>
    OF_HISTORY.includes(question) ? asksOfHistory(question) : asks(FACT_OF_QUESTION[question]),
  );
  // Whether a case is serious is asked together with the inspector's leave.
  return asked.includes('serious') ? asked.filter((question) => question !== 'leave') : asked;
}

/** A coordinator who can say all that the form of an outcome asks. */
const ALL_IN_ORDER: OutcomeBasis = {
  rationale: 'In order',
  responsibilityAccepted: true,
  evidenceSufficient: true,
  agreesToDisposal: true,
  victim: { is: 'no-victim' },
  serious: false,
  history: false,
  youthJustice: null,
  authority: null,
  pcscCaution: null,
  departure: null,
};

/** What an outcome needs to be known of a case that its form does not ask: it is amended first. */
export function factsToSayFirst(book: LawBook, type: string | null, of: AskedOutcome): readonly FactId[] {
  const law = lawOfOutcome(book, type, of.schemeDisposals);
  const inOrder = { ...of, law: book, basis: ALL_IN_ORDER, actorRank: 'officer', activityDone: true } as const;
  return law === undefined ? [] : factsToSay(inOrder, law);
}
