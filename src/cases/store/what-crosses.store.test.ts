import { beforeAll, describe, expect, test } from 'vitest';
import {
  addEverybody,
  coordinator,
  durhamCoordinator,
  durhamOfficer,
  officer,
  otherDivertService,
  otherWorker,
  supervisor,
  worker,
} from '../../../tests/cases/people.ts';
import { refused, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { auditEntries, nextInChain, verifyChains } from '../../audit/index.ts';
import { asActor } from '../../db/index.ts';
import { actOnCase, showCase } from '../index.ts';
import { caseEvents } from './case-log.ts';

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
  });

  describe('What crosses between the police and a provider', () => {
    let caseId: string;
    beforeAll(async () => {
      caseId = await w.engaging(await w.triaged());
      const note = { how: 'telephone', place: null, words: 'Talked about the drinking' } as const;
      await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } }, note);
    });
    const sqlAs = (
      actor: typeof officer,
      table:
        | 'cases'
        | 'case_events'
        | 'treatment_records'
        | 'referrals'
        | 'triage_drafts'
        | 'condition_proposals'
        | 'case_progress'
        | 'provider_side_events',
    ) => asActor(database.db, actor, (tx) => tx.selectFrom(table).selectAll().execute());

    test('a provider reads no facts, no events, no drafts and no case, even in SQL', async () => {
      for (const table of ['cases', 'case_events', 'case_progress', 'triage_drafts', 'condition_proposals'] as const) {
        expect(await sqlAs(worker, table)).toEqual([]);
      }
    });

    test('a provider reads the referrals made to it, and no other provider’s', async () => {
      expect((await sqlAs(worker, 'referrals')).some((row) => 'case_id' in row && row.case_id === caseId)).toBe(true);
      expect((await sqlAs(otherWorker, 'referrals')).some((row) => 'case_id' in row && row.case_id === caseId)).toBe(
        false,
      );
      const standing = (actor: typeof officer) =>
        asActor(database.db, actor, (tx) => tx.selectFrom('provider_progress').select('case_id').execute());
      expect(await standing(worker)).toContainEqual({ case_id: caseId });
      expect(await standing(otherWorker)).not.toContainEqual({ case_id: caseId });
      expect(JSON.stringify(await sqlAs(worker, 'referrals'))).not.toMatch(
        /evidence-to-charge|offence-group|otherwise/,
      );
    });

    test('a provider reads of the log its own side, from the referral on, and nobody else’s', async () => {
      const sideOf = async (actor: typeof officer, id: string) =>
        (await sqlAs(actor, 'provider_side_events')).flatMap((row) =>
          'case_id' in row && row.case_id === id && 'type' in row ? [row.type] : [],
        );
      expect(await sideOf(worker, caseId)).toEqual(['person-referred', 'referral-accepted', 'contact-attempted']);
      for (const actor of [otherWorker, durhamOfficer]) expect(await sideOf(actor, caseId)).toEqual([]);

      const passedOn = await w.referred(await w.triaged());
      const rejection = { reason: 'no-capacity', words: 'Full' } as const;
      await w.does(worker, passedOn, { type: 'reject-referral', data: rejection });
      await w.does(officer, passedOn, { type: 'refer-person', data: { serviceId: otherDivertService } });
      await w.does(otherWorker, passedOn, { type: 'accept-referral', data: {} });
      expect(await sideOf(worker, passedOn)).toEqual(['person-referred', 'referral-rejected']);
      expect(await sideOf(otherWorker, passedOn)).toEqual(['person-referred', 'referral-accepted']);
    });

    test('the police read no treatment record, even in SQL, and the provider does', async () => {
      for (const actor of [officer, supervisor, coordinator])
        expect(await sqlAs(actor, 'treatment_records')).toEqual([]);
      expect(await sqlAs(otherWorker, 'treatment_records')).toEqual([]);
      expect((await w.asProvider(worker, caseId)).records).toMatchObject([{ words: 'Talked about the drinking' }]);
      expect(JSON.stringify(await w.asPolice(coordinator, caseId))).not.toContain('drinking');
    });

    test('another force sees nothing of the case', async () => {
      expect(refused(await showCase(w.work, durhamOfficer, caseId)).code).toBe('case-not-found');
      const command = { type: 'withdraw-case', data: { reason: { is: 'died' } } } as const;
      expect(refused(await actOnCase(w.work, durhamCoordinator, { caseId, expectedSequence: 1, command })).code).toBe(
        'case-not-found',
      );
      for (const table of ['cases', 'case_events', 'case_progress', 'referrals'] as const) {
        expect((await sqlAs(durhamOfficer, table)).filter((row) => row.force !== 'durham')).toEqual([]);
      }
    });

    test('a provider writes no event of the police, and none of a case that is not with it', async () => {
      const event = (type: string, actor: typeof officer) =>
        asActor(database.db, actor, async (tx) => {
          const { sequence, previousHash } = await nextInChain(tx, 'case', caseId);
          await tx
            .insertInto('case_events')
            .values({
              force: 'west-midlands',
              case_id: caseId,
              sequence,
              type,
              data: '{}',
              shape: 1,
              recorded_at: new Date(),
              account_id: actor.accountId,
              organisation_id: actor.organisationId,
              author: '{}',
              previous_hash: previousHash,
              hash: '0'.repeat(64),
            })
            .execute();
        });
      await expect(event('outcome-recorded', worker)).rejects.toThrow('row-level security');
      await expect(event('contact-attempted', otherWorker)).rejects.toThrow('row-level security');
      await expect(event('offer-declined', durhamOfficer)).rejects.toThrow('row-level security');
      const moves = (columns: object) =>
        asActor(database.db, worker, (tx) =>
          tx.updateTable('provider_progress').set(columns).where('case_id', '=', caseId).execute(),
        );
      await expect(moves({ status: 'closed' })).rejects.toThrow('row-level security');
      await expect(moves({ outcome_type: '22' })).rejects.toThrow('does not exist');
      const table = asActor(database.db, worker, (tx) =>
        tx.updateTable('case_progress').set({ outcome_type: '22' }).where('case_id', '=', caseId).executeTakeFirst(),
      );
      expect((await table).numUpdatedRows).toBe(0n);
      const rewritten = asActor(database.db, worker, (tx) =>
        tx.updateTable('referrals').set({ hand_over: '{"name":"Other"}' }).where('case_id', '=', caseId).execute(),
      );
      await expect(rewritten).rejects.toThrow('A provider may change only');
    });

    test('nobody changes or removes an event, and the owner of the tables can’t either', async () => {
      const changes = asActor(database.db, officer, (tx) =>
        tx.deleteFrom('case_events').where('case_id', '=', caseId).execute(),
      );
      await expect(changes).rejects.toThrow('permission denied');
      for (const statement of [
        "update case_events set type = 'x'",
        'delete from case_events',
        'truncate case_events cascade',
      ]) {
        await expect(database.asOwner((owner) => owner.query(statement))).rejects.toThrow('never changed or removed');
      }
    });
  });

  describe('The record', () => {
    test('has an audit entry for every event and every look', async () => {
      const caseId = await w.accepted(await w.triaged());
      const entries = await asActor(database.db, coordinator, (tx) =>
        tx
          .selectFrom('audit_entries')
          .select('action')
          .where('subject', '=', `case:${caseId}`)
          .orderBy('sequence')
          .execute(),
      );
      expect(entries.map(({ action }) => action)).toEqual([
        'person-triaged',
        'case-viewed',
        'scheme-offered',
        'case-viewed',
        'offer-accepted',
      ]);
    });

    test('is whole, and names the first event that somebody with the rights of the server changed', async () => {
      const caseId = await w.accepted(await w.triaged());
      const whole = await verifyChains(database.db, [auditEntries, caseEvents]);
      expect(whole.breaks).toEqual([]);
      // Of four cases the log and the audit record, and what the officer looked at.
      expect(whole.chains).toBe(9);
      await database.asOwner(async (owner) => {
        await owner.query('alter table case_events disable trigger user');
        await owner.query('alter table case_events no force row level security');
        await owner.query(
          `update case_events set data = jsonb_set(data, '{scheme}', '"other"') where case_id = $1 and sequence = 2`,
          [caseId],
        );
        await owner.query('alter table case_events force row level security');
        await owner.query('alter table case_events enable trigger user');
      });
      const { breaks } = await verifyChains(database.db, [auditEntries, caseEvents]);
      expect(breaks).toEqual([{ kind: 'case', chain: caseId, sequence: 2, difference: 'content' }]);
    });
  });
});
