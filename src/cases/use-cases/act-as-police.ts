import { ok, refuse, type Result } from '../../shared/result.ts';
import { changedSince, otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import { decideCase } from '../domain/decide-case.ts';
import { evolve, replay } from '../domain/evolve.ts';
import type { CaseEvent } from '../domain/case-event.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { CommandRequest, CommandRecorded } from './requested-command.ts';
import { commandFor, contextFor, type Preparing } from './prepare-command.ts';
import { followersOf, recordEvents } from './record-events.ts';
import type { PoliceCaseView } from './show-case.ts';

/**
 * One command of an officer, supervisor or coordinator, on the whole case. `seen` is the case as this transaction has read
 * it already: its log is read and replayed again only where it has gone on before the lock.
 */
export async function actAsPolice(
  preparing: Preparing,
  request: CommandRequest,
  seen?: Pick<PoliceCaseView, 'file' | 'log' | 'state'>,
): Promise<Result<CommandRecorded, CaseRefusal>> {
  const { cases, caseId } = preparing;
  const file = seen ? seen.file : await cases.file(caseId);
  if (file === null) return refuse(otherRefusal('case-not-found'));
  const end = await cases.lock(caseId);
  const isAsSeen = seen !== undefined && seen.log.length === end.sequence;
  const log = isAsSeen ? seen.log : await cases.events(caseId);
  if (request.expectedSequence !== end.sequence) return refuse(changedSince(log.slice(request.expectedSequence)));
  const state = isAsSeen ? seen.state : replay(log.map(({ event }) => event));
  const command = await commandFor(preparing, request.command);
  if (!command.ok) return command;
  const decided = decideCase(state, command.value, await contextFor(preparing, state, command.value));
  if (!decided.ok) return decided;
  const booked = await placeWith(preparing, request.command, replayOn(state, decided.value));
  if (!booked.ok) return booked;
  const before = { side: 'police', file, state } as const;
  const { sequence } = await recordEvents(
    cases,
    { before, end },
    [...decided.value, ...booked.value],
    followersOf(preparing.work),
  );
  if (request.command.type === 'vary-condition') await settle(preparing, request.command.data.proposalId);
  return ok({ caseId, sequence });
}

/** The place that is booked together with a referral; nothing where none is. */
async function placeWith(
  preparing: Preparing,
  requested: CommandRequest['command'],
  state: CaseState,
): Promise<Result<readonly CaseEvent[], CaseRefusal>> {
  if (requested.type !== 'refer-person' || requested.data.timeId === undefined) return ok([]);
  const command = await commandFor(preparing, { type: 'book-place', data: { timeId: requested.data.timeId } });
  if (!command.ok) return command;
  return decideCase(state, command.value, await contextFor(preparing, state, command.value));
}

function replayOn(state: CaseState, events: readonly CaseEvent[]): CaseState {
  return events.reduce<CaseState>((before, event) => evolve(before, event), state);
}

async function settle({ cases, work, actor }: Preparing, proposalId: string): Promise<void> {
  const at = work.clock().toISOString();
  await cases.settleProposal(proposalId, { at, by: actor.accountId, approved: true });
}
