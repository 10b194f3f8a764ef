import type { CaseActor } from '../../access/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Offence } from '../domain/offence.ts';
import type { TriageRefusal } from '../domain/triage-refusal.ts';
import { factsFromPerson } from '../domain/facts-from-person.ts';
import type { Person } from '../domain/person.ts';
import type { TriageWork } from './triage-work.ts';
import { changeDraft } from './change-draft.ts';
import type { TriageView } from '../domain/triage-view.ts';

export interface DescribePerson {
  readonly draftId: string;
  readonly person: Person;
  readonly offence: Offence;
}

/** Says who the person of a triage is, and when the offence was; what these settle need not be asked any more. */
export async function describePerson(
  work: TriageWork,
  actor: CaseActor,
  { draftId, person, offence }: DescribePerson,
): Promise<Result<TriageView, TriageRefusal>> {
  const settled = factsFromPerson(person.bornOn, offence, londonDayOf(work.clock()));
  return changeDraft(work, { actor, draftId }, (draft) =>
    ok({ ...draft, person, offence, facts: { ...draft.facts, ...settled } }),
  );
}
