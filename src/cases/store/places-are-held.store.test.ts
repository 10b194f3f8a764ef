import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, coordinator, officer, otherWorker, supervisor, worker } from '../../../tests/cases/people.ts';
import { allowed, Working } from '../../../tests/cases/working.ts';
import { Publishing } from '../../../tests/cases/publishing.ts';
import { withTestDatabase, type TestDatabase } from '../../../tests/database/with-test-database.ts';
import { asActor } from '../../db/index.ts';
import { stepsOf } from '../domain/engagement/index.ts';
import { nextPlaces } from '../use-cases/next-places.ts';

withTestDatabase((database) => {
  let w: Working;
  let publishing: Publishing;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
    publishing = new Publishing(database.db, w.work.clock);
    await publishing.publishes({ from: '2026-03-09', weeks: 4, takes: 2 });
  });

  const taken = () =>
    rowsOf(database, `select to_char(starts_at, 'MM-DD') as day, taken from service_times order by starts_at`);
  const places = async (caseId: string) => nextPlaces(await w.asPolice(officer, caseId), 'west-midlands-divert').places;
  const placeOn = async (caseId: string, day: string): Promise<string> => {
    const place = (await places(caseId)).find(({ time }) => time.startsAt.startsWith(day));
    if (place === undefined) throw new Error(`There is no place on ${day}`);
    return place.time.timeId;
  };
  const refers = async (caseId: string, day: string) => {
    const timeId = await placeOn(caseId, day);
    return w.sends(officer, caseId, { type: 'refer-person', data: { serviceId: await service(caseId), timeId } });
  };
  const service = async (caseId: string) => (await places(caseId))[0]?.service.serviceId ?? '';

  describe('A place that is booked with the referral', () => {
    let caseId: string;
    beforeAll(async () => {
      caseId = await w.accepted(await w.triaged());
      allowed(await refers(caseId, '2026-03-09'));
    });

    test('is an event of its own beside the referral, with what the person was told', async () => {
      const { log, state } = await w.asPolice(officer, caseId);
      expect(log.slice(-2).map(({ event }) => event.type)).toEqual(['person-referred', 'place-booked']);
      expect(log.at(-1)?.event.data).toMatchObject({
        startsAt: '2026-03-09T10:00:00.000Z',
        endsAt: '2026-03-09T12:00:00.000Z',
        mode: 'in-person',
        where: '1 Made-up Street',
      });
      expect(state.status).toBe('referred');
    });

    test('is taken, and is seen by the provider with the referral', async () => {
      expect((await taken())[0]).toEqual({ day: '03-09', taken: 1 });
      const { side, referral } = await w.asProvider(worker, caseId);
      expect(side).toMatchObject({ status: 'referred', booked: { startsAt: '2026-03-09T10:00:00.000Z' } });
      expect(referral.history.map(({ event }) => event.type)).toEqual(['place-booked']);
    });

    test('becomes the first appointment once the provider accepts, and a move frees it and takes another', async () => {
      await w.does(worker, caseId, { type: 'accept-referral', data: {} });
      const { side } = await w.asProvider(worker, caseId);
      if (side.status !== 'engaging') throw new Error('The provider has not accepted');
      const [booked] = side.engagement.appointments;
      expect(booked).toMatchObject({ startsAt: '2026-03-09T10:00:00.000Z', fate: { is: 'to-come' } });
      await w.does(worker, caseId, {
        type: 'move-appointment',
        data: { appointmentId: booked?.id ?? '', startsAt: '2026-03-16T10:00:00.000Z', whose: 'logistics' },
      });
      expect(await taken()).toMatchObject([{ taken: 0 }, { taken: 1 }, { taken: 0 }, { taken: 0 }]);
    });

    test('is freed when it is cancelled', async () => {
      const { side } = await w.asProvider(worker, caseId);
      const booked = 'engagement' in side ? side.engagement.appointments.at(-1) : undefined;
      const data = { appointmentId: booked?.id ?? '', whose: 'logistics', reason: 'Ill' } as const;
      await w.does(worker, caseId, { type: 'cancel-appointment', data });
      expect(await taken()).toMatchObject([{ taken: 0 }, { taken: 0 }, { taken: 0 }, { taken: 0 }]);
    });
  });

  describe('A place is freed', () => {
    test('when the provider rejects the referral, which takes the appointment from the case too', async () => {
      const caseId = await w.accepted(await w.triaged());
      allowed(await refers(caseId, '2026-03-09'));
      await w.does(worker, caseId, { type: 'reject-referral', data: { reason: 'outside-our-area', words: '' } });
      expect((await taken())[0]).toMatchObject({ taken: 0 });
      expect((await w.asPolice(officer, caseId)).state).not.toHaveProperty('booked');
    });

    test('when the case is withdrawn', async () => {
      const caseId = await w.accepted(await w.triaged());
      allowed(await refers(caseId, '2026-03-09'));
      await w.does(coordinator, caseId, { type: 'withdraw-case', data: { reason: { is: 'moved-away' } } });
      expect((await taken())[0]).toMatchObject({ taken: 0 });
    });

    test('and stays freed when the case is reopened, which both sides see on its appointment until it has a new time', async () => {
      const caseId = await w.accepted(await w.triaged());
      allowed(await refers(caseId, '2026-03-09'));
      await w.does(worker, caseId, { type: 'accept-referral', data: {} });
      const freed = async () => ({
        police: (await w.asPolice(officer, caseId)).placesFreed.size,
        provider: (await w.asProvider(worker, caseId)).placesFreed.size,
      });
      expect(await freed()).toEqual({ police: 0, provider: 0 });
      await w.does(coordinator, caseId, { type: 'withdraw-case', data: { reason: { is: 'moved-away' } } });
      await w.does(supervisor, caseId, { type: 'reopen-case', data: { reason: 'They did not move away' } });
      expect((await taken())[0]).toMatchObject({ taken: 0 });
      expect(await freed()).toEqual({ police: 1, provider: 1 });
      const { side, placesFreed } = await w.asProvider(worker, caseId);
      const [booked] = 'engagement' in side ? side.engagement.appointments : [];
      expect(booked?.fate).toEqual({ is: 'to-come' });
      expect(placesFreed.has(booked?.id ?? '')).toBe(true);
      const data = {
        appointmentId: booked?.id ?? '',
        startsAt: '2026-03-16T10:00:00.000Z',
        whose: 'logistics',
      } as const;
      await w.does(worker, caseId, { type: 'move-appointment', data });
      const now = (await w.asProvider(worker, caseId)).side;
      const [, next] = 'engagement' in now ? now.engagement.appointments : [];
      expect((await w.asProvider(worker, caseId)).placesFreed.has(next?.id ?? '')).toBe(false);
      await w.does(worker, caseId, {
        type: 'cancel-appointment',
        data: { appointmentId: next?.id ?? '', whose: 'logistics', reason: 'Ill' },
      });
    });
  });

  test('A provider’s own appointment at a published time takes a place of it, and none beyond what it takes', async () => {
    const ids: string[] = [];
    for (let each = 0; each < 3; each += 1) ids.push(await w.engaging(await w.triaged()));
    const book = async (caseId: string) => {
      const { scheme } = await w.asProvider(worker, caseId);
      const [step = ''] = scheme === null ? [] : stepsOf(scheme);
      const data = { step, startsAt: '2026-03-30T09:00:00.000Z' };
      return w.sends(worker, caseId, { type: 'book-appointment', data });
    };
    const steps = await Promise.all(ids.map(book));
    const codes = steps.map((one) => (one.ok ? 'booked' : one.refusal.code));
    expect(codes.toSorted()).toEqual(['booked', 'booked', 'place-not-free']);
    expect((await taken())[3]).toEqual({ day: '03-30', taken: 2 });
  });

  test('A day that is closed has no place any more, and says why', async () => {
    await publishing.closes('2026-03-23');
    const caseId = await w.accepted(await w.triaged());
    expect((await places(caseId)).map(({ time }) => time.startsAt.slice(5, 10))).not.toContain('03-23');
  });

  describe('Others', () => {
    test('no other provider sees or changes the times, closures and bookings of a service', async () => {
      const sees = async (actor: typeof worker) =>
        asActor(database.db, actor, async (tx) => ({
          times: (await tx.selectFrom('service_times').selectAll().execute()).length,
          bookings: (await tx.selectFrom('place_bookings').selectAll().execute()).length,
          closures: (await tx.selectFrom('service_closures').selectAll().execute()).length,
        }));
      expect(await sees(otherWorker)).toEqual({ times: 0, bookings: 0, closures: 0 });
      expect((await sees(worker)).times).toBe(4);
    });

    test('nobody sets how many are taken, or takes a freed place back', async () => {
      const tries = (statement: string) =>
        asActor(database.db, worker, (tx) => sql.raw(statement).execute(tx)).then(
          () => 'done',
          () => 'denied',
        );
      expect(await tries('update service_times set taken = 0')).toBe('denied');
      expect(await tries('update service_times set takes = 500')).toBe('denied');
      expect(await tries('update place_bookings set freed_at = null where freed_at is not null')).toBe('denied');
      expect(await tries('delete from place_bookings')).toBe('denied');
    });
  });
});

async function rowsOf(database: TestDatabase, statement: string): Promise<readonly object[]> {
  return asActor(database.db, officer, async (tx) => (await sql.raw<object>(statement).execute(tx)).rows);
}
