import type { WaymarkTransaction } from '../db/index.ts';
import type { Service } from './domain/index.ts';

/** The services that take referrals for a scheme in a force, by name. */
export async function servicesFor(
  tx: WaymarkTransaction,
  { scheme, force }: { readonly scheme: string; readonly force: string },
): Promise<readonly Service[]> {
  const rows = await tx
    .selectFrom('provider_services as service')
    .innerJoin('organisations', 'organisations.id', 'service.organisation_id')
    .select(['service_id', 'organisation_id', 'scheme_id', 'service.force', 'service.name', 'organisations.name as by'])
    .where('service.force', '=', force)
    .where('scheme_id', '=', scheme)
    .where('takes_referrals', '=', true)
    .orderBy('organisations.name')
    .orderBy('service.name')
    .execute();
  return rows.map((row) => ({
    serviceId: row.service_id,
    name: row.name,
    organisationId: row.organisation_id,
    organisationName: row.by,
    scheme: row.scheme_id,
    force: row.force,
  }));
}

/**
 * Adds a service, unless its organisation has one of that name there already: answers whether it is new. For the
 * program's own work.
 */
export async function addService(tx: WaymarkTransaction, service: Omit<Service, 'organisationName'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('provider_services')
    .values({
      service_id: service.serviceId,
      organisation_id: service.organisationId,
      scheme_id: service.scheme,
      force: service.force,
      name: service.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
