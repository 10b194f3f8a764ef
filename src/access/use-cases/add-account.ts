import type { Role } from '../domain/roles.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { emailAddress } from '../domain/email-address.ts';
import { passwordFault, type PasswordFault } from '../domain/password-fault.ts';
import { roleFits } from '../domain/roles.ts';
import { shownName } from '../domain/shown-name.ts';
import type { AccountsTransaction, NewAccount, NewMembership, Organisation } from '../store/accounts-store.ts';
import type { AccountsWork } from './accounts-work.ts';
import { findOrganisation, type NoSuchOrganisationRefusal } from './find-organisation.ts';

export interface AddAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The organisation's name, in any case, or its id. */
  readonly organisation: string;
  readonly password: string;
}

export type AddAccountRefusal =
  | { readonly code: 'email-not-usable' | 'name-not-usable' }
  | PasswordFault
  | { readonly code: 'email-taken'; readonly email: string }
  | NoSuchOrganisationRefusal
  | { readonly code: 'role-does-not-fit'; readonly role: Role; readonly organisation: Organisation };

export interface AddedAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: Organisation;
}

/** Adds an account with its first membership: somebody who can sign in from now on. */
export async function addAccount(
  work: AccountsWork,
  asked: AddAccount,
): Promise<Result<AddedAccount, AddAccountRefusal>> {
  const email = emailAddress(asked.email);
  if (email === null) return refuse({ code: 'email-not-usable' });
  const name = shownName(asked.name);
  if (name === null) return refuse({ code: 'name-not-usable' });
  const fault = await passwordFault(asked.password, [email, name], work.guessPassword);
  if (fault) return refuse(fault);
  const passwordHash = await work.hashPassword(asked.password);
  const { role } = asked;
  return work.store.within(async (accounts) => {
    const found = await findOrganisation(accounts, asked.organisation);
    if (!found.ok) return found;
    const organisation = found.value;
    if (!roleFits(role, organisation.kind)) return refuse({ code: 'role-does-not-fit', role, organisation });
    const place = { organisationId: organisation.id, role };
    const id = await addAndRecord(accounts, { email, name, passwordHash }, place, work.clock());
    return id === null ? refuse({ code: 'email-taken', email }) : ok({ id, email, name, role, organisation });
  });
}

/** The record tells who was added by the account's id alone, as an entry cannot be taken out again. */
async function addAndRecord(
  accounts: AccountsTransaction,
  account: NewAccount,
  place: Omit<NewMembership, 'accountId'>,
  at: Date,
): Promise<string | null> {
  const id = await accounts.addAccount(account);
  if (id === null) return null;
  await accounts.addMembership({ accountId: id, ...place });
  const details = { role: place.role, organisation: place.organisationId };
  await accounts.audit({ action: 'account-added', at, subject: `account:${id}`, details });
  return id;
}
