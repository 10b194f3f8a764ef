/**
 * Asking and deciding, up to the case that a triage opens: who and when, the questions, the answers so far
 * (domain/triage-view.ts), the schemes there are (use-cases/scheme-catalogue.ts) and the decisions as they are written down
 * (domain/recorded-decision.ts). It knows nothing of cases: whoever joins the rooms gives it the way to open one.
 */
export {
  personSchema,
  PREFERS_NOT_TO_SAY,
  SELF_DEFINED_CODES,
  type Contact,
  type ModeOfTrial,
  type Monitoring,
  type Offence,
  type Person,
  type RecordedDecision,
  type RecordedFacts,
  type RecordedFactValue,
  type SelfDefinedCode,
  type Verdict,
} from './domain/index.ts';
export { NOBODY } from './domain/person.ts';
export { person1To2 } from './domain/person-1-to-2.ts';
export { schemesCounted } from './domain/schemes-counted.ts';
export { compileCatalogue, documentsOf, schemesOfForce, type SchemeCatalogue } from './use-cases/scheme-catalogue.ts';
export type { TriageDraft } from './domain/triage-draft.ts';
export type { TriageRefusal } from './domain/triage-refusal.ts';
export { ageOn, factsFromPerson, SETTLED_BY_DAYS } from './domain/facts-from-person.ts';
export { birthdayFault, oldestAge, type BirthdayLimits } from './domain/birthday-fault.ts';
export { readBirthday } from './pages/birthday.ts';
export { requiredPastDay } from './pages/past-day.ts';
export { memberLabel, questionField, typedAnswer } from './pages/question/fields.ts';
export { NONE_ON_RECORDS } from './pages/question/our-records.ts';
export { membersAsked, readAnswer } from './pages/question/read-answer.ts';
export type { TriageSite } from './pages/triage-site.ts';
export { factValueWords, factWords, offenceFactWords } from './pages/words/facts.ts';
export { modeOfTrialWords } from './pages/words/mode-of-trial.ts';
export {
  clauseResultTag,
  givenVerdictTag,
  verdictLine,
  verdictTag,
  verdictWords,
  type VerdictShown,
} from './pages/words/verdicts.ts';
export { triageRoom } from './triage-room.ts';
export { nextPage } from './pages/with-triage.ts';
export { factsOfDraft, type TriageView } from './domain/triage-view.ts';
export type { ReadyToOffer } from './domain/ready-to-offer.ts';
export { describePerson } from './use-cases/describe-person.ts';
export { answerQuestion, answerQuestions } from './use-cases/answer-question.ts';
export { finishTriage } from './use-cases/finish-triage.ts';
export { discardTriage, listTriages, showTriage } from './use-cases/show-triage.ts';
export { startTriage } from './use-cases/start-triage.ts';
export type { TriageStore } from './store/triage-store.ts';
export type { EarlierDiversion } from './domain/earlier-diversion.ts';
export type { CaseOpening, OpenCase, SoughtPerson, TriageWork } from './use-cases/triage-work.ts';
