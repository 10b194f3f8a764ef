import type { CaseActor } from '../../access/index.ts';
import { type EarlierDiversion, isOnOurRecords } from '../domain/earlier-diversion.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import type { TriageWork } from './triage-work.ts';

/**
 * The diversions of the person of a triage that the force's own cases know, where a question is about them; null where
 * it is not, or where nobody can be looked for: without a date of birth a name is anybody's.
 */
export async function lookInOurRecords(
  { earlierDiversions }: TriageWork,
  actor: CaseActor,
  { fact, draft: { person } }: { readonly fact: string; readonly draft: TriageDraft },
): Promise<readonly EarlierDiversion[] | null> {
  if (!isOnOurRecords(fact) || person === null || person.bornOn === null || person.name.trim() === '') return null;
  return earlierDiversions(actor, { name: person.name, bornOn: person.bornOn });
}
