import {
  barredBy,
  decide,
  isTicked,
  nextAsked,
  parseFacts,
  settledFacts,
  withSettledFacts,
  type CompiledScheme,
  type Decision,
  type FactDefinition,
  type FactFault,
  type Facts,
  type FactValue,
  type Vocabulary,
} from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Result } from '../../shared/result.ts';
import { readyToOffer, type ReadyToOffer } from './ready-to-offer.ts';
import { isCountByScheme, schemesCounted } from './schemes-counted.ts';
import type { TriageDraft } from './triage-draft.ts';

/** What a triage is decided by: the facts there are, and the schemes that the force could offer, in whatever standing. */
export interface TriageRules {
  readonly vocabulary: Vocabulary;
  readonly schemes: readonly CompiledScheme[];
}

/** A triage under way: what is known, what each scheme of the force says so far, and what to ask next. */
export interface TriageView {
  readonly draft: TriageDraft;
  /** Of the schemes the force could offer; `standing` says which are live. */
  readonly decisions: readonly Decision[];
  /** What the answers so far settle without asking, by fact: shown, and counted as known unless somebody answers it. */
  readonly settled: { readonly [fact: string]: FactValue };
  /** The schemes that a count by scheme is asked for, by fact. */
  readonly counted: { readonly [fact: string]: readonly string[] };
  /** Null once nothing more can be asked: then the triage can be finished. */
  readonly next: FactDefinition | null;
  /** The questions of the screen of ticks that is next, `next` the first of them; none where it is asked by itself. */
  readonly ticks: readonly FactDefinition[];
  /** What was asked and may stand on a screen of ticks, so that it can be ticked otherwise. */
  readonly ticked: readonly string[];
  /** The schemes for which nothing is left but what the person says once told: to be offered on one page. */
  readonly ready: readonly ReadyToOffer[];
}

/** Looks at a draft as of a day. Only live schemes are asked for; the others answer from what is known. */
export function triageView({ vocabulary, schemes }: TriageRules, draft: TriageDraft, today: CalendarDay): TriageView {
  const answered = answersOf(vocabulary, draft);
  const facts = withSettledFacts(vocabulary, answered);
  const decisions = schemes.map((scheme) => decide(scheme, facts, today));
  const live = schemes.filter((_, index) => decisions[index]?.standing === 'live');
  const unanswerable = new Set(draft.answered.filter((fact) => !(fact in draft.facts)));
  const asked = nextAsked(live, facts, today, unanswerable);
  const settled = settledFacts(vocabulary, answered);
  const counted = Object.fromEntries(
    vocabulary.facts
      .filter(isCountByScheme)
      .map((fact) => [fact.id, schemesCounted({ schemes, decisions, today }, fact, draft.facts[fact.id])]),
  );
  const next = asked.fact === null ? null : (vocabulary.byId.get(asked.fact) ?? null);
  const ticks = asked.ticks.flatMap((fact) => vocabulary.byId.get(fact) ?? []);
  const ticked = vocabulary.facts.filter((fact) => isTicked(fact) && draft.answered.includes(fact.id));
  const ready = readyToOffer({ vocabulary, live, facts, today }, draft, asked.fact);
  return { draft, decisions, settled, counted, next, ticks, ticked: ticked.map(({ id }) => id), ready };
}

/** What the screen of ticks is of: what is next to be ticked, or else what was answered and can be ticked otherwise. */
export function ticksShown({ ticks, ticked }: TriageView, vocabulary: Vocabulary): readonly FactDefinition[] {
  return ticks.length > 0 ? ticks : ticked.flatMap((fact) => vocabulary.byId.get(fact) ?? []);
}

/** The question that has to be answered before this one may be asked; null where there is none. */
export function questionBefore(vocabulary: Vocabulary, draft: TriageDraft, fact: FactDefinition): string | null {
  const unanswerable = new Set(draft.answered.filter((asked) => !(asked in draft.facts)));
  return barredBy({ vocabulary, facts: factsOfDraft(vocabulary, draft), unanswerable }, fact);
}

/** The draft's facts, or what is wrong with them. */
export function parsedFactsOf(
  vocabulary: Vocabulary,
  draft: Pick<TriageDraft, 'facts'>,
): Result<Facts, readonly FactFault[]> {
  return parseFacts(vocabulary, draft.facts);
}

/** The draft's facts and what they settle, where `parsedFactsOf` has nothing against them. */
export function factsOfDraft(vocabulary: Vocabulary, draft: TriageDraft): Facts {
  return withSettledFacts(vocabulary, answersOf(vocabulary, draft));
}

function answersOf(vocabulary: Vocabulary, draft: TriageDraft): Facts {
  const facts = parsedFactsOf(vocabulary, draft);
  if (!facts.ok) throw new Error(`Draft ${draft.draftId} holds facts that don't parse: ${facts.refusal[0]?.path}`);
  return facts.value;
}
