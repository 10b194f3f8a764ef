import type { OrganisationKind } from '../domain/roles.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { shownName } from '../domain/shown-name.ts';
import type { Organisation } from '../store/accounts-store.ts';
import type { AccountsWork } from './accounts-work.ts';

export type AddOrganisation = Omit<Organisation, 'id'>;

export type AddOrganisationRefusal =
  | { readonly code: 'name-not-usable' }
  /** Names are how an organisation is told from others, whatever their case. */
  | { readonly code: 'organisation-exists'; readonly name: string }
  | { readonly code: 'police-need-a-force' }
  | { readonly code: 'only-police-have-a-force'; readonly kind: OrganisationKind }
  | { readonly code: 'force-taken'; readonly force: string; readonly by: string };

/** Adds an organisation, to which accounts can then be added. Whether the force exists is the caller's to say. */
export async function addOrganisation(
  work: AccountsWork,
  asked: AddOrganisation,
): Promise<Result<Organisation, AddOrganisationRefusal>> {
  const { kind, force } = asked;
  const name = shownName(asked.name);
  if (name === null) return refuse({ code: 'name-not-usable' });
  if (kind === 'police' && force === null) return refuse({ code: 'police-need-a-force' });
  if (kind !== 'police' && force !== null) return refuse({ code: 'only-police-have-a-force', kind });
  return work.store.within(async (accounts) => {
    const there = await accounts.organisations();
    const namesake = there.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (namesake) return refuse({ code: 'organisation-exists', name: namesake.name });
    const id = await accounts.addOrganisation({ kind, name, force });
    if (id === null) {
      const by = (await accounts.organisations()).find((each) => each.force === force);
      return refuse({ code: 'force-taken', force: force ?? '', by: by?.name ?? '' });
    }
    const details = { kind, name, force };
    await accounts.audit({ action: 'organisation-added', at: work.clock(), subject: `organisation:${id}`, details });
    return ok({ id, kind, name, force });
  });
}
