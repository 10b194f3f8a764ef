import { isWithProvider } from './followers/carry-to-provider.ts';
import type { CaseActor } from '../../access/index.ts';
import { canonicalJson, contentHash } from '../../shared/canonical-json.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { changedSince, otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import { birthdayFault, oldestAge, type Person } from '../../triage/index.ts';
import { recordOf } from '../domain/case-state.ts';
import { decideCase } from '../domain/decide-case.ts';
import { replay } from '../domain/evolve.ts';
import type { CaseWork } from './case-work.ts';
import { decideOnBirthday } from './decide-again.ts';
import { plainContext, type Preparing } from './prepare-command.ts';
import { followersOf, recordEvents } from './record-events.ts';

export interface CorrectPerson {
  readonly caseId: string;
  /** `personVersion` of the details that the page showed. */
  readonly expectedVersion: string;
  readonly person: Person;
  /** Why the date of birth is another; null where it is not. */
  readonly reason: string | null;
}

/** What a page sends back to say which details it showed. */
export function personVersion(person: Person): string {
  return contentHash(person);
}

/**
 * Corrects who the person is and how to reach them, on the case and, while a referral is open, with the provider. The
 * audit names what was corrected and holds neither the old value nor the new. Another date of birth is an event of the
 * case as well: it needs a reason, the ages follow from it, and so may the verdicts.
 */
export async function correctPerson(
  work: CaseWork,
  actor: CaseActor,
  { caseId, expectedVersion, person, reason }: CorrectPerson,
): Promise<Result<null, CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'correct-person');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (cases) => {
    if ((await cases.file(caseId)) === null) return refuse(otherRefusal('case-not-found'));
    const end = await cases.lock(caseId);
    const file = await cases.file(caseId);
    if (file === null) return refuse(otherRefusal('case-not-found'));
    if (personVersion(file.person) !== expectedVersion) return refuse(changedSince([]));
    if (person.name.trim() === '') return refuse(otherRefusal('person-needed'));
    const corrected = correctedFields(file.person, person);
    const events = corrected.includes('bornOn')
      ? await eventsOfBirthday({ work, actor, cases, caseId }, { person, corrected, reason: reason ?? '' })
      : null;
    if (events?.ok === false) return events;
    await cases.savePerson(caseId, person);
    const referral = await cases.referral(caseId);
    // A provider whose part is over is told nothing new.
    if (referral?.handOver && isWithProvider(referral)) {
      const { name, contact, language, interpreterNeeded, needs, riskToStaff } = person;
      const handOver = { ...referral.handOver, name, contact, language, interpreterNeeded, needs, riskToStaff };
      await cases.saveReferral(referral.referralId, { ...referral, handOver });
    }
    if (events === null) {
      await cases.audit({ caseId, action: 'person-corrected', at: work.clock(), details: { corrected } });
      return ok(null);
    }
    const before = { side: 'police', file: { ...file, person }, state: events.value.state } as const;
    await recordEvents(cases, { before, end }, events.value.events, followersOf(work));
    return ok(null);
  });
}

function correctedFields(from: Person, to: Person): readonly string[] {
  const before = new Map<string, unknown>(Object.entries(from));
  return Object.entries(to)
    .filter(([field, value]) => canonicalJson(value) !== canonicalJson(before.get(field)))
    .map(([field]) => field);
}

interface CorrectedBirthday {
  readonly person: Person;
  readonly corrected: readonly string[];
  readonly reason: string;
}

/** Another date of birth is part of the case: the ages that follow from it, and the verdicts that turn on them. */
async function eventsOfBirthday(preparing: Preparing, { person, corrected, reason }: CorrectedBirthday) {
  const { work, cases, caseId } = preparing;
  const state = replay((await cases.events(caseId)).map(({ event }) => event));
  const record = recordOf(state);
  const context = plainContext(preparing);
  const { occurredOn } = record.offence;
  const limits = { today: context.today, occurredOn, oldest: oldestAge(work.catalogue.vocabulary) };
  if (person.bornOn !== null && birthdayFault(person.bornOn, limits) !== null) {
    return refuse(otherRefusal('birthday-not-valid'));
  }
  const amended = await decideOnBirthday({ work, cases, record, person });
  const command = { type: 'correct-birthday', data: { corrected, reason } } as const;
  const decided = decideCase(state, command, { ...context, ...amended });
  return decided.ok ? ok({ state, events: decided.value }) : decided;
}
