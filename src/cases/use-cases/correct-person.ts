import type { CaseActor } from '../../access/index.ts';
import { canonicalJson, contentHash } from '../../shared/canonical-json.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { changedSince, otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import type { Person } from '../../triage/index.ts';
import type { CaseWork } from './case-work.ts';

export interface CorrectPerson {
  readonly caseId: string;
  /** `personVersion` of the details that the page showed. */
  readonly expectedVersion: string;
  readonly person: Person;
}

/** What a page sends back to say which details it showed. */
export function personVersion(person: Person): string {
  return contentHash(person);
}

/**
 * Corrects who the person is and how to reach them, on the case and, while a referral is open, with the provider. The
 * audit names what was corrected and holds neither the old value nor the new.
 */
export async function correctPerson(
  work: CaseWork,
  actor: CaseActor,
  { caseId, expectedVersion, person }: CorrectPerson,
): Promise<Result<null, CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'correct-person');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (cases) => {
    if ((await cases.file(caseId)) === null) return refuse(otherRefusal('case-not-found'));
    await cases.lock(caseId);
    const file = await cases.file(caseId);
    if (file === null) return refuse(otherRefusal('case-not-found'));
    if (personVersion(file.person) !== expectedVersion) return refuse(changedSince([]));
    if (person.name.trim() === '') return refuse(otherRefusal('person-needed'));
    await cases.savePerson(caseId, person);
    const referral = await cases.referral(caseId);
    if (referral?.handOver) {
      const { name, contact, language, interpreterNeeded, needs, riskToStaff } = person;
      const handOver = { ...referral.handOver, name, contact, language, interpreterNeeded, needs, riskToStaff };
      await cases.saveReferral(referral.referralId, { ...referral, handOver });
    }
    const before = new Map<string, unknown>(Object.entries(file.person));
    const corrected = Object.entries(person)
      .filter(([field, value]) => canonicalJson(value) !== canonicalJson(before.get(field)))
      .map(([field]) => field);
    await cases.audit({ caseId, action: 'person-corrected', at: work.clock(), details: { corrected } });
    return ok(null);
  });
}
