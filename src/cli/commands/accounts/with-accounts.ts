import type { AccountsWork } from '../../../access/index.ts';
import { withWaymark } from '../../with-waymark.ts';

/**
 * Manages organisations and accounts in the database that the environment names, and closes it. Throws `InputFault`, in
 * the command's name, where it cannot be used.
 */
export function withAccounts<Answer>(
  needed: { readonly command: string; readonly mayMakeDatabase?: boolean },
  manage: (work: AccountsWork) => Promise<Answer>,
): Promise<Answer> {
  return withWaymark(needed, async (waymark) => manage(await waymark.accounts()));
}
