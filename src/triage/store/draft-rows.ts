import type { Selectable } from 'kysely';
import { appendAudit, looksChain } from '../../audit/index.ts';
import type { CaseActor } from '../../access/index.ts';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import { readStored, storedTable, type StoredTable } from '../../stored/index.ts';
import type { DraftContent, TriageDraft } from '../domain/triage-draft.ts';
import type { TriageTransaction } from './triage-store.ts';
import { triageDraftKind } from './shapes/triage-draft-kind.ts';

/** Officers' unfinished triages; each sees their own. */
export function draftRows(tx: WaymarkTransaction, actor: CaseActor): Omit<TriageTransaction, 'database'> {
  return {
    addDraft: async (draft) => {
      const startedAt = new Date(draft.startedAt);
      await tx
        .insertInto('triage_drafts')
        .values({
          force: draft.force,
          draft_id: draft.draftId,
          organisation_id: actor.organisationId,
          account_id: actor.accountId,
          started_at: startedAt,
          updated_at: startedAt,
          ...contentColumns(draft),
          is_demonstration: draft.isDemonstration,
        })
        .execute();
      await appendAudit(tx, {
        chain: looksChain(actor.accountId),
        recordedAt: startedAt,
        actor,
        action: 'triage-begun',
        subject: `triage:${draft.draftId}`,
      });
    },
    draft: async (draftId) => {
      const row = await tx
        .selectFrom('triage_drafts')
        .selectAll()
        .where('draft_id', '=', draftId)
        .forUpdate()
        .executeTakeFirst();
      return row ? draftOf(row) : null;
    },
    drafts: async () => {
      const rows = await tx
        .selectFrom('triage_drafts')
        .selectAll()
        .where('account_id', '=', actor.accountId)
        .where('finished_as', 'is', null)
        .orderBy('updated_at', 'desc')
        .execute();
      return rows.map(draftOf);
    },
    saveDraft: async (draft, at) => {
      const columns = { ...contentColumns(draft), updated_at: new Date(at) };
      await tx.updateTable('triage_drafts').set(columns).where('draft_id', '=', draft.draftId).execute();
    },
    discardDraft: async (draftId) => {
      await tx.deleteFrom('triage_drafts').where('draft_id', '=', draftId).where('finished_as', 'is', null).execute();
    },
  };
}

function contentColumns({ person, offence, facts, answered, declined, fromRecords, finishedAs }: TriageDraft) {
  return {
    person: person && JSON.stringify(person),
    offence: JSON.stringify(offence),
    facts: JSON.stringify(facts),
    answered: JSON.stringify({ asked: answered, declined, fromRecords }),
    shape: triageDraftKind.shape,
    finished_as: finishedAs,
  };
}

function draftOf(row: Selectable<Tables['triage_drafts']>): TriageDraft {
  return {
    draftId: row.draft_id,
    force: row.force,
    startedAt: row.started_at.toISOString(),
    ...storedContent(row),
    finishedAs: row.finished_as,
    isDemonstration: row.is_demonstration,
  };
}

function storedContent(row: Selectable<Tables['triage_drafts']>): DraftContent {
  const { draft_id: id, shape, person, offence, facts, answered } = row;
  const stored = { person, offence, facts, answered };
  const content = readStored(triageDraftKind, { table: 'triage_drafts', id, shape }, stored);
  const { asked, declined, fromRecords } = content.answered;
  return { ...content, answered: asked, declined, fromRecords };
}

/** Everybody's unfinished triages, for `database check`. */
export const storedDrafts: StoredTable = storedTable({
  table: 'triage_drafts',
  key: ['force', 'draft_id'],
  read: storedContent,
});
