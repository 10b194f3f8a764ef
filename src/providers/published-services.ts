import { sql } from 'kysely';
import type { WaymarkTransaction } from '../db/index.ts';
import { readColumn } from '../stored/index.ts';
import {
  serviceKindSchema,
  serviceModeSchema,
  type Particulars,
  type PublishedService,
  type ServiceTime,
} from './domain/index.ts';

/** Which services: those that take referrals in a force, or those of an organisation, taking referrals or not. */
export type ServicesOf = { readonly force: string; readonly scheme?: string } | { readonly organisationId: string };

/** Services with what each has published of itself, by organisation and name: as far as the actor may see them. */
export async function publishedServices(tx: WaymarkTransaction, of: ServicesOf): Promise<readonly PublishedService[]> {
  const rows = await tx
    .selectFrom('provider_services as service')
    .innerJoin('organisations', 'organisations.id', 'service.organisation_id')
    .leftJoin('service_particulars as said', 'said.service_id', 'service.service_id')
    .select(['service.service_id', 'service.organisation_id', 'scheme_id', 'service.force', 'service.name'])
    .select(['organisations.name as by', 'said.kind', 'mode', 'place', 'council', 'takes_from', 'youngest', 'oldest'])
    .select(['languages', 'step_free'])
    .$if('organisationId' in of, (rows) =>
      rows.where('service.organisation_id', '=', 'organisationId' in of ? of.organisationId : ''),
    )
    .$if('force' in of, (rows) =>
      rows.where('service.force', '=', 'force' in of ? of.force : '').where('takes_referrals', '=', true),
    )
    .$if('scheme' in of && of.scheme !== undefined, (rows) =>
      rows.where('scheme_id', '=', 'scheme' in of ? (of.scheme ?? '') : ''),
    )
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
    particulars: particularsOf(row),
  }));
}

interface ParticularsRow {
  readonly service_id: string;
  readonly kind: string | null;
  readonly mode: string | null;
  readonly place: string | null;
  readonly council: string | null;
  readonly takes_from: readonly string[] | null;
  readonly youngest: number | null;
  readonly oldest: number | null;
  readonly languages: readonly string[] | null;
  readonly step_free: boolean | null;
}

function particularsOf(row: ParticularsRow): Particulars | null {
  if (row.kind === null) return null;
  const from = { table: 'service_particulars', id: row.service_id };
  return {
    kind: readColumn(serviceKindSchema, { ...from, column: 'kind' }, row.kind),
    mode: readColumn(serviceModeSchema, { ...from, column: 'mode' }, row.mode),
    where: row.place ?? '',
    council: row.council,
    takesFrom: row.takes_from ?? [],
    youngest: row.youngest,
    oldest: row.oldest,
    languages: row.languages ?? [],
    isStepFree: row.step_free,
  };
}

/** How many times of each service are looked at for the next places: those with a place left first. */
const TIMES_OF_EACH = 30;

/** The next times of services, those with a place left before the others: enough to say the next places, and why there is none. */
export async function timesToCome(
  tx: WaymarkTransaction,
  services: readonly string[],
  now: Date,
): Promise<readonly ServiceTime[]> {
  if (services.length === 0) return [];
  const { rows } = await sql<TimeRow>`
    select shown.* from unnest(${sql.val([...services])}::uuid[]) wanted (id) cross join lateral (
      select service.time_id, service.service_id, service.starts_at, service.ends_at, service.takes, service.taken,
        closure.reason as closed_because
      from service_times service
      left join service_closures closure on closure.service_id = service.service_id
        and closure.closed_on = (service.starts_at at time zone 'Europe/London')::date
      where service.service_id = wanted.id and service.starts_at > ${now}
      order by (service.taken < service.takes and closure.reason is null) desc, service.starts_at
      limit ${TIMES_OF_EACH}
    ) shown order by starts_at, time_id`.execute(tx);
  return rows.map(timeOf);
}

/** One published time, by its number; null where there is none in the actor's sight. */
export async function publishedTime(tx: WaymarkTransaction, timeId: string): Promise<ServiceTime | null> {
  const { rows } = await sql<TimeRow>`
    select service.time_id, service.service_id, service.starts_at, service.ends_at, service.takes, service.taken,
      closure.reason as closed_because
    from service_times service
    left join service_closures closure on closure.service_id = service.service_id
      and closure.closed_on = (service.starts_at at time zone 'Europe/London')::date
    where service.time_id::text = ${timeId}`.execute(tx);
  return rows[0] ? timeOf(rows[0]) : null;
}

/** Every time of a service that ends after a moment, the earliest first. */
export async function timesFrom(
  tx: WaymarkTransaction,
  serviceId: string,
  from: Date,
  limit: number,
): Promise<readonly ServiceTime[]> {
  const { rows } = await sql<TimeRow>`
    select service.time_id, service.service_id, service.starts_at, service.ends_at, service.takes, service.taken,
      closure.reason as closed_because
    from service_times service
    left join service_closures closure on closure.service_id = service.service_id
      and closure.closed_on = (service.starts_at at time zone 'Europe/London')::date
    where service.service_id = ${serviceId} and service.ends_at > ${from}
    order by service.starts_at limit ${limit}`.execute(tx);
  return rows.map(timeOf);
}

interface TimeRow {
  readonly time_id: string;
  readonly service_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly takes: number;
  readonly taken: number;
  readonly closed_because: string | null;
}

function timeOf(row: TimeRow): ServiceTime {
  return {
    timeId: row.time_id,
    serviceId: row.service_id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    takes: row.takes,
    taken: row.taken,
    closedBecause: row.closed_because,
  };
}
