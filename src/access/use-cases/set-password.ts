import { ok, refuse, type Result } from '../../shared/result.ts';
import { passwordFault, type PasswordFault } from '../domain/password-fault.ts';
import type { AccountsWork } from './accounts-work.ts';
import { openAccount, type OpenAccountRefusal } from './open-account.ts';

export interface SetPassword {
  readonly email: string;
  readonly password: string;
}

export type SetPasswordRefusal = OpenAccountRefusal | PasswordFault;

/** What was done to an account, and how many sessions ended by it. */
export interface ChangedAccount {
  readonly id: string;
  readonly email: string;
  readonly sessionsEnded: number;
}

/** Gives an account a new password and ends its sessions: whoever knew the old one is out. */
export async function setPassword(
  work: AccountsWork,
  { email, password }: SetPassword,
): Promise<Result<ChangedAccount, SetPasswordRefusal>> {
  const passwordHash = await work.hashPassword(password);
  return work.store.within(async (accounts) => {
    const found = await openAccount(accounts, email);
    if (!found.ok) return found;
    const account = found.value;
    const fault = await passwordFault(password, [account.email, account.name], work.guessPassword);
    if (fault) return refuse(fault);
    await accounts.setPasswordHash(account.id, passwordHash);
    const sessionsEnded = await accounts.endSessions(account.id);
    const details = { sessionsEnded };
    await accounts.audit({ action: 'password-set', at: work.clock(), subject: `account:${account.id}`, details });
    return ok({ id: account.id, email: account.email, sessionsEnded });
  });
}
