import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addEverybody, officer, worker } from '../../../tests/cases/people.ts';
import { Publishing } from '../../../tests/cases/publishing.ts';
import { allowed, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { asActor } from '../../db/index.ts';
import { stepsOf } from '../domain/engagement/index.ts';
import { actOnCase } from '../index.ts';

const [MONDAY, NEXT_MONDAY] = ['2026-03-09T10:00:00.000Z', '2026-03-16T10:00:00.000Z'];
const PEOPLE = 12;
const ROUNDS = 4;

withTestDatabase((database) => {
  test('Many who change places with each other at the same moment all get them, and none is counted twice', async () => {
    await addEverybody(database.db);
    const w = await Working.on(database.db);
    const publishing = new Publishing(database.db, w.work.clock);
    await publishing.publishes({ from: '2026-03-09', weeks: 2, takes: PEOPLE });

    const people: { readonly caseId: string; startsAt: string }[] = [];
    for (let each = 0; each < PEOPLE; each += 1) {
      const caseId = await w.engaging(await w.triaged());
      const { scheme } = await w.asProvider(worker, caseId);
      const [step = ''] = scheme === null ? [] : stepsOf(scheme);
      const startsAt = each % 2 === 0 ? MONDAY : NEXT_MONDAY;
      await w.does(worker, caseId, { type: 'book-appointment', data: { step, startsAt } });
      people.push({ caseId, startsAt });
    }

    for (let round = 0; round < ROUNDS; round += 1) {
      const moves = await Promise.all(
        people.map(async ({ caseId, startsAt }) => {
          const { side, sequence: expectedSequence } = await w.asProvider(worker, caseId);
          const appointmentId = 'engagement' in side ? (side.engagement.appointments.at(-1)?.id ?? '') : '';
          const to = startsAt === MONDAY ? NEXT_MONDAY : MONDAY;
          return { caseId, expectedSequence, data: { appointmentId, startsAt: to, whose: 'logistics' } as const };
        }),
      );
      const done = await Promise.all(
        moves.map(({ data, ...of }) =>
          actOnCase(w.work, worker, { ...of, command: { type: 'move-appointment', data } }),
        ),
      );
      done.forEach(allowed);
      for (const person of people) person.startsAt = person.startsAt === MONDAY ? NEXT_MONDAY : MONDAY;
    }

    const { rows } = await asActor(database.db, officer, (tx) =>
      sql`select taken from service_times order by starts_at`.execute(tx),
    );
    expect(rows).toEqual([{ taken: PEOPLE / 2 }, { taken: PEOPLE / 2 }]);
  });

  test('A move within a time that is full keeps its place', async () => {
    const w = await Working.on(database.db);
    const publishing = new Publishing(database.db, w.work.clock);
    await publishing.publishes({ from: '2026-04-13', weeks: 1, takes: 1 });
    const caseId = await w.engaging(await w.triaged());
    const { scheme } = await w.asProvider(worker, caseId);
    const [step = ''] = scheme === null ? [] : stepsOf(scheme);
    const startsAt = '2026-04-13T09:00:00.000Z';
    await w.does(worker, caseId, { type: 'book-appointment', data: { step, startsAt } });
    const { side } = await w.asProvider(worker, caseId);
    const appointmentId = 'engagement' in side ? (side.engagement.appointments.at(-1)?.id ?? '') : '';
    const moved = await w.sends(worker, caseId, {
      type: 'move-appointment',
      data: { appointmentId, startsAt, whose: 'logistics' },
    });
    expect(moved).toMatchObject({ ok: true });
  });
});
