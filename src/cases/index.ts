/**
 * One person's path from the decision to the closed outcome: the state machine (domain/transitions.ts), the rules of outcomes
 * (domain/outcome/outcome-rules.ts), what each role may ask and see (use-cases/), and the pages.
 */
export { loadDemonstrationCases } from './demonstration/load-demonstration-cases.ts';
export type { CaseEvent, EventType, NumberedEvent } from './domain/case-event.ts';
export type { CaseRefusal, RefusalCode } from './domain/case-refusal.ts';
export type { CaseState, CaseStatus } from './domain/case-state.ts';
export { casesRoom } from './cases-room.ts';
export type { CaseSite } from './pages/case-site.ts';
export type { CaseStore } from './store/case-store.ts';
export { actOnCase } from './use-cases/act-on-case.ts';
export type { RequestedCommand, TreatmentNote } from './use-cases/requested-command.ts';
export type { CaseWork } from './use-cases/case-work.ts';
export type { Follower, RecordedEvent } from './use-cases/followers/follower.ts';
export { correctPerson, personVersion } from './use-cases/correct-person.ts';
export { earlierDiversions } from './use-cases/earlier-diversions.ts';
export { openCase } from './use-cases/open-case.ts';
export { listCases } from './use-cases/list-cases.ts';
export { declineVariation, proposeVariation } from './use-cases/propose-variation.ts';
export { replayDecision } from './use-cases/replay-decision.ts';
export { showCase, type PoliceCaseView, type ProviderCaseView } from './use-cases/show-case.ts';
