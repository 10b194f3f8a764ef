import type { CalendarDay } from '../../shared/calendar-day.ts';
import { factsFromPerson, SETTLED_BY_DAYS } from './facts-from-person.ts';
import type { TriageDraft } from './triage-draft.ts';

/**
 * The draft with what its date of birth and the day of its offence settle as of today: a triage that is finished on
 * another day than it was begun is of somebody a day older. What the officer answered otherwise stays as answered.
 */
export function settledOn<Draft extends TriageDraft>(draft: Draft, today: CalendarDay): Draft {
  const settled = Object.entries(factsFromPerson(draft.person?.bornOn ?? null, draft.offence, today));
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
  const before = factsFromPerson(draft.person?.bornOn ?? null, draft.offence, today);
  const after = factsFromPerson(described.person?.bornOn ?? null, described.offence, today);
  const gone = SETTLED_BY_DAYS.filter((fact) => fact in before && !(fact in after));
  const kept = Object.entries(draft.facts).filter(([fact]) => !gone.some((each) => each === fact));
  const answered = draft.answered.filter((fact) => !(fact in after) && !gone.some((each) => each === fact));
  return { ...draft, ...described, facts: { ...Object.fromEntries(kept), ...after }, answered };
}
