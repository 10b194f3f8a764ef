import { ok, refuse, type Result } from '../../shared/result.ts';
import type { NumberedEvent } from '../domain/case-event.ts';
import { caseProgressOf } from '../domain/case-progress.ts';
import { changedSince, otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import type { CaseState } from '../domain/case-state.ts';
import { decideCase } from '../domain/decide-case.ts';
import { evolve, replay } from '../domain/evolve.ts';
import type { CaseFile, LogEnd } from '../store/case-store.ts';
import type { ActOnCase, Acted } from './case-ask.ts';
import { handOn } from './hand-on.ts';
import { commandFor, contextFor, type Preparing } from './prepare-command.ts';

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
  let at: Kept = { state, end };
  for (const event of decided.value) at = await keep(preparing, file, at, event);
  if (act.ask.type === 'vary-condition') await settle(preparing, act.ask.data.proposalId);
  return ok({ caseId, sequence: at.end.sequence });
}

interface Kept {
  readonly state: CaseState;
  readonly end: LogEnd;
}

/** Keeps one event with everything that follows from it. */
async function keep(preparing: Preparing, file: CaseFile, at: Kept, event: NumberedEvent['event']): Promise<Kept> {
  const { cases, caseId, work } = preparing;
  const state = evolve(at.state, event);
  const end = await cases.append({ caseId, force: file.force, end: at.end }, event);
  await cases.saveProgress({ caseId, sequence: end.sequence, at: event.at }, caseProgressOf(state));
  await handOn(preparing, { file, state, numbered: { sequence: end.sequence, event } });
  await cases.audit({ caseId, action: event.type, at: work.clock(), details: { sequence: end.sequence } });
  return { state, end };
}

async function settle({ cases, work, actor }: Preparing, proposalId: string): Promise<void> {
  const at = work.clock().toISOString();
  await cases.settleProposal(proposalId, { at, by: actor.accountId, approved: true });
}
