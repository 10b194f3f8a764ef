/**
 * What a triage writes down, for the pure core of other rooms: the person, the offence, the facts and the decisions, with
 * the schemas that they are stored by. No page, no store and no use-case comes with it.
 */
export { modesOfTrial, offenceSchema, type ModeOfTrial, type Offence } from './offence.ts';
export { PREFERS_NOT_TO_SAY, SELF_DEFINED_CODES, type Monitoring, type SelfDefinedCode } from './monitoring.ts';
export { contactSchema, personSchema, type Contact, type Person } from './person.ts';
export {
  knownNumberSchema,
  recordedDecisionSchema,
  recordedFactsSchema,
  recordedFactValueSchema,
  verdictSchema,
  type RecordedDecision,
  type RecordedFacts,
  type RecordedFactValue,
  type Verdict,
} from './recorded-decision.ts';
