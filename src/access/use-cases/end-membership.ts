import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Role } from '../domain/roles.ts';
import type { Organisation } from '../store/accounts-store.ts';
import type { AccountsWork } from './accounts-work.ts';
import type { ChangedMembership } from './add-membership.ts';
import { findOrganisation, type NoSuchOrganisationRefusal } from './find-organisation.ts';
import { openAccount, type OpenAccountRefusal } from './open-account.ts';

export interface EndMembership {
  readonly email: string;
  readonly role: Role;
  /** The organisation's name, in any case, or its id. */
  readonly organisation: string;
}

export type EndMembershipRefusal =
  | OpenAccountRefusal
  | NoSuchOrganisationRefusal
  | {
      readonly code: 'membership-not-held';
      readonly email: string;
      readonly role: Role;
      readonly organisation: Organisation;
    }
  /** An account that works nowhere could not sign in: closing it says so. */
  | { readonly code: 'last-membership'; readonly email: string };

export interface EndedMembership extends ChangedMembership {
  readonly sessionsEnded: number;
}

/** Signs an account out of one of the places it works in, and lets it work there no more. Nothing is deleted. */
export async function endMembership(
  work: AccountsWork,
  asked: EndMembership,
): Promise<Result<EndedMembership, EndMembershipRefusal>> {
  const { role } = asked;
  return work.store.within(async (accounts) => {
    const account = await openAccount(accounts, asked.email);
    if (!account.ok) return account;
    const found = await findOrganisation(accounts, asked.organisation);
    if (!found.ok) return found;
    const organisation = found.value;
    const { id, email } = account.value;
    const held = await accounts.openMemberships(id);
    const ending = held.find((each) => each.organisationId === organisation.id && each.role === role);
    if (ending === undefined) return refuse({ code: 'membership-not-held', email, role, organisation });
    if (held.length === 1) return refuse({ code: 'last-membership', email });
    const at = work.clock();
    await accounts.endMembership(ending.id, at);
    const sessionsEnded = await accounts.endSessionsUnder(ending.id);
    const details = { role, organisation: organisation.id, sessionsEnded };
    await accounts.audit({ action: 'membership-ended', at, subject: `account:${id}`, details });
    return ok({ id, email, role, organisation, sessionsEnded });
  });
}
