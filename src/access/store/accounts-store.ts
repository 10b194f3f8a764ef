import type { OrganisationKind, Role } from '../domain/roles.ts';
import type { Service } from '../../providers/domain/index.ts';

/** A police force, a provider, an organisation that evaluates, or a board. */
export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** The force's id in reference/forces.yaml; null for all but the police. */
  readonly force: string | null;
}

/** An account as whoever runs Waymark sees it: nothing by which anybody could sign in. */
export interface StoredAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly isDemonstration: boolean;
  /** Null while the account may sign in. */
  readonly closedAt: Date | null;
}

/** An account as a member of one organisation. */
export interface Member extends StoredAccount {
  readonly organisationId: string;
  /** As it is stored: this Waymark may not know it. */
  readonly role: string;
  /** Null while the account may work there. */
  readonly endedAt: Date | null;
}

export interface NewMembership {
  readonly accountId: string;
  readonly organisationId: string;
  readonly role: Role;
}

/** A membership that has not ended. */
export interface OpenMembership {
  readonly id: string;
  readonly organisationId: string;
  readonly role: string;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** What a provider offers for one scheme in one force. */
export type NewService = Omit<Service, 'organisationName'>;

/** Something about organisations and accounts, in the audit record. */
export interface AccountsAudit {
  readonly action:
    | 'organisation-added'
    | 'service-added'
    | 'account-added'
    | 'membership-added'
    | 'membership-ended'
    | 'accounts-listed'
    | 'password-set'
    | 'account-closed';
  readonly at: Date;
  /** `organisation:<id>`, `account:<id>`. */
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a use-case of managing accounts may do in its one transaction. */
export interface AccountsTransaction {
  organisations(): Promise<readonly Organisation[]>;
  /** The new organisation's id; null where the force has an organisation already. */
  addOrganisation(organisation: Omit<Organisation, 'id'>): Promise<string | null>;
  /** False where the provider offers one of that name for the scheme and the force already. */
  addService(service: NewService): Promise<boolean>;
  /** Everybody's memberships, by email address; the ended ones and those of closed accounts too. */
  members(): Promise<readonly Member[]>;
  accountByEmail(email: string): Promise<StoredAccount | null>;
  /** The new account's id; null where somebody has that email address. */
  addAccount(account: NewAccount): Promise<string | null>;
  /** The memberships of an account that have not ended. */
  openMemberships(accountId: string): Promise<readonly OpenMembership[]>;
  /** False where the account holds it already. */
  addMembership(membership: NewMembership): Promise<boolean>;
  endMembership(membershipId: string, at: Date): Promise<void>;
  setPasswordHash(accountId: string, passwordHash: string): Promise<void>;
  close(accountId: string, at: Date): Promise<void>;
  /** Signs the account out everywhere. Answers how many sessions there were. */
  endSessions(accountId: string): Promise<number>;
  /** Signs out of every session that acts under the membership. Answers how many there were. */
  endSessionsUnder(membershipId: string): Promise<number>;
  /** Writes the entry in the name of the command line. */
  audit(entry: AccountsAudit): Promise<void>;
}

/** Where organisations and accounts are managed. */
export interface AccountsStore {
  /** One transaction: all of it is kept, or nothing. */
  within<Answer>(work: (accounts: AccountsTransaction) => Promise<Answer>): Promise<Answer>;
}
