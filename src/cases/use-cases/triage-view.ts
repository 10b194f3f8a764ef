import {
  decide,
  nextQuestion,
  parseFacts,
  type CompiledScheme,
  type Decision,
  type FactDefinition,
  type Facts,
} from '../../eligibility/index.ts';
import { londonDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import type { TriageDraft } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';
import { schemesOfForce } from './scheme-catalogue.ts';

/** A triage under way: what is known, what each scheme of the force says so far, and what to ask next. */
export interface TriageView {
  readonly draft: TriageDraft;
  /** Of the schemes the force could offer; `standing` says which are live. */
  readonly decisions: readonly Decision[];
  /** Null once nothing more can be asked: then the triage can be finished. */
  readonly next: FactDefinition | null;
}

/** Looks at a draft as of today. Only live schemes are asked for; the others answer from what is known. */
export function triageView(work: CaseWork, draft: TriageDraft): TriageView {
  const today = londonDayOf(work.clock());
  const facts = factsOf(work, draft);
  const schemes = schemesOfForce(work.catalogue, draft.force);
  const decisions = schemes.map((scheme) => decide(scheme, facts, today));
  const live = schemes.filter((_, index) => decisions[index]?.standing === 'live');
  return { draft, decisions, next: next(work, { draft, facts, live, today }) };
}

/** The draft's facts. They were checked one by one when they were answered, so that they can't fail together. */
export function factsOf(work: CaseWork, draft: TriageDraft): Facts {
  const facts = parseFacts(work.catalogue.vocabulary, draft.facts);
  if (!facts.ok) throw new Error(`Draft ${draft.draftId} holds facts that don't parse: ${facts.refusal[0]?.path}`);
  return facts.value;
}

function next(
  work: CaseWork,
  { draft, facts, live, today }: { draft: TriageDraft; facts: Facts; live: CompiledScheme[]; today: CalendarDay },
): FactDefinition | null {
  const unanswerable = new Set(draft.answered.filter((fact) => !(fact in draft.facts)));
  const fact = nextQuestion(live, facts, today, unanswerable);
  return fact === null ? null : (work.catalogue.vocabulary.byId.get(fact) ?? null);
}
