import { sql } from 'kysely';
import type { Actor } from '../../access/domain/index.ts';
import { appendAudit } from '../../audit/index.ts';
import { asActor, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import type { Particulars } from '../domain/index.ts';
import type { ProvidersStore, ProvidersTransaction } from './providers-store.ts';
import { publishedServices, timesFrom } from '../published-services.ts';

/** Services in the database, under row-level security for whoever asks. */
export function providersInDatabase(db: WaymarkDatabase): ProvidersStore {
  return { as: (actor, work) => asActor(db, actor, (tx) => work(providersTransaction(tx, actor))) };
}

function providersTransaction(tx: WaymarkTransaction, actor: Actor): ProvidersTransaction {
  const { organisationId, accountId } = actor;
  const own = { organisation_id: organisationId, account_id: accountId };
  return {
    services: () => publishedServices(tx, { organisationId }),
    saveParticulars: async ({ serviceId, force }, particulars, at) => {
      const columns = { ...columnsOf(particulars), updated_at: at, account_id: accountId };
      await tx
        .insertInto('service_particulars')
        .values({ service_id: serviceId, force, ...own, ...columns })
        .onConflict((conflict) => conflict.column('service_id').doUpdateSet(columns))
        .execute();
    },
    addTimes: async ({ serviceId, force }, times, at) => {
      if (times.length === 0) return 0;
      const added = await tx
        .insertInto('service_times')
        .values(
          times.map(({ timeId, startsAt, endsAt, takes }) => ({
            time_id: timeId,
            service_id: serviceId,
            force,
            ...own,
            starts_at: startsAt,
            ends_at: endsAt,
            takes,
            published_at: at,
          })),
        )
        .onConflict((conflict) => conflict.columns(['service_id', 'starts_at']).doNothing())
        .returning('time_id')
        .execute();
      return added.length;
    },
    timesFrom: (serviceId, from, limit) => timesFrom(tx, serviceId, from, limit),
    bookedOn: async (times) => {
      if (times.length === 0) return [];
      const rows = await tx
        .selectFrom('place_bookings as booking')
        .innerJoin('referrals', (join) =>
          join
            .onRef('referrals.force', '=', 'booking.force')
            .onRef('referrals.referral_id', '=', 'booking.referral_id'),
        )
        .select(['booking.time_id', 'booking.case_id', 'referrals.reference'])
        .where('booking.time_id', 'in', [...times])
        .where('booking.freed_at', 'is', null)
        .orderBy('booking.booked_at')
        .execute();
      return rows.map((row) => ({ timeId: row.time_id, caseId: row.case_id, reference: row.reference }));
    },
    bookedOnDay: async (serviceId, day) => {
      const { rows } = await sql<{ booked: number }>`
        select coalesce(sum(taken), 0)::int as booked from service_times
        where service_id = ${serviceId} and (starts_at at time zone 'Europe/London')::date = ${day}::date`.execute(tx);
      return rows[0]?.booked ?? 0;
    },
    closures: async (serviceId, from) => {
      const rows = await tx
        .selectFrom('service_closures')
        .select(['reason', sql<string>`closed_on::text`.as('day')])
        .where('service_id', '=', serviceId)
        .where(sql<boolean>`closed_on >= ${from}::date`)
        .orderBy('closed_on')
        .execute();
      return rows.map(({ day, reason }) => ({ closedOn: calendarDayOf(day), reason }));
    },
    closeDay: async ({ serviceId, force }, { closedOn, reason }, at) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('service_closures')
        .values({ service_id: serviceId, closed_on: closedOn, force, ...own, reason, closed_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    openDay: async (serviceId, day) => {
      const { numDeletedRows } = await tx
        .deleteFrom('service_closures')
        .where('service_id', '=', serviceId)
        .where(sql<boolean>`closed_on = ${day}::date`)
        .executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    },
    audit: ({ serviceId, action, at, details }) => {
      const subject = `service:${serviceId}`;
      return appendAudit(tx, { chain: subject, recordedAt: at, actor, action, subject, details });
    },
  };
}

function columnsOf(said: Particulars) {
  return {
    kind: said.kind,
    mode: said.mode,
    place: said.where,
    council: said.council,
    takes_from: [...said.takesFrom],
    youngest: said.youngest,
    oldest: said.oldest,
    languages: [...said.languages],
    step_free: said.isStepFree,
  };
}
