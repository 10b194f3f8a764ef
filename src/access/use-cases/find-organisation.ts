import { ok, refuse, type Result } from '../../shared/result.ts';
import type { AccountsTransaction, Organisation } from '../store/accounts-store.ts';

export interface NoSuchOrganisationRefusal {
  readonly code: 'no-such-organisation';
  /** What was asked for. */
  readonly organisation: string;
  readonly known: readonly string[];
}

/** The organisation of that name, in any case, or of that id. */
export async function findOrganisation(
  accounts: AccountsTransaction,
  nameOrId: string,
): Promise<Result<Organisation, NoSuchOrganisationRefusal>> {
  const wanted = nameOrId.trim().toLowerCase();
  const there = await accounts.organisations();
  const found = there.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (found) return ok(found);
  return refuse({ code: 'no-such-organisation', organisation: nameOrId, known: there.map(({ name }) => name) });
}
