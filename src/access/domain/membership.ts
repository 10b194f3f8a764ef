import type { Actor } from './actor.ts';
import { rightsOf } from './rights-of.ts';

/** Somewhere that a person works: a role in an organisation. */
export interface Membership {
  readonly id: string;
  readonly role: string;
  readonly organisationId: string;
  /** The organisation's name. */
  readonly organisation: string;
  /** Null for all but the police. */
  readonly force: string | null;
}

/** Somebody who may sign in, with everywhere that they work now. */
export interface Account {
  readonly accountId: string;
  readonly name: string;
  /** By the name of the organisation, then the role. */
  readonly memberships: readonly Membership[];
}

/** Whoever acts for one of the places they work in: with the rights of their role there, and of no other. */
export function actorUnder({ accountId, name }: Omit<Account, 'memberships'>, membership: Membership): Actor {
  const { role, organisationId, force } = membership;
  return { accountId, name, role, organisationId, force, rights: rightsOf(role) };
}
