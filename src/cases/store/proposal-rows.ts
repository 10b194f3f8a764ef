import type { Selectable } from 'kysely';
import type { CaseActor } from '../../access/index.ts';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import { readStored, storedTable, type StoredTable } from '../../stored/index.ts';
import type { Author } from '../domain/author.ts';
import type { CaseTransaction } from './case-store.ts';
import { proposerKind } from './shapes/proposer-kind.ts';

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
          shape: proposerKind.shape,
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
        proposedBy: storedProposer(row),
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

function storedProposer({ proposal_id: id, shape, proposed_by }: Selectable<Tables['condition_proposals']>): Author {
  return readStored(proposerKind, { table: 'condition_proposals', id, shape }, proposed_by);
}

/** All proposals, for `database check`. */
export const storedProposals: StoredTable = storedTable({
  table: 'condition_proposals',
  key: ['force', 'proposal_id'],
  read: storedProposer,
});
