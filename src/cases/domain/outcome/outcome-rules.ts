import { hasWords } from '../attempt.ts';
import type { OutcomeBasis } from '../case-event.ts';
import { isRefusalCode, type RefusalCode } from '../case-refusal.ts';
import { holdsHoweverItEnds, lawAnswers, type LawAnswer, type LawBook } from '../law-of-case.ts';
import type { CaseRecord } from '../case-state.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import type { FactId } from '../../../eligibility/index.ts';
import { factsIn, nationOfForce, type Law, type LawClauseDocument } from '../../../schemes/domain/index.ts';
import { factsAtOutcome } from './facts-at-outcome.ts';
import type { OutcomeAttempt } from './outcome-attempt.ts';

/**
 * The law document of how a case ends: of its Home Office outcome type, or, where the scheme leads to none, of the way of
 * ending it that the scheme names, as Scotland's recorded police warning. Undefined where none is of it.
 */
export function lawOfOutcome(
  { laws }: LawBook,
  type: string | null,
  schemeDisposals?: readonly string[],
): Law | undefined {
  if (type !== null) return laws.find(({ applies }) => applies.outcomes?.includes(type));
  return laws.find(
    ({ applies }) =>
      applies.outcomes === undefined && applies.disposals?.some((disposal) => schemeDisposals?.includes(disposal)),
  );
}

/** The Home Office outcome types that can end a diversion, in order, and the law of each. */
export function outcomesInLaw({ laws }: LawBook): readonly { readonly type: string; readonly law: Law }[] {
  return laws
    .flatMap((law) => (law.applies.outcomes ?? []).map((type) => ({ type, law })))
    .toSorted((a, b) => Number(a.type) - Number(b.type));
}

/** Whether an outcome waits for the activity; those that do not count from when they were given. */
export function waitsForActivity(book: LawBook, type: string | null, schemeDisposals?: readonly string[]): boolean {
  const law = lawOfOutcome(book, type, schemeDisposals);
  if (law === undefined) return type === null;
  return law.clauses.some(({ refusal }) => refusal === 'activity-not-done');
}

/** What the coordinator is asked for an outcome, beside the reasons: no more than its law turns on. */
export const OUTCOME_QUESTIONS = [
  'responsibility',
  'evidence',
  'agrees',
  'victim',
  'serious',
  'history',
  'history-sergeant',
  'history-youth-justice',
  'leave',
] as const;
export type OutcomeQuestion = (typeof OUTCOME_QUESTIONS)[number];

const FACT_OF_QUESTION: { readonly [question in OutcomeQuestion]: FactId } = {
  responsibility: 'responsibility-accepted',
  evidence: 'evidence-to-charge',
  agrees: 'agrees-to-disposal',
  victim: 'victim',
  serious: 'gravity-score',
  history: 'offending-history',
  'history-sergeant': 'authorised-by',
  'history-youth-justice': 'youth-justice-agrees',
  leave: 'authorised-by',
};

/** Who must agree where somebody offended before; each is asked for only of those whom it concerns. */
const OF_HISTORY: readonly OutcomeQuestion[] = ['history', 'history-sergeant', 'history-youth-justice'];

/** A case that an outcome is thought of for, on the day. */
type AskedOutcome = Pick<OutcomeAttempt, 'record' | 'today' | 'ageToday' | 'schemeDisposals'>;

/** What the law of an outcome says of a case as it stands, where an officer would give it. */
function ownAnswers(
  book: LawBook,
  type: string | null,
  { record, today, ageToday, schemeDisposals }: AskedOutcome,
): readonly LawAnswer[] {
  const law = lawOfOutcome(book, type, schemeDisposals);
  const age = ageToday === null ? {} : { 'age-today': ageToday };
  return lawAnswers(book, record, {
    facts: { ...age, 'authorised-by': 'officer' },
    today,
    of: (each) => each === law,
  });
}

/** The questions that the law of an outcome turns on, for this case as it stands. */
export function questionsOfOutcome(book: LawBook, type: string | null, of: AskedOutcome): readonly OutcomeQuestion[] {
  const answers = ownAnswers(book, type, of);
  const factsOfOpenHistory = answers
    .filter(({ clause, result }) => factsIn(clause.rule).includes('offending-history') && result !== 'met')
    .flatMap(({ clause }) => factsIn(clause.rule));
  const asksOfHistory = (question: OutcomeQuestion): boolean => factsOfOpenHistory.includes(FACT_OF_QUESTION[question]);
  const asks = (fact: FactId): boolean =>
    answers.some(({ clause, result }) => {
      const isAsked = fact === FACT_OF_QUESTION.leave ? result === 'not-met' : clause.settledBy === 'outcome';
      return isAsked && factsIn(clause.rule).includes(fact);
    });
  const asked = OUTCOME_QUESTIONS.filter((question) =>
    OF_HISTORY.includes(question) ? asksOfHistory(question) : asks(FACT_OF_QUESTION[question]),
  );
  // Whether a case is serious is asked together with the inspector's leave.
  return asked.includes('serious') ? asked.filter((question) => question !== 'leave') : asked;
}

/**
 * The clauses of an outcome's law that turn on something that nobody recorded and that need not be known: where it is so
 * after all, they may forbid it.
 */
