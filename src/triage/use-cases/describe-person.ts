import type { CaseActor } from '../../access/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Offence } from '../domain/offence.ts';
import type { TriageRefusal } from '../domain/triage-refusal.ts';
import type { Person } from '../domain/person.ts';
import { describedDraft } from '../domain/settled-draft.ts';
import type { TriageWork } from './triage-work.ts';
import { changeDraft } from './change-draft.ts';
import { refusalOfBirthday } from './refusal-of-birthday.ts';
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
  const wrongBirthday = refusalOfBirthday(work, person, offence);
  if (wrongBirthday) return refuse(wrongBirthday);
  const today = londonDayOf(work.clock());
  return changeDraft(work, { actor, draftId }, (draft) => ok(describedDraft(draft, { person, offence }, today)));
}
