import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addEverybody,
  coordinator,
  officer,
  otherDivertService,
  otherWorker,
  worker,
} from '../../../tests/cases/people.ts';
import { Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { asActor } from '../../db/index.ts';

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
  });

  /** All that a provider may read of a case in SQL. */
  const readBy = (actor: typeof worker, caseId: string) =>
    asActor(database.db, actor, async (tx) => ({
      referrals: await tx.selectFrom('referrals').selectAll().where('case_id', '=', caseId).execute(),
      progress: await tx
        .selectFrom('provider_progress')
        .select(['status', 'first_contact_at', 'next_appointment_at', 'last_recorded_at'])
        .where('case_id', '=', caseId)
        .execute(),
      table: await tx.selectFrom('case_progress').selectAll().where('case_id', '=', caseId).execute(),
      events: await tx.selectFrom('provider_side_events').selectAll().where('case_id', '=', caseId).execute(),
      records: await tx.selectFrom('treatment_records').selectAll().where('case_id', '=', caseId).execute(),
    }));
  const amend = {
    type: 'amend-fact',
    data: { fact: 'admission', new: 'denies', reason: 'Said so at the desk' },
  } as const;
  const withdraw = { type: 'withdraw-case', data: { reason: { is: 'moved-away' } } } as const;
  const withoutProgress = ({ progress: _, ...rest }: Awaited<ReturnType<typeof readBy>>) => rest;

  describe('A provider whose part is over', () => {
    test('by its rejection reads nothing of what happens then, with another provider or at the end', async () => {
      const caseId = await w.referred(await w.triaged());
      await w.does(worker, caseId, { type: 'reject-referral', data: { reason: 'no-capacity', words: '' } });
      const then = withoutProgress(await readBy(worker, caseId));
      await w.does(officer, caseId, { type: 'refer-person', data: { serviceId: otherDivertService } });
      await w.does(otherWorker, caseId, { type: 'accept-referral', data: {} });
      await w.does(coordinator, caseId, withdraw);
      const now = await readBy(worker, caseId);
      expect(withoutProgress(now)).toEqual(then);
      expect(now.progress).toEqual([]);
    });

    test('by its rejection does not learn either that the case was closed', async () => {
      const caseId = await w.referred(await w.triaged());
      await w.does(worker, caseId, { type: 'reject-referral', data: { reason: 'no-capacity', words: '' } });
      await w.does(coordinator, caseId, withdraw);
      expect((await w.asProvider(worker, caseId)).referral.status).toBe('sent-back');
      expect((await readBy(worker, caseId)).progress).toEqual([]);
    });

    test('by the police reads that it is, and not what the police say of it', async () => {
      const caseId = await w.engaging(await w.triaged());
      const end = { type: 'end-activity', data: { reason: 'other', words: 'Seen at the station' } } as const;
      await w.does(coordinator, caseId, end);
      const { referral } = await w.asProvider(worker, caseId);
      expect(referral.history.at(-1)?.event.data).toEqual({ endedBy: 'police', reason: 'other', words: '' });
      const then = withoutProgress(await readBy(worker, caseId));
      expect(JSON.stringify(then)).not.toContain('station');
      await w.does(officer, caseId, amend);
      expect(withoutProgress(await readBy(worker, caseId))).toEqual(then);
      await w.does(coordinator, caseId, withdraw);
      const { events, progress, referrals } = await readBy(worker, caseId);
      expect([events, progress]).toEqual([then.events, []]);
      expect(referrals).toMatchObject([{ status: 'closed', hand_over: then.referrals[0]?.hand_over, on_hold: false }]);
    });

    test('reads of how the case stands only its own part, and not that the police did anything since', async () => {
      const caseId = await w.engaging(await w.triaged());
      const going = await readBy(worker, caseId);
      expect(going.progress).toMatchObject([{ status: 'engaging' }]);
      expect(going.progress[0]?.last_recorded_at).toBeInstanceOf(Date);
      expect(going.table).toEqual([]);
      await w.does(worker, caseId, { type: 'end-activity', data: { reason: 'did-not-engage', words: '' } });
      const then = await readBy(worker, caseId);
      expect(then.progress).toMatchObject([{ status: 'not-completed', last_recorded_at: null }]);
      w.at('2026-03-05T09:00:00.000Z');
      await w.does(officer, caseId, amend);
      expect(await readBy(worker, caseId)).toEqual(then);
      const police = await readBy(officer, caseId);
      expect(police.table).toMatchObject([{ verdict_changed: true }]);
      expect(police.progress).toEqual([]);
      for (const hidden of ['sequence', 'updated_at'] as const) {
        const asks = asActor(database.db, worker, (tx) => tx.selectFrom('provider_progress').select(hidden).execute());
        await expect(asks).rejects.toThrow('permission denied');
      }
    });

    test('moves on nothing but its own part, through the view either', async () => {
      const caseId = await w.engaging(await w.triaged());
      const moves = (actor: typeof worker, columns: { status: string }) =>
        asActor(database.db, actor, (tx) =>
          tx.updateTable('provider_progress').set(columns).where('case_id', '=', caseId).executeTakeFirst(),
        );
      await expect(moves(worker, { status: 'closed' })).rejects.toThrow('row-level security');
      for (const actor of [otherWorker, officer, coordinator])
        expect((await moves(actor, { status: 'completed' })).numUpdatedRows).toBe(0n);
      await w.does(worker, caseId, { type: 'end-activity', data: { reason: 'did-not-engage', words: '' } });
      await expect(moves(worker, { status: 'engaging' })).rejects.toThrow('may not take up again');
      await w.does(coordinator, caseId, withdraw);
      expect((await moves(worker, { status: 'not-completed' })).numUpdatedRows).toBe(0n);
    });

    test('is told nothing new by the police, in SQL either', async () => {
      const caseId = await w.engaging(await w.triaged());
      await w.does(worker, caseId, { type: 'end-activity', data: { reason: 'did-not-engage', words: '' } });
      const tells = (columns: object) =>
        asActor(database.db, officer, (tx) =>
          tx.updateTable('referrals').set(columns).where('case_id', '=', caseId).execute(),
        );
      await expect(tells({ hand_over: '{}' })).rejects.toThrow('is told nothing new');
      await expect(tells({ on_hold: true })).rejects.toThrow('is told nothing new');
      const rejected = await w.referred(await w.triaged());
      await w.does(worker, rejected, { type: 'reject-referral', data: { reason: 'no-capacity', words: '' } });
      const movesOn = asActor(database.db, officer, (tx) =>
        tx.updateTable('referrals').set({ status: 'closed' }).where('case_id', '=', rejected).execute(),
      );
      await expect(movesOn).rejects.toThrow('stays as it was');
    });

    test('reads no event of others even where its referral was carried on further', async () => {
      const caseId = await w.engaging(await w.triaged());
      await w.does(worker, caseId, { type: 'end-activity', data: { reason: 'did-not-engage', words: '' } });
      const then = (await readBy(worker, caseId)).events;
      await database.asOwner(async (owner) => {
        for (const table of ['case_events', 'referrals']) {
          await owner.query(`alter table ${table} no force row level security`);
          await owner.query(`alter table ${table} disable trigger user`);
        }
        await owner.query(
          `insert into case_events (force, case_id, sequence, type, data, shape, recorded_at, account_id, organisation_id, author,
             previous_hash, hash)
           select force, case_id, sequence + 1, 'attendance-corrected', '{}', shape, recorded_at, $2, $3, author, hash, hash
           from case_events where case_id = $1 order by sequence desc limit 1`,
          [caseId, otherWorker.accountId, otherWorker.organisationId],
        );
        await owner.query('update referrals set sequence = sequence + 9 where case_id = $1', [caseId]);
        for (const table of ['case_events', 'referrals']) {
          await owner.query(`alter table ${table} enable trigger user`);
          await owner.query(`alter table ${table} force row level security`);
        }
      });
      expect((await readBy(worker, caseId)).events).toEqual(then);
    });

    test('adds no note to a closed case, nor to an event that is not its last', async () => {
      const caseId = await w.engaging(await w.triaged());
      const { referral } = await w.asProvider(worker, caseId);
      const adds = (sequence: number) =>
        asActor(database.db, worker, (tx) =>
          tx
            .insertInto('treatment_records')
            .values({
              force: 'west-midlands',
              record_id: randomUUID(),
              organisation_id: worker.organisationId,
              case_id: caseId,
              referral_id: referral.referralId,
              sequence,
              how: null,
              place: null,
              words: 'A note',
              reason: null,
              recorded_at: new Date(),
              account_id: worker.accountId,
              recorded_by: worker.name,
            })
            .execute(),
        );
      await adds(referral.sequence);
      await expect(adds(referral.sequence - 1)).rejects.toThrow('row-level security');
      await w.does(coordinator, caseId, withdraw);
      const closed = (await w.asProvider(worker, caseId)).referral.sequence;
      await expect(adds(closed)).rejects.toThrow('row-level security');
    });
  });
});
