import type { CalendarDay } from '../../shared/calendar-day.ts';
import { factsFromDescription, SETTLED_BY_DESCRIPTION } from './facts-from-description.ts';
import type { TriageDraft } from './triage-draft.ts';

/**
 * The draft with what its description settles as of today, its date of birth and the day of its offence among it: a triage that is finished on
 * another day than it was begun is of somebody a day older. What the officer answered otherwise stays as answered.
 */
export function settledOn<Draft extends TriageDraft>(draft: Draft, today: CalendarDay): Draft {
  const settled = Object.entries(factsFromDescription(draft.person?.bornOn ?? null, draft.offence, today));
  const own = settled.filter(([fact]) => !draft.answered.includes(fact));
  return { ...draft, facts: { ...draft.facts, ...Object.fromEntries(own) } };
}

/**
 * The draft of another person, or of an offence on another day: what these settle replaces what was known of it, and
 * what the earlier ones settled and these do not is to be asked again.
 */
export function describedDraft(
  draft: TriageDraft,
  described: Pick<TriageDraft, 'person' | 'offence'>,
  today: CalendarDay,
): TriageDraft {
  const before = factsFromDescription(draft.person?.bornOn ?? null, draft.offence, today);
  const after = factsFromDescription(described.person?.bornOn ?? null, described.offence, today);
  const gone = SETTLED_BY_DESCRIPTION.filter((fact) => fact in before && !(fact in after));
  const kept = Object.entries(draft.facts).filter(([fact]) => !gone.some((each) => each === fact));
  const answered = draft.answered.filter((fact) => !(fact in after) && !gone.some((each) => each === fact));
  return { ...draft, ...described, facts: { ...Object.fromEntries(kept), ...after }, answered };
}
