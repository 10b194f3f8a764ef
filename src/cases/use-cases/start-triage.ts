import type { Actor } from '../../db/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Offence } from '../domain/case-event.ts';
import { refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import { factsFromPerson } from '../domain/facts-from-person.ts';
import type { Person } from '../domain/person.ts';
import type { CaseWork } from './case-work.ts';
import { triageView, type TriageView } from './triage-view.ts';

export interface StartTriage {
  /** May be given later, but before the triage is finished. */
  readonly person: Person | null;
  readonly offence: Offence;
  readonly isDemonstration?: boolean;
}

/**
 * An officer begins a triage. The force is known, and so is what the person's birthday and the day of the offence
 * settle; everything else is asked.
 */
export async function startTriage(
  work: CaseWork,
  actor: Actor,
  { person, offence, isDemonstration = false }: StartTriage,
): Promise<Result<TriageView, CaseRefusal>> {
  const { force } = actor;
  if ((actor.role !== 'officer' && actor.role !== 'supervisor') || force === null) {
    return refuse(refusalOf('not-your-role', 'officer, supervisor'));
  }
  const now = work.clock();
  const draft = {
    draftId: work.newId(),
    force,
    startedAt: now.toISOString(),
    person,
    offence,
    facts: { force, ...factsFromPerson(person?.bornOn ?? null, offence, londonDayOf(now)) },
    answered: [],
    finishedAs: null,
    isDemonstration,
  };
  await work.store.as(actor, (cases) => cases.addDraft(draft));
  return ok(triageView(work, draft));
}
