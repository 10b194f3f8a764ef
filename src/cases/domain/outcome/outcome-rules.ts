import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { nationOfForce, type Law } from '../../../schemes/domain/index.ts';
import { hasWords } from '../attempt.ts';
import { isRefusalCode, refusalOf, type CaseRefusal, type RefusalCode } from '../case-refusal.ts';
import type { CaseRecord } from '../case-state.ts';
import { holdsHoweverItEnds, lawAnswers, type LawAnswer, type LawBook } from '../law-of-case.ts';
import { answersAtOutcome, factsToSay, SAID_AT_THE_END, type AnswersAtOutcome } from './answers-at-outcome.ts';
import { lawOfOutcome } from './law-of-outcome.ts';
import type { OutcomeAttempt } from './outcome-attempt.ts';

/** Types that count part of another and are never recorded alone [S-OOCD]. */
const OF_WHICH = ['1A', '2A', '3A'];
/** The types are numbered from 1, without gaps. */
const FIRST_NUMBER_WITHOUT_TYPE = 24;

/**
 * Whether the law forbids an outcome that was given, by what is known now. What is not known any more forbids nothing, and
 * of the rank of whoever recorded it the most is assumed that the basis leaves open.
 */
export function isForbiddenNow(attempt: OutcomeAttempt): boolean {
  const law = lawOfOutcome(attempt.law, attempt.type, attempt.schemeDisposals);
  if (law === undefined) return false;
  const { own, ofCase } = answersAtOutcome({ ...attempt, actorRank: 'sergeant' }, law);
  return [...own, ...ofCase].some(({ result }) => result === 'not-met');
}

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
  const { type, record, basis } = attempt;
  if (!law.nation.includes(nationOfForce(record.force))) return 'outcome-not-of-this-nation';
  if (basis.pcscCaution !== null && !attempt.pcscCautionsCommenced) return 'pcsc-caution-not-commenced';
  if (type === '1') return refusalOfCharge(attempt);
  const { own, ofCase, openIn } = answersAtOutcome(attempt, law);
  if (own.length === 0) return 'outcome-not-yet-in-use';
  const refusals = [...own.map((answer) => refusalOfAnswer(answer, openIn)), ...ofCase.map(refusalOfCase)];
  // What is forbidden whatever is found out is said before what has to be found out.
  const said = refusals.filter((code) => code !== null);
  return said.find((code) => code !== 'facts-needed') ?? said[0] ?? null;
}

/** What keeps somebody out of every diversion keeps them out of its outcome, facts amended since the offer among it. */
function refusalOfCase({ clause: { refusal, settledBy }, result }: LawAnswer): RefusalCode | null {
  if (result === 'met' || (result !== 'not-met' && settledBy === 'if-known')) return null;
  if (result !== 'not-met') return 'exclusion-not-settled';
  return isRefusalCode(refusal) ? refusal : 'law-not-met';
}

/**
 * Why the law keeps from a charge as it does from a diversion: a child below the age of criminal responsibility, what was
 * no offence, and whoever may be either. What gives way to a prosecutor's leave does not keep from a charge, which is a
 * prosecutor's. Null where nothing does.
 */
export function refusalOfChargeInLaw(book: LawBook, record: CaseRecord, today: CalendarDay): RefusalCode | null {
  const answers = lawAnswers(book, record, { facts: {}, today, of: (each) => holdsHoweverItEnds(each) });
  const counted = answers.filter(({ clause }) => clause.givesWayTo === undefined);
  if (counted.some(({ result }) => result === 'not-met')) return 'excluded-in-law';
  return counted.every(({ clause, result }) => result === 'met' || clause.settledBy === 'if-known')
    ? null
    : 'exclusion-not-settled';
}

function refusalOfCharge({ returnedForProsecution, timeLimitPassed }: OutcomeAttempt): RefusalCode | null {
  if (!returnedForProsecution) return 'not-returned-for-prosecution';
  return timeLimitPassed ? 'time-limit-passed' : null;
}

/** Refusals that say by themselves what is to be found out. */
const SAY_WHAT_IS_OPEN: readonly (string | undefined)[] = [
  'responsibility-not-accepted',
  'evidence-not-sufficient',
  'intimate-partner-abuse-not-settled',
];

/** What is not known is refused too, but where it need not be. */
function refusalOfAnswer(answer: LawAnswer, openIn: AnswersAtOutcome['openIn']): RefusalCode | null {
  const { clause, result } = answer;
  const { refusal, settledBy } = clause;
  if (result === 'met') return null;
  const isOpen = result !== 'not-met';
  if (isOpen && settledBy === 'if-known') return null;
  if (isOpen && (refusal === 'adults-only' || refusal === 'children-only')) return 'age-not-settled';
  if (isOpen && !SAY_WHAT_IS_OPEN.includes(refusal) && !openIn(answer).some((fact) => SAID_AT_THE_END.has(fact)))
    return 'facts-needed';
  return isRefusalCode(refusal) ? refusal : 'law-not-met';
}

/** The refusal of an outcome as people are told it: with what has to be found out, where something has. */
export function refusedOutcome(attempt: OutcomeAttempt): CaseRefusal | null {
  const code = refusalOfOutcome(attempt);
  const law = lawOfOutcome(attempt.law, attempt.type, attempt.schemeDisposals);
  if (code === null) return null;
  if (law === undefined || (code !== 'facts-needed' && code !== 'exclusion-not-settled')) return refusalOf(code);
  const questions = factsToSay(attempt, law).flatMap((fact) => attempt.law.vocabulary.byId.get(fact)?.question ?? []);
  return refusalOf(code, questions.length === 0 ? null : questions.join(' '));
}
