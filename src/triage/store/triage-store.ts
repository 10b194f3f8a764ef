import type { CaseActor } from '../../access/index.ts';
import type { WaymarkTransaction } from '../../db/index.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';

/** What a use-case may do in its one transaction, within the rights of whoever asks: an officer sees their own drafts. */
export interface TriageTransaction {
  /** The transaction itself, for the case that a finished triage opens in it. */
  readonly database: WaymarkTransaction;
  /** Adds one, and the entry of its beginning. */
  addDraft(draft: TriageDraft): Promise<void>;
  /** Locked until the transaction ends. */
  draft(draftId: string): Promise<TriageDraft | null>;
  drafts(): Promise<readonly TriageDraft[]>;
  saveDraft(draft: TriageDraft, at: string): Promise<void>;
  discardDraft(draftId: string): Promise<void>;
}

/** Where unfinished triages are kept. */
export interface TriageStore {
  /** One transaction in the rights of `actor`: all of it is kept, or nothing. */
  as<Answer>(actor: CaseActor, work: (drafts: TriageTransaction) => Promise<Answer>): Promise<Answer>;
}
