import type { CaseActor } from '../../access/index.ts';
import type { EarlierDiversion, SoughtPerson } from '../../triage/index.ts';
import type { CaseWork } from './case-work.ts';

/**
 * The diversions that somebody of this name and date of birth accepted before, among the cases that the actor may see:
 * those of their own force. Each that is found is entered in the audit record as a look at its case.
 */
export async function earlierDiversions(
  work: CaseWork,
  actor: CaseActor,
  person: SoughtPerson,
): Promise<readonly EarlierDiversion[]> {
  const { force } = actor;
  if (force === null || !actor.rights.has('triage-person')) return [];
  return work.store.as(actor, async (cases) => {
    const found = await cases.earlierDiversions({ force, ...person });
    for (const { sequence, caseId } of found)
      await cases.audit({ caseId, action: 'case-viewed', at: work.clock(), details: { sequence } });
    return found.map(({ sequence: _, ...diversion }) => diversion);
  });
}
