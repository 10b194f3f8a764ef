import type { CaseActor } from '../../access/index.ts';
import { parseFacts } from '../../eligibility/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Offence } from '../domain/offence.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import { triageRefusal, type TriageRefusal } from '../domain/triage-refusal.ts';
import { factsFromDescription } from '../domain/facts-from-description.ts';
import type { Person } from '../domain/person.ts';
import type { TriageView } from '../domain/triage-view.ts';
import type { TriageWork } from './triage-work.ts';
import { refusalOfBirthday } from './refusal-of-birthday.ts';
import { viewDraft } from './view-draft.ts';

export interface StartTriage {
  /** May be given later, but before the triage is finished. */
  readonly person: Person | null;
  readonly offence: Offence;
  /** Raw facts known beforehand, as from a stop record. */
  readonly facts?: { readonly [fact: string]: unknown };
  readonly isDemonstration?: boolean;
}

/** Whether this account may begin a triage, asked before the form is shown; the force it would be for. */
export function mayStartTriage(actor: CaseActor): Result<{ readonly force: string }, TriageRefusal> {
  const unentitled = refusalWithout(actor, 'triage-person');
  if (unentitled) return refuse(unentitled);
  return actor.force === null ? refuse(triageRefusal('another-force')) : ok({ force: actor.force });
}

/**
 * An officer begins a triage. The force is known, and so is what the person's birthday and the day of the offence
 * settle; everything else is asked.
 */
export async function startTriage(
  work: TriageWork,
  actor: CaseActor,
  { person, offence, facts = {}, isDemonstration = false }: StartTriage,
): Promise<Result<TriageView, TriageRefusal>> {
  const asked = mayStartTriage(actor);
  if (!asked.ok) return asked;
  const { force } = asked.value;
  const parsed = parseFacts(work.catalogue.vocabulary, facts);
  if (!parsed.ok) {
    return refuse(
      triageRefusal(
        'fact-value-not-valid',
        parsed.refusal.map(({ path, problem }) => `${path}: ${problem}`).join('; '),
      ),
    );
  }
  const now = work.clock();
  const wrongBirthday = refusalOfBirthday(work, person, offence);
  if (wrongBirthday) return refuse(wrongBirthday);
  const draft = {
    draftId: work.newId(),
    force,
    startedAt: now.toISOString(),
    person,
    offence,
    facts: { ...facts, force, ...factsFromDescription(person?.bornOn ?? null, offence, londonDayOf(now)) },
    answered: Object.keys(facts),
    declined: [],
    fromRecords: [],
    finishedAs: null,
    isDemonstration,
  };
  const viewed = viewDraft(work, draft);
  if (!viewed.ok) return viewed;
  await work.store.as(actor, (drafts) => drafts.addDraft(draft));
  return viewed;
}
