import { ok, refuse, type Result } from '../../shared/result.ts';
import { shownName } from '../domain/shown-name.ts';
import type { NewService, Organisation } from '../store/accounts-store.ts';
import type { AccountsWork } from './accounts-work.ts';
import { findOrganisation, type NoSuchOrganisationRefusal } from './find-organisation.ts';

export interface AddService {
  /** The provider's name, in any case, or its id. */
  readonly organisation: string;
  readonly scheme: string;
  readonly force: string;
  readonly name: string;
}

export type AddServiceRefusal =
  | { readonly code: 'name-not-usable' }
  | NoSuchOrganisationRefusal
  | { readonly code: 'not-a-provider'; readonly organisation: Organisation }
  | { readonly code: 'service-exists'; readonly organisation: Organisation; readonly name: string };

/** Lets a force refer people on a scheme to a provider. Whether scheme and force exist is the caller's to say. */
export async function addProviderService(
  work: AccountsWork,
  asked: AddService,
): Promise<Result<NewService, AddServiceRefusal>> {
  const name = shownName(asked.name);
  if (name === null) return refuse({ code: 'name-not-usable' });
  return work.store.within(async (accounts) => {
    const found = await findOrganisation(accounts, asked.organisation);
    if (!found.ok) return found;
    const organisation = found.value;
    if (organisation.kind !== 'provider') return refuse({ code: 'not-a-provider', organisation });
    const { scheme, force } = asked;
    const service = { serviceId: work.newId(), organisationId: organisation.id, scheme, force, name };
    if (!(await accounts.addService(service))) return refuse({ code: 'service-exists', organisation, name });
    const details = { service: service.serviceId, scheme, force, name };
    const subject = `organisation:${organisation.id}`;
    await accounts.audit({ action: 'service-added', at: work.clock(), subject, details });
    return ok(service);
  });
}
