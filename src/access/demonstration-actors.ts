import type { WaymarkTransaction } from '../db/index.ts';
import type { Actor } from './domain/actor.ts';
import { rightsOf } from './domain/rights-of.ts';

/** The demonstration's people, each where they work, by email address; none where the database holds no demonstration. */
export async function demonstrationActors(tx: WaymarkTransaction): Promise<readonly Actor[]> {
  const found = await tx
    .selectFrom('accounts')
    .innerJoin('memberships', 'memberships.account_id', 'accounts.id')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select(['accounts.id as accountId', 'accounts.name', 'memberships.role'])
    .select(['memberships.organisation_id as organisationId', 'organisations.force'])
    .where('accounts.is_demonstration', '=', true)
    .where('memberships.ended_at', 'is', null)
    .orderBy('accounts.email')
    .orderBy('memberships.role')
    .execute();
  return found.map((each) => ({ ...each, rights: rightsOf(each.role) }));
}
