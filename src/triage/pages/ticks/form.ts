/** The screen of ticks as a form: which questions were on it, and what the ticks answer. */
import {
  isTicked,
  valueTicked,
  type FactDefinition,
  type FactValue,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import { type FormBody, type FormResult, textsOf, wrong } from '../../../web/markup/index.ts';
import type { TriageView } from '../../domain/triage-view.ts';

/** Of the screen of ticks: what applies; what nobody knows; and which questions it was drawn with. */
export const APPLIES = 'applies';
export const NOT_KNOWN = 'unknown';
export const ASKED = 'asked';
export const NONE = 'none';

interface TickAnswer {
  readonly fact: string;
  /** Null where nobody knows. */
  readonly value: FactValue | null;
}

/** The questions that a screen was drawn with, in its order, to be drawn again: two windows may hold two of them. */
export function ticksSent(vocabulary: Vocabulary, body: FormBody): readonly FactDefinition[] {
  const asked = [...new Set(textsOf(body, ASKED))];
  return asked.flatMap((id) => vocabulary.byId.get(id) ?? []).filter(isTicked);
}

/**
 * An answer for every question of the screen: ticked, the other one; not known, none; and all the rest the usual one. That
 * nothing applies must be ticked too: a page passed over in haste says nothing of the person.
 */
export function readTicks(facts: readonly FactDefinition[], body: FormBody): FormResult<readonly TickAnswer[]> {
  if (facts.length === 0) return wrong({ field: APPLIES, text: 'Go back to the questions, and answer these again' });
  const applies = textsOf(body, APPLIES);
  const unknown = textsOf(body, NOT_KNOWN);
  const ids = facts.map(({ id }) => id);
  const ticked = applies.filter((id) => id !== NONE);
  if ([...ticked, ...unknown].some((id) => !ids.includes(id)))
    return wrong({ field: APPLIES, text: 'Tick only what is listed here' });
  if (applies.includes(NONE) && ticked.length > 0)
    return wrong({ field: APPLIES, text: 'Tick what applies, or “None of these”, not both' });
  if (ticked.some((id) => unknown.includes(id)))
    return wrong({ field: NOT_KNOWN, text: 'Tick each of these as known or as not known, not as both' });
  const isAnswered = applies.length > 0 || unknown.length === ids.length;
  if (!isAnswered) return wrong({ field: APPLIES, text: 'Tick all that apply, or “None of these”' });
  const value = facts.map((fact) => ({
    fact: fact.id,
    value: unknown.includes(fact.id) ? null : valueTicked(fact, ticked.includes(fact.id)),
  }));
  return { ok: true, value };
}

/** The ticks as answered so far; none before that. */
export function ticksSoFar({ draft }: TriageView, facts: readonly FactDefinition[]): FormBody {
  const answered = facts.filter(({ id }) => draft.answered.includes(id));
  if (answered.length === 0) return {};
  const unknown = answered.filter(({ id }) => draft.facts[id] === undefined).map(({ id }) => id);
  const ticked = answered
    .filter(({ id, asking }) => draft.facts[id] !== undefined && draft.facts[id] !== asking?.unticked)
    .map(({ id }) => id);
  const none = ticked.length === 0 && unknown.length < facts.length ? [NONE] : [];
  return { [APPLIES]: [...ticked, ...none], [NOT_KNOWN]: unknown };
}
