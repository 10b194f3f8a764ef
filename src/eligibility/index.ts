/**
 * Decides who may enter a scheme and says why: facts that may be known in part, rules that are data, answers that
 * name every clause. Pure: the same code runs on the server, in a browser and in bulk.
 */
export { acceptanceOf, type Acceptance, type Span } from './acceptance.ts';
export { assumedBehind } from './assumed-behind.ts';
export { BulkDecider, bulkResults, bulkVerdict, type BulkAnswers } from './bulk/decide-bulk.ts';
export type { BulkTable } from './bulk/table.ts';
export type { ChoiceColumn, NumberColumn } from './bulk/columns.ts';
export { compileRule, type RuleNode } from './compile-rule.ts';
export { vocabularyAtTheOutcome } from './at-the-outcome.ts';
export { clausesOn, compileScheme, standingOn } from './compile-scheme.ts';
export type {
  ClauseAnswer,
  ClauseResult,
  CompiledClause,
  CompiledScheme,
  LawVersion,
  Standing,
} from './compile-scheme.ts';
export { decide, judgementsLeft, type Decision, type Discretion, type Verdict } from './decide.ts';
export type { FactFault } from './fact-fault.ts';
export type { Facts, FactValue, KnownAmounts, KnownChoice, KnownNumber, KnownSet, OneOf, Range } from './facts.ts';
export { knownAmounts, knownChoice, knownNumber, knownSet } from './value-of-kind.ts';
export { isOneOf, isRange } from './value-forms.ts';
export { MET, type Possible } from './possible.ts';
export { membersTested } from './members-tested.ts';
export { barredBy, isTicked, nextAsked, nextQuestion, valueTicked, type NextAsked } from './next-question.ts';
export { settledFacts, withSettledFacts } from './settled-facts.ts';
export { isAskedOnceTold, type AnsweredTogether, type Asking } from './asking.ts';
export { parseFacts, parseValue } from './parse-facts.ts';
export { isMemberOf } from './parse-number.ts';
export { JUDGES, membersRead, SETTLED_BY } from './rule.ts';
export type {
  Clause,
  ClauseStanding,
  DatedStanding,
  DiscretionRule,
  LawClause,
  LawRules,
  SettledBy,
  FactRule,
  Judge,
  Rule,
  SchemeRules,
  StandingStage,
} from './rule.ts';
export { FINDING_ORDER, parseVocabulary, vocabularyOfFacts } from './vocabulary.ts';
export type { Choice, FactId } from './fact-id.ts';
export type { FactDefinition, FactKind, Finding, Vocabulary } from './vocabulary.ts';
