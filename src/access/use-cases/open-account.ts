import { ok, refuse, type Result } from '../../shared/result.ts';
import type { AccountsTransaction, StoredAccount } from '../store/accounts-store.ts';

export interface OpenAccountRefusal {
  /** Demonstration accounts are managed by the demonstration alone. */
  readonly code: 'no-such-account' | 'account-closed' | 'account-is-demonstration';
  readonly email: string;
}

/** The account of that address, where it is real and may still sign in. */
export async function openAccount(
  accounts: AccountsTransaction,
  given: string,
): Promise<Result<StoredAccount, OpenAccountRefusal>> {
  const email = given.trim().toLowerCase();
  const account = await accounts.accountByEmail(email);
  if (account === null) return refuse({ code: 'no-such-account', email });
  if (account.isDemonstration) return refuse({ code: 'account-is-demonstration', email });
  if (account.closedAt !== null) return refuse({ code: 'account-closed', email });
  return ok(account);
}
