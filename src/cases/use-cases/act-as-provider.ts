import { ok, refuse, type Result } from '../../shared/result.ts';
import type { CommandContext, CommandOf, ProviderCommandType } from '../domain/case-command.ts';
import type { NumberedEvent } from '../domain/case-event.ts';
import { engagementProgressOf } from '../domain/case-progress.ts';
import { changedSince, otherRefusal, refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import { decideForProvider } from '../domain/decide-case.ts';
import { replayProviderSide } from '../domain/evolve-provider-side.ts';
import type { ReferralFile } from '../store/case-store.ts';
import type { ActOnCase, Acted, TreatmentNote } from './case-ask.ts';
import { commandFor, plainContext, type Preparing } from './prepare-command.ts';
import { schemeOfVersion } from './scheme-terms-of.ts';

/**
 * One command of a provider, on its own side of the case: the police's log is neither read nor needed. The note that
 * comes with it stays with the provider.
 */
export async function actAsProvider(preparing: Preparing, act: ActOnCase): Promise<Result<Acted, CaseRefusal>> {
  const { cases, caseId } = preparing;
  if ((await cases.referral(caseId)) === null) return refuse(otherRefusal('case-not-found'));
  const end = await cases.lock(caseId);
  const referral = await cases.referral(caseId);
  if (referral === null) return refuse(otherRefusal('case-not-found'));
  if (act.seen !== referral.sequence) {
    return refuse(changedSince(referral.history.filter(({ sequence }) => sequence > act.seen)));
  }
  if (referral.status === 'closed') return refuse(refusalOf('not-at-this-stage', 'closed'));
  const side = replayProviderSide(referral.opening, eventsOf(referral.history));
  const command = await commandFor(preparing, act.ask);
  if (!command.ok) return command;
  const asked = command.value as CommandOf<ProviderCommandType>;
  const decided = decideForProvider(side, asked, await contextOfReferral(preparing, referral));
  if (!decided.ok) return decided;
  let after: ReferralFile = referral;
  let at = end;
  for (const event of decided.value) {
    at = await cases.append({ caseId, force: referral.force, end: at }, event);
    after = await keep(preparing, after, { sequence: at.sequence, event });
  }
  if (act.note) await keepNote(preparing, after, act.note);
  return ok({ caseId, sequence: at.sequence });
}

function eventsOf(history: readonly NumberedEvent[]) {
  return history.map(({ event }) => event);
}

async function contextOfReferral(preparing: Preparing, referral: ReferralFile): Promise<CommandContext> {
  const scheme = await schemeOfVersion(preparing.work, preparing.cases, referral.schemeVersion);
  return { ...plainContext(preparing), scheme };
}

/** Keeps one event on the provider's side; a rejected referral leaves nothing of the person behind. */
async function keep({ cases, caseId, work }: Preparing, referral: ReferralFile, numbered: NumberedEvent) {
  const { sequence, event } = numbered;
  const history = [...referral.history, numbered];
  const side = replayProviderSide(referral.opening, eventsOf(history));
  const handOver = side.status === 'sent-back' ? null : referral.handOver;
  const change = { status: side.status, sequence, history, handOver };
  await cases.saveProgress({ caseId, sequence, at: event.at }, engagementProgressOf(side));
  await cases.saveReferral(referral.referralId, change);
  await cases.audit({ caseId, action: event.type, at: work.clock(), details: { sequence } });
  return { ...referral, ...change };
}

async function keepNote({ cases, caseId, work, actor }: Preparing, referral: ReferralFile, note: TreatmentNote) {
  const { referralId, force, sequence } = referral;
  await cases.addTreatmentRecord(
    {
      recordId: work.newId(),
      caseId,
      sequence,
      ...note,
      recordedAt: work.clock().toISOString(),
      recordedBy: actor.name,
    },
    { force, referralId },
  );
}
