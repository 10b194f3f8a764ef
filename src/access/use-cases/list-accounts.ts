import type { Member, Organisation } from '../store/accounts-store.ts';
import type { AccountsWork } from './accounts-work.ts';

export interface OrganisationWithAccounts extends Organisation {
  /** By email address; the closed ones, and those whose membership ended, too. An account stands wherever it works. */
  readonly accounts: readonly Member[];
}

/** Every organisation by name, with its accounts. Looking is recorded, as accounts are personal data. */
export async function listAccounts(work: AccountsWork): Promise<readonly OrganisationWithAccounts[]> {
  return work.store.within(async (store) => {
    const organisations = await store.organisations();
    const accounts = await store.members();
    const details = { accounts: new Set(accounts.map(({ id }) => id)).size };
    await store.audit({ action: 'accounts-listed', at: work.clock(), subject: 'account:all', details });
    return organisations.map((each) => ({
      ...each,
      accounts: accounts.filter(({ organisationId }) => organisationId === each.id),
    }));
  });
}
