import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { addEverybody, coordinator, officer, otherWorker, worker } from '../../tests/cases/people.ts';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { fixturesOf } from '../../tests/shapes/fixtures.ts';
import { putOldCase } from '../../tests/shapes/old-rows.ts';
import { auditEntries, rowEntries, verifyChains } from '../audit/index.ts';
import type { CaseActor } from '../access/index.ts';
import { caseEvents } from '../cases/store/case-log.ts';
import { asActor } from './index.ts';
import { migrate } from './migrate.ts';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const FIRST_WITHOUT_WORDS = '0073';
const CASE = '00000000-0000-4000-8000-00000000ca5e';
const REFERRALS = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'] as const;

const at = '2026-03-02T12:00:00.123Z';
const event = (type: string, { accountId, name, role, organisationId }: CaseActor, data: object) => ({
  type,
  at,
  by: { accountId, name, role, organisationId },
  data,
});
/** One provider rejects, another takes on, corrects, cancels and ends; a coordinator ends in between, in words of the police. */
const log = [
  event('person-referred', officer, { referralId: REFERRALS[0] }),
  event('referral-rejected', worker, { reason: 'already-with-us', words: ' Comes to our clinic ' }),
  event('person-referred', officer, { referralId: REFERRALS[1] }),
  event('referral-accepted', otherWorker, {}),
  event('attendance-corrected', otherWorker, { appointmentId: 'a1', from: {}, to: {}, reason: 'Was at the ward' }),
  event('appointment-cancelled', otherWorker, { appointmentId: 'a2', whose: 'logistics', reason: 'Still at the ward' }),
  event('activity-not-completed', coordinator, { reason: 'too-unwell', words: 'Said so at the desk' }),
  event('activity-not-completed', otherWorker, { reason: 'too-unwell', words: '' }),
  event('activity-completed', otherWorker, { dose: [], shortfallReason: null }),
];

withTestDatabase((database) => {
  test('What providers wrote in events before is in their own records, and every chain is whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-migrations-'));
    for (const name of await readdir(MIGRATIONS)) {
      if (name < FIRST_WITHOUT_WORDS) await cp(new URL(name, MIGRATIONS), join(folder, name));
    }
    await database.asOwner(async (owner) => {
      await owner.query('drop schema if exists jobs cascade; drop schema public cascade');
      await owner.query('create schema public; grant usage on schema public to public');
      await migrate(owner, pathToFileURL(`${folder}/`));
    });
    await rm(folder, { recursive: true });
    await addEverybody(database.db);
    const person = fixturesOf('person', 1).find(({ name }) => name.startsWith('well'))?.value;
    const force = 'west-midlands';
    await putOldCase(database, { caseId: CASE, force, openedBy: officer, person, shape: 7, events: log });
    await database.asOwner(async (owner) => {
      await owner.query('alter table referrals no force row level security');
      for (const [index, by] of [worker, otherWorker].entries()) {
        await owner.query(
          `insert into referrals (force, referral_id, case_id, organisation_id, reference, scheme_version, offer_accepted_at,
             referred_at, status, sequence, shape, is_demonstration, referred_sequence)
           values ($1, $2, $3, $4, 'OLD', 'v', now(), now(), $5, $6, 1, true, $7)`,
          [force, REFERRALS[index], CASE, by.organisationId, index === 0 ? 'sent-back' : 'not-completed'].concat([
            String(index === 0 ? 2 : 9),
            String(index === 0 ? 1 : 3),
          ]),
        );
      }
      await owner.query('alter table referrals force row level security');
      await migrate(owner);
    });
    const recordsOf = (actor: CaseActor) =>
      asActor(database.db, actor, (tx) =>
        tx
          .selectFrom('treatment_records')
          .select(['sequence', 'referral_id', 'reason', 'words', 'recorded_by', 'account_id', 'recorded_at'])
          .orderBy('sequence')
          .execute(),
      );
    const kept = (by: CaseActor, referral: string, of: readonly [number, string | null, string | null]) => {
      const [sequence, reason, words] = of;
      const who = { recorded_by: by.name, account_id: by.accountId, recorded_at: new Date(at) };
      return { sequence, referral_id: referral, reason, words, ...who };
    };
    expect(await recordsOf(worker)).toEqual([
      kept(worker, REFERRALS[0], [2, 'already-with-us', 'Comes to our clinic']),
    ]);
    expect(await recordsOf(otherWorker)).toEqual([
      kept(otherWorker, REFERRALS[1], [5, null, 'Was at the ward']),
      kept(otherWorker, REFERRALS[1], [6, null, 'Still at the ward']),
      kept(otherWorker, REFERRALS[1], [8, 'too-unwell', null]),
    ]);
    expect(await recordsOf(coordinator)).toEqual([]);
    const { breaks } = await verifyChains(database.db, [auditEntries, caseEvents, rowEntries]);
    // What the test itself put past the program is named; nothing of what the migration wrote is.
    expect(breaks.filter(({ chain }) => !/^(cases|referrals):/.test(chain))).toEqual([]);
    const seen = await asActor(database.db, coordinator, (tx) => tx.selectFrom('case_log').selectAll().execute());
    expect(seen).toHaveLength(log.length);
    expect(JSON.stringify(seen)).not.toMatch(/clinic|ward|too-unwell|already/);
    expect(JSON.stringify(seen)).toContain('Said so at the desk');
  });
});
