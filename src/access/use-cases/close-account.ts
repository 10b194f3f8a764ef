import { ok, type Result } from '../../shared/result.ts';
import type { AccountsWork } from './accounts-work.ts';
import { openAccount, type OpenAccountRefusal } from './open-account.ts';
import type { ChangedAccount } from './set-password.ts';

/** Signs an account out and lets it sign in no more. It stays, and so does all that names it. */
export async function closeAccount(
  work: AccountsWork,
  email: string,
): Promise<Result<ChangedAccount, OpenAccountRefusal>> {
  return work.store.within(async (accounts) => {
    const found = await openAccount(accounts, email);
    if (!found.ok) return found;
    const account = found.value;
    const at = work.clock();
    await accounts.close(account.id, at);
    const sessionsEnded = await accounts.endSessions(account.id);
    const details = { sessionsEnded };
    await accounts.audit({ action: 'account-closed', at, subject: `account:${account.id}`, details });
    return ok({ id: account.id, email: account.email, sessionsEnded });
  });
}
