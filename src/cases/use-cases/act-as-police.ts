import { ok, refuse, type Result } from '../../shared/result.ts';
import { changedSince, otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import { decideCase } from '../domain/decide-case.ts';
import { replay } from '../domain/evolve.ts';
import type { ActOnCase, Acted } from './case-ask.ts';
import { commandFor, contextFor, type Preparing } from './prepare-command.ts';
import { followersOf, recordEvents } from './record-events.ts';

/** One command of an officer, supervisor or coordinator, on the whole case. */
export async function actAsPolice(preparing: Preparing, act: ActOnCase): Promise<Result<Acted, CaseRefusal>> {
  const { cases, caseId } = preparing;
  const file = await cases.file(caseId);
  if (file === null) return refuse(otherRefusal('case-not-found'));
  const end = await cases.lock(caseId);
  const log = await cases.events(caseId);
  if (act.seen !== end.sequence) return refuse(changedSince(log.slice(act.seen)));
  const state = replay(log.map(({ event }) => event));
  const command = await commandFor(preparing, act.ask);
  if (!command.ok) return command;
  const decided = decideCase(state, command.value, await contextFor(preparing, state, command.value));
  if (!decided.ok) return decided;
  const before = { side: 'police', file, state } as const;
  const { sequence } = await recordEvents(cases, { before, end }, decided.value, followersOf(preparing.work));
  if (act.ask.type === 'vary-condition') await settle(preparing, act.ask.data.proposalId);
  return ok({ caseId, sequence });
}

async function settle({ cases, work, actor }: Preparing, proposalId: string): Promise<void> {
  const at = work.clock().toISOString();
  await cases.settleProposal(proposalId, { at, by: actor.accountId, approved: true });
}
