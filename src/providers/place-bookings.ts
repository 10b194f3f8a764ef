import type { WaymarkTransaction } from '../db/index.ts';

/** An appointment of a referral, as far as a place is concerned. */
export interface PlaceToTake {
  readonly force: string;
  readonly caseId: string;
  readonly referralId: string;
  readonly organisationId: string;
  readonly serviceId: string;
  readonly appointmentId: string;
  /** ISO 8601 in UTC. */
  readonly startsAt: string;
  readonly at: string;
}

/**
 * Takes a place of the service's published time at that moment. `no-such-time` where none is published then: such an
 * appointment takes no place. `none-free` where every place is taken, by whomever, or the service is closed that day.
 */
export async function takePlace(
  tx: WaymarkTransaction,
  { force, caseId, referralId, organisationId, serviceId, appointmentId, startsAt, at }: PlaceToTake,
): Promise<'taken' | 'none-free' | 'no-such-time'> {
  const time = await timeOf(tx, { serviceId, startsAt });
  if (time === undefined) return 'no-such-time';
  // The database counts, and puts in nothing beyond what the time takes.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('place_bookings')
    .values({
      force,
      appointment_id: appointmentId,
      time_id: time.time_id,
      organisation_id: organisationId,
      case_id: caseId,
      referral_id: referralId,
      booked_at: new Date(at),
    })
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? 'taken' : 'none-free';
}

function timeOf(tx: WaymarkTransaction, { serviceId, startsAt }: Pick<PlaceToTake, 'serviceId' | 'startsAt'>) {
  return tx
    .selectFrom('service_times')
    .select('time_id')
    .where('service_id', '=', serviceId)
    .where('starts_at', '=', new Date(startsAt))
    .executeTakeFirst();
}

/** Frees the place of an appointment, if it has one. */
export async function freePlace(tx: WaymarkTransaction, appointmentId: string, at: string): Promise<void> {
  await tx
    .updateTable('place_bookings')
    .set({ freed_at: new Date(at) })
    .where('appointment_id', '=', appointmentId)
    .where('freed_at', 'is', null)
    .execute();
}

/**
 * Takes a place for the appointment that supersedes another, and frees that one's. The two times are locked in the order of
 * their ids, whichever of them is left: two people who change places at the same moment never wait for each other.
 */
export async function movePlace(
  tx: WaymarkTransaction,
  from: string,
  to: PlaceToTake,
): Promise<'taken' | 'none-free' | 'no-such-time'> {
  const held = await tx
    .selectFrom('place_bookings')
    .select('time_id')
    .where('appointment_id', '=', from)
    .where('freed_at', 'is', null)
    .executeTakeFirst();
  const wanted = await timeOf(tx, to);
  // At one and the same time the place is freed first: it may be the only one.
  const takesFirst = held !== undefined && wanted !== undefined && wanted.time_id < held.time_id;
  if (!takesFirst) await freePlace(tx, from, to.at);
  const taken = await takePlace(tx, to);
  if (takesFirst) await freePlace(tx, from, to.at);
  return taken;
}

/** Frees every place of a case that had not begun at that moment: nobody comes any more. */
export async function freePlacesToCome(tx: WaymarkTransaction, caseId: string, at: string): Promise<void> {
  const held = await tx
    .selectFrom('place_bookings')
    .innerJoin('service_times', 'service_times.time_id', 'place_bookings.time_id')
    .select('appointment_id')
    .where('case_id', '=', caseId)
    .where('freed_at', 'is', null)
    .where('starts_at', '>', new Date(at))
    // Always in the same order, so that two cases never wait for each other.
    .orderBy('service_times.time_id')
    .execute();
  for (const { appointment_id } of held) await freePlace(tx, appointment_id, at);
}

/** The appointments of a case whose places were freed. */
export async function placesFreed(
  tx: WaymarkTransaction,
  of: { readonly force: string; readonly caseId: string },
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('place_bookings')
    .select('appointment_id')
    .where('force', '=', of.force)
    .where('case_id', '=', of.caseId)
    .where('freed_at', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.appointment_id));
}
