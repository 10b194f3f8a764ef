import type { CaseActor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { hasWords } from '../domain/attempt.ts';
import { changedSince, otherRefusal, refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import { conditionById } from '../domain/case-state.ts';
import { repeatsCondition } from '../domain/engagement/index.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import { replay } from '../domain/evolve.ts';
import type { CaseWork } from './case-work.ts';

export interface ProposeVariation {
  readonly caseId: string;
  readonly expectedSequence: number;
  readonly conditionId: string;
  readonly to: string;
  readonly reason: string;
}

/**
 * A coordinator asks for a condition to be varied. Nothing changes yet: a supervisor approves it with the command
 * `vary-condition`, which writes the event, or declines it.
 */
export async function proposeVariation(
  work: CaseWork,
  actor: CaseActor,
  { caseId, expectedSequence, conditionId, to, reason }: ProposeVariation,
): Promise<Result<{ readonly proposalId: string }, CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'propose-variation');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (cases) => {
    const file = await cases.file(caseId);
    if (file === null) return refuse(otherRefusal('case-not-found'));
    const { sequence } = await cases.lock(caseId);
    const log = await cases.events(caseId);
    if (sequence !== expectedSequence) return refuse(changedSince(log.slice(expectedSequence)));
    const state = replay(log.map(({ event }) => event));
    if (state.status !== 'engaging') return refuse(refusalOf('not-at-this-stage', state.status));
    const condition = conditionById(state.agreement, conditionId);
    if (condition === null) return refuse(refusalOf('condition-not-known'));
    if (!hasWords(to) || !hasWords(reason)) return refuse(refusalOf('reason-needed'));
    if (repeatsCondition(condition, to)) return refuse(refusalOf('condition-unchanged'));
    const { accountId, name, role, organisationId } = actor;
    const proposedBy = { accountId, name, role, organisationId };
    const proposalId = work.newId();
    const proposedAt = work.clock().toISOString();
    await cases.addProposal({ proposalId, caseId, conditionId, to, reason, proposedBy, proposedAt }, file.force);
    await cases.audit({ caseId, action: 'condition-variation-proposed', at: work.clock(), details: { proposalId } });
    return ok({ proposalId });
  });
}

/** A supervisor declines a change that a coordinator asked for. The case stays as it is. */
export async function declineVariation(
  work: CaseWork,
  actor: CaseActor,
  { caseId, proposalId }: { readonly caseId: string; readonly proposalId: string },
): Promise<Result<null, CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'approve-variation');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (cases) => {
    const waiting = (await cases.proposals(caseId)).some((proposal) => proposal.proposalId === proposalId);
    if (!waiting) return refuse(refusalOf('proposal-not-known'));
    const at = work.clock();
    await cases.settleProposal(proposalId, { at: at.toISOString(), by: actor.accountId, approved: false });
    await cases.audit({ caseId, action: 'condition-variation-declined', at, details: { proposalId } });
    return ok(null);
  });
}