export function clausesNotRecorded(book: LawBook, type: string | null, of: AskedOutcome): readonly LawClauseDocument[] {
  return ownAnswers(book, type, of)
    .filter(({ clause, result }) => clause.settledBy === 'if-known' && result === 'not-known')
    .map(({ clause }) => clause);
}

/** Types that count part of another and are never recorded alone [S-OOCD]. */
const OF_WHICH = ['1A', '2A', '3A'];
/** The types are numbered from 1, without gaps. */
const FIRST_NUMBER_WITHOUT_TYPE = 24;

/** Why a type that ends no diversion may not be recorded. */
function refusalOfType(type: string): RefusalCode {
  if (type === '0') return 'outcome-not-a-type';
  if (OF_WHICH.includes(type)) return 'outcome-of-which';
  const isHomeOfficeType = /^[1-9]\d?$/.test(type) && Number(type) < FIRST_NUMBER_WITHOUT_TYPE;
  return isHomeOfficeType ? 'outcome-not-by-diversion' : 'outcome-not-known';
}

/** Why an outcome may not be recorded; null where it may. A null type is a scheme that leads to none. */
export function refusalOfOutcome(attempt: OutcomeAttempt): RefusalCode | null {
  const { type, basis, schemeType, returnedForProsecution } = attempt;
  const law = lawOfOutcome(attempt.law, type, attempt.schemeDisposals);
  const refused = law === undefined ? refusalWithoutLaw(attempt) : refusalByLaw(attempt, law);
  if (refused) return refused;
  const asTheSchemeSays = type === schemeType || returnedForProsecution;
  return asTheSchemeSays || hasWords(basis.departure) ? null : 'outcome-differs-from-scheme';
}

function refusalWithoutLaw({ type, activityDone, basis, pcscCautionsCommenced }: OutcomeAttempt): RefusalCode | null {
  if (type !== null) return refusalOfType(type);
  if (basis.pcscCaution !== null && !pcscCautionsCommenced) return 'pcsc-caution-not-commenced';
  return activityDone ? null : 'activity-not-done';
}

function refusalByLaw(attempt: OutcomeAttempt, law: Law): RefusalCode | null {
  const { law: book, type, record, basis, today } = attempt;
  if (!law.nation.includes(nationOfForce(record.force))) return 'outcome-not-of-this-nation';
  if (basis.pcscCaution !== null && !attempt.pcscCautionsCommenced) return 'pcsc-caution-not-commenced';
  if (type === '1') return refusalOfCharge(attempt);
  const facts = factsAtOutcome(attempt);
  const own = lawAnswers(book, record, { facts, today, of: (each) => each === law });
  if (own.length === 0) return 'outcome-not-yet-in-use';
  const forAll = lawAnswers(book, record, { facts, today, of: (each) => holdsHoweverItEnds(each) });
  const ofCase = forAll.filter(({ clause }) => !own.some(({ clause: { id } }) => clause.givesWayTo?.includes(id)));
  const refusals = [...own.map(refusalOfAnswer), ...ofCase.map(refusalOfCase)];
  return refusals.find((code) => code !== null) ?? null;
}

/** What keeps somebody out of every diversion keeps them out of its outcome, facts amended since the offer among it. */
function refusalOfCase(answer: LawAnswer): RefusalCode | null {
  const refused = refusalOfAnswer(answer);
  return refused !== null && answer.result !== 'not-met' ? 'exclusion-not-settled' : refused;
}

/**
 * Whether the law forbids a charge as it does a diversion: of a child below the age of criminal responsibility, of what
 * was no offence. What gives way to a prosecutor's leave does not keep from a charge, which is a prosecutor's.
 */
export function forbidsCharge(book: LawBook, record: CaseRecord, today: CalendarDay): boolean {
  return lawAnswers(book, record, { facts: {}, today, of: (each) => holdsHoweverItEnds(each) }).some(
    ({ clause, result }) => result === 'not-met' && clause.givesWayTo === undefined,
  );
}

function refusalOfCharge({ returnedForProsecution, timeLimitPassed }: OutcomeAttempt): RefusalCode | null {
  if (!returnedForProsecution) return 'not-returned-for-prosecution';
  return timeLimitPassed ? 'time-limit-passed' : null;
}

/** What is not known is refused too, but where it need not be. */
function refusalOfAnswer({ clause: { refusal, settledBy }, result }: LawAnswer): RefusalCode | null {
  if (result === 'met') return null;
  const isOpen = result !== 'not-met';
  if (isOpen && settledBy === 'if-known') return null;
  if (isOpen && (refusal === 'adults-only' || refusal === 'children-only')) return 'age-not-settled';
  return isRefusalCode(refusal) ? refusal : 'law-not-met';
}

/** What an outcome rests on, in words, as it is kept with the case. */
export function legalBasisOf(
  book: LawBook,
  { type, basis }: { readonly type: string | null; readonly basis: OutcomeBasis },
  schemeDisposals?: readonly string[],
): string {
  if (basis.pcscCaution !== null) return `Police, Crime, Sentencing and Courts Act 2022 Part 6: ${basis.pcscCaution}`;
  const law = lawOfOutcome(book, type, schemeDisposals);
  return law?.legalBasis ?? 'No Home Office outcome applies under this scheme';
}
