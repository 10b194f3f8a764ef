import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, coordinator, officer, worker } from '../../../tests/cases/people.ts';
import { Publishing } from '../../../tests/cases/publishing.ts';
import { allowed, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { auditEntries, rowEntries, verifyChains } from '../../audit/index.ts';
import { asActor } from '../../db/index.ts';
import { startTriage } from '../../triage/index.ts';
import { caseEvents } from './case-log.ts';

/** Each kind of row that stands beside the chains, and a change of it that would pay somebody. */
const REWRITTEN = [
  ['cases', "person_name = 'Somebody Else'"],
  ['cases', "person = jsonb_set(person, '{name}', '\"Somebody Else\"')"],
  ['case_progress', "status = 'closed'"],
  ['referrals', 'on_hold = not on_hold'],
  ['referrals', "hand_over = '{}'"],
  ['condition_proposals', "to_words = 'nothing at all'"],
  ['treatment_records', "words = 'said nothing'"],
  ['organisations', "name = 'Another'"],
  ['accounts', "password_hash = 'mine'"],
  ['accounts', "name = 'Another'"],
  ['memberships', 'ended_at = now()'],
  ['roles', "organisation_kind = 'board'"],
  ['event_rights', '"right" = \'see-colleagues\''],
  ['provider_services', "name = 'Another'"],
  ['triage_drafts', "answered = '{}'"],
  ['service_particulars', 'youngest = 99'],
  ['place_bookings', 'case_id = referral_id'],
  ['service_times', 'takes = 500'],
  ['service_times', 'taken = 0'],
  ['service_closures', "reason = 'Another'"],
] as const;

const KEYS = {
  cases: 'case_id',
  case_progress: 'case_id',
  referrals: 'referral_id',
  condition_proposals: 'proposal_id',
  treatment_records: 'record_id',
  organisations: 'id',
  accounts: 'id',
  memberships: 'id',
  roles: 'role',
  event_rights: 'event',
  provider_services: 'service_id',
  triage_drafts: 'draft_id',
  service_particulars: 'service_id',
  place_bookings: 'appointment_id',
  service_times: 'time_id',
  service_closures: 'closed_on',
} as const;

withTestDatabase((database) => {
  let w: Working;
  let caseId: string;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
    caseId = await w.engaging(await w.triaged());
    const note = { how: 'telephone', place: null, words: 'Talked about the drinking' } as const;
    await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } }, note);
    const publishing = new Publishing(database.db, w.work.clock);
    await publishing.publishes({ from: '2026-03-09', weeks: 1, takes: 1 });
    const published = { step: 'education', startsAt: '2026-03-09T10:00:00.000Z' };
    await w.does(worker, caseId, { type: 'book-appointment', data: published });
    await publishing.closes('2026-03-17');
    await proposal();
    allowed(await startTriage(w.triage, officer, { person: null, offence: { occurredOn: null, modeOfTrial: null } }));
  });

  const verify = () => verifyChains(database.db, [auditEntries, caseEvents, rowEntries]);

  /** Written as the program does. */
  const proposal = () =>
    asActor(database.db, coordinator, (tx) =>
      tx
        .insertInto('condition_proposals')
        .values({
          force: 'west-midlands',
          proposal_id: randomUUID(),
          case_id: caseId,
          organisation_id: coordinator.organisationId,
          condition_id: 'c1',
          to_words: 'once a week',
          reason: 'ill',
          proposed_by: '{}',
          proposed_at: new Date(),
          shape: 1,
        })
        .execute(),
    );

  /** What the owner of the database can do: triggers and policies off, then any change. */
  const breakInto = (table: string, statements: readonly string[]) =>
    database.asOwner(async (owner) => {
      await owner.query(`alter table ${table} disable trigger user`);
      await owner.query(`alter table ${table} no force row level security`);
      for (const statement of statements) await owner.query(statement);
      await owner.query(`alter table ${table} force row level security`);
      await owner.query(`alter table ${table} enable trigger user`);
    });

  describe('What stands beside the chains', () => {
    test('is recorded at each change, and whole', async () => {
      expect((await verify()).breaks).toEqual([]);
    });

    test.each(REWRITTEN)('is named where the owner rewrites %s: %s', async (table, change) => {
      const column = change.split(' ')[0];
      const key = KEYS[table];
      await breakInto(table, [
        `create table before as select * from ${table} limit 1`,
        `update ${table} set ${change} where ${key} = (select ${key} from before)`,
      ]);
      const { breaks } = await verify();
      await breakInto(table, [
        `update ${table} set ${column} = before.${column} from before where ${table}.${key} = before.${key}`,
        'drop table before',
      ]);
      expect(breaks).toHaveLength(1);
      expect(breaks[0]).toMatchObject({ kind: 'row', difference: 'changed' });
      expect(breaks[0]?.chain).toMatch(new RegExp(`^${table}:`));
      expect((await verify()).breaks).toEqual([]);
    });

    test('is named where an event is kept under another account than its author', async () => {
      await breakInto('case_events', ['update case_events set account_id = gen_random_uuid() where sequence = 2']);
      const { breaks } = await verify();
      await breakInto('case_events', [
        "update case_events set account_id = (author ->> 'accountId')::uuid where sequence = 2",
      ]);
      expect(breaks).toEqual([{ kind: 'row', chain: caseId, sequence: 2, difference: 'author' }]);
    });

    test('is named where the owner gives a role a right, or finds something for an evaluation', async () => {
      const row = `insert into evaluations (id, organisation_id, begun_by, begun_by_name, begun_at, state, title, plan_text,
        plan_hash, is_demonstration) values (gen_random_uuid(), '${coordinator.organisationId}', '${coordinator.accountId}',
        'Made up', now(), 'queued', 'Made up', '', '${'c'.repeat(64)}', true)`;
      const set = (change: string): Promise<unknown> =>
        database.asOwner(async (owner) => {
          await owner.query("select set_config('waymark.purpose', 'migration', false)");
          await owner.query('alter table evaluations no force row level security');
          await owner.query(change);
          await owner.query('alter table evaluations force row level security');
        });
      await set(row);
      await set("update evaluations set share = 0.5, doing = 'Counting', state = 'running'");
      await set("update evaluations set share = 0.7, doing = 'Counting on', state = 'running'");
      expect((await verify()).breaks).toEqual([]);
      const entries = await database.asOwner(async (owner) => {
        await owner.query("select set_config('waymark.purpose', 'back-up', false)");
        return owner.query("select from row_entries where chain like 'evaluations:%'");
      });
      // Made, and begun: how far it has come since is no entry.
      expect(entries.rowCount).toBe(2);
      await breakInto('evaluations', ["update evaluations set title = 'Another'"]);
      await breakInto('role_rights', [`insert into role_rights (role, "right") values ('board', 'see-cases')`]);
      const named = (await verify()).breaks.map(({ chain, difference }) => [chain.split(':')[0], difference]);
      await breakInto('role_rights', [`delete from role_rights where role = 'board' and "right" = 'see-cases'`]);
      await breakInto('evaluations', ["update evaluations set title = 'Made up'"]);
      expect(named).toEqual([
        ['evaluations', 'changed'],
        ['role_rights', 'unrecorded'],
      ]);
    });

    test('is named where the owner puts a row in, takes one out, and changes one with the triggers on', async () => {
      await breakInto('organisations', [
        "insert into organisations (kind, name, force) values ('provider', 'Nobody', null)",
      ]);
      await breakInto('condition_proposals', ['delete from condition_proposals']);
      await database.asOwner(async (owner) => {
        await owner.query('alter table accounts no force row level security');
        await owner.query("update accounts set name = 'Another' where id = $1", [worker.accountId]);
        await owner.query('alter table accounts force row level security');
      });
      expect((await verify()).breaks.map(({ chain, difference }) => [chain.split(':')[0], difference])).toEqual([
        ['accounts', 'outside'],
        ['condition_proposals', 'removed'],
        ['organisations', 'unrecorded'],
      ]);
    });
  });
});
