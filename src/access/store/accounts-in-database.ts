import { ACCESS_CHAIN, appendAudit } from '../../audit/index.ts';
import { asSystem, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import { addService } from '../../providers/index.ts';
import { organisationKinds, type OrganisationKind } from '../domain/roles.ts';
import type { AccountsStore, AccountsTransaction } from './accounts-store.ts';

/** Nobody is signed in there, so the entry's own columns name nobody. */
const WHO = 'the command line';

/** Organisations and accounts in PostgreSQL, as the command line may manage them. */
export function accountsInDatabase(db: WaymarkDatabase): AccountsStore {
  return { within: (work) => asSystem(db, 'manage-accounts', (tx) => work(accountsTransaction(tx))) };
}

function accountsTransaction(tx: WaymarkTransaction): AccountsTransaction {
  const accounts = () =>
    tx
      .selectFrom('accounts')
      .select(['accounts.id', 'accounts.email', 'accounts.name'])
      .select(['accounts.is_demonstration as isDemonstration', 'accounts.disabled_at as closedAt']);

  return {
    async organisations() {
      const rows = await tx
        .selectFrom('organisations')
        .select(['id', 'kind', 'name', 'force'])
        .orderBy('name')
        .execute();
      return rows.map((row) => ({ ...row, kind: kindOf(row.kind) }));
    },

    async addOrganisation(organisation) {
      const added = await tx
        .insertInto('organisations')
        .values(organisation)
        .onConflict((conflict) => conflict.column('force').doNothing())
        .returning('id')
        .executeTakeFirst();
      return added?.id ?? null;
    },

    addService: (service) => addService(tx, service),

    members: () =>
      accounts()
        .innerJoin('memberships', 'memberships.account_id', 'accounts.id')
        .select(['memberships.organisation_id as organisationId', 'memberships.role'])
        .select('memberships.ended_at as endedAt')
        .orderBy('accounts.email')
        .orderBy('memberships.added_at')
        .orderBy('memberships.id')
        .execute(),

    async accountByEmail(email) {
      return (await accounts().where('accounts.email', '=', email).executeTakeFirst()) ?? null;
    },

    async addAccount({ passwordHash, ...account }) {
      const added = await tx
        .insertInto('accounts')
        .values({ ...account, password_hash: passwordHash, must_change_password: true })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .returning('id')
        .executeTakeFirst();
      return added?.id ?? null;
    },

    openMemberships: (accountId) =>
      tx
        .selectFrom('memberships')
        .select(['id', 'organisation_id as organisationId', 'role'])
        .where('account_id', '=', accountId)
        .where('ended_at', 'is', null)
        .execute(),

    async addMembership({ accountId, organisationId, role }) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('memberships')
        .values({ account_id: accountId, organisation_id: organisationId, role })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async endMembership(membershipId, at) {
      await tx.updateTable('memberships').set({ ended_at: at }).where('id', '=', membershipId).execute();
    },

    async setPasswordHash(accountId, passwordHash) {
      await tx
        .updateTable('accounts')
        .set({ password_hash: passwordHash, must_change_password: true })
        .where('id', '=', accountId)
        .execute();
    },

    async close(accountId, at) {
      await tx.updateTable('accounts').set({ disabled_at: at }).where('id', '=', accountId).execute();
    },

    async endSessions(accountId) {
      const ended = await tx.deleteFrom('sessions').where('account_id', '=', accountId).executeTakeFirst();
      return Number(ended.numDeletedRows);
    },

    async endSessionsUnder(membershipId) {
      const ended = await tx.deleteFrom('sessions').where('membership_id', '=', membershipId).executeTakeFirst();
      return Number(ended.numDeletedRows);
    },

    async audit({ action, at, subject, details }) {
      await appendAudit(tx, {
        chain: ACCESS_CHAIN,
        recordedAt: at,
        actor: null,
        action,
        subject,
        details: { by: WHO, ...details },
      });
    },
  };
}

function kindOf(stored: string): OrganisationKind {
  const kind = organisationKinds.find((each) => each === stored);
  if (kind === undefined)
    throw new Error(`There is an organisation of a kind that this Waymark does not know: ${stored}`);
  return kind;
}
