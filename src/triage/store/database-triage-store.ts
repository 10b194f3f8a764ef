import { asActor, type WaymarkDatabase } from '../../db/index.ts';
import { draftRows } from './draft-rows.ts';
import type { TriageStore } from './triage-store.ts';

/** Unfinished triages in the database: each use-case in one transaction, under row-level security for whoever asks. */
export function databaseTriageStore(db: WaymarkDatabase): TriageStore {
  return { as: (actor, work) => asActor(db, actor, (tx) => work({ database: tx, ...draftRows(tx, actor) })) };
}
