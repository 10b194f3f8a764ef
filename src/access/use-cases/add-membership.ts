import { ok, refuse, type Result } from '../../shared/result.ts';
import { roleFits, type Role } from '../domain/roles.ts';
import type { Organisation } from '../store/accounts-store.ts';
import type { AccountsWork } from './accounts-work.ts';
import { findOrganisation, type NoSuchOrganisationRefusal } from './find-organisation.ts';
import { openAccount, type OpenAccountRefusal } from './open-account.ts';

export interface AddMembership {
  readonly email: string;
  readonly role: Role;
  /** The organisation's name, in any case, or its id. */
  readonly organisation: string;
}

export type AddMembershipRefusal =
  | OpenAccountRefusal
  | NoSuchOrganisationRefusal
  | { readonly code: 'role-does-not-fit'; readonly role: Role; readonly organisation: Organisation }
  | {
      readonly code: 'membership-held';
      readonly email: string;
      readonly role: Role;
      readonly organisation: Organisation;
    };

export interface ChangedMembership {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly organisation: Organisation;
}

/** Lets an account work somewhere else too. Sessions that are open may change to it. */
export async function addMembership(
  work: AccountsWork,
  asked: AddMembership,
): Promise<Result<ChangedMembership, AddMembershipRefusal>> {
  const { role } = asked;
  return work.store.within(async (accounts) => {
    const account = await openAccount(accounts, asked.email);
    if (!account.ok) return account;
    const found = await findOrganisation(accounts, asked.organisation);
    if (!found.ok) return found;
    const organisation = found.value;
    const { id, email } = account.value;
    if (!roleFits(role, organisation.kind)) return refuse({ code: 'role-does-not-fit', role, organisation });
    if (!(await accounts.addMembership({ accountId: id, organisationId: organisation.id, role })))
      return refuse({ code: 'membership-held', email, role, organisation });
    const details = { role, organisation: organisation.id };
    await accounts.audit({ action: 'membership-added', at: work.clock(), subject: `account:${id}`, details });
    return ok({ id, email, role, organisation });
  });
}
