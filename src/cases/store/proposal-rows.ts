import type { CaseActor } from '../../access/index.ts';
import type { WaymarkTransaction } from '../../db/index.ts';
import type { Author } from '../domain/author.ts';
import type { CaseTransaction } from './case-store.ts';

/** Changes of a condition that wait for a supervisor. */
export function proposalRows(
  tx: WaymarkTransaction,
  actor: CaseActor,
): Pick<CaseTransaction, 'addProposal' | 'proposals' | 'settleProposal'> {
  return {
    addProposal: async (proposal, force) => {
      await tx
        .insertInto('condition_proposals')
        .values({
          force,
          proposal_id: proposal.proposalId,
          case_id: proposal.caseId,
          organisation_id: actor.organisationId,
          condition_id: proposal.conditionId,
          to_words: proposal.to,
          reason: proposal.reason,
          proposed_by: JSON.stringify(proposal.proposedBy),
          proposed_at: new Date(proposal.proposedAt),
        })
        .execute();
    },
    proposals: async (caseId) => {
      const rows = await tx
        .selectFrom('condition_proposals')
        .selectAll()
        .where('case_id', '=', caseId)
        .where('settled_at', 'is', null)
        .orderBy('proposed_at')
        .execute();
      return rows.map((row) => ({
        proposalId: row.proposal_id,
        caseId: row.case_id,
        conditionId: row.condition_id,
        to: row.to_words,
        reason: row.reason,
        proposedBy: row.proposed_by as Author,
        proposedAt: row.proposed_at.toISOString(),
      }));
    },
    settleProposal: async (proposalId, { at, by, approved }) => {
      await tx
        .updateTable('condition_proposals')
        .set({ settled_at: new Date(at), settled_by: by, approved })
        .where('proposal_id', '=', proposalId)
        .execute();
    },
  };
}
