import type { ActingAccount } from '../db/index.ts';

/** Something that was done, or looked at. */
export interface AuditEntry {
  /** `caseChain(id)` for whatever concerns a person's case, `ACCESS_CHAIN` for signing in and out. */
  readonly chain: string;
  readonly recordedAt: Date;
  /** Null where nobody is signed in, as when a sign-in fails. */
  readonly actor: ActingAccount | null;
  /** Past tense, kebab-case: `case-viewed`, `referral-accepted`, `signed-in`. */
  readonly action: string;
  /** What it was done to, as `kind:id`: `case:0b1f…`, `account:7c2e…`. */
  readonly subject: string;
  /** What else an auditor needs. Never a password, a token, or health information. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export const ACCESS_CHAIN = 'access';

/** The chain of everything that was done to, and seen of, one case. */
export function caseChain(caseId: string): string {
  return `case:${caseId}`;
}
