import type { ActingAccount } from '../db/index.ts';
import type { AuditedAction } from './domain/audited-actions.ts';

/** Something that was done, or looked at. */
export interface AuditEntry {
  /** `caseChain(id)` for whatever concerns a person's case, `looksChain(id)` for pages shown, `ACCESS_CHAIN` for signing in and out. */
  readonly chain: string;
  readonly recordedAt: Date;
  /** Null where nobody is signed in, as when a sign-in fails. */
  readonly actor: ActingAccount | null;
  readonly action: AuditedAction;
  /** What it was done to, as `kind:id`: `case:0b1f…`, `account:7c2e…`. */
  readonly subject: string;
  /** What else an auditor needs, as `auditedActions` says for each. Never a password, a token, or health information. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export const ACCESS_CHAIN = 'access';

/** The chain of the pages that somebody was shown or refused: nobody waits for anybody else's. */
export function looksChain(accountId: string): string {
  return `looks:${accountId}`;
}

/** The chain of everything that was done to, and seen of, one case. */
export function caseChain(caseId: string): string {
  return `case:${caseId}`;
}
