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
      .select(['id', 'organisation_id as organisationId', 'email', 'name', 'role'])
      .select(['is_demonstration as isDemonstration', 'disabled_at as closedAt']);

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

    accounts: () => accounts().orderBy('email').execute(),

    async accountByEmail(email) {
      return (await accounts().where('email', '=', email).executeTakeFirst()) ?? null;
    },

    async addAccount({ organisationId, passwordHash, ...account }) {
      const added = await tx
        .insertInto('accounts')
        .values({ ...account, organisation_id: organisationId, password_hash: passwordHash })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .returning('id')
        .executeTakeFirst();
      return added?.id ?? null;
    },

    async setPasswordHash(accountId, passwordHash) {
      await tx.updateTable('accounts').set({ password_hash: passwordHash }).where('id', '=', accountId).execute();
    },

    async close(accountId, at) {
      await tx.updateTable('accounts').set({ disabled_at: at }).where('id', '=', accountId).execute();
    },

    async endSessions(accountId) {
      const ended = await tx.deleteFrom('sessions').where('account_id', '=', accountId).executeTakeFirst();
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
