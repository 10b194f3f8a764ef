import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, coordinator, officer, supervisor, worker } from '../../../tests/cases/people.ts';
import { Working } from '../../../tests/cases/working.ts';
import { columnTypes } from '../../../tests/database/column-types.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { fixturesOf } from '../../../tests/shapes/fixtures.ts';
import { putOldCase } from '../../../tests/shapes/old-rows.ts';
import { auditEntries, chainHash, nextInChain, verifyChains } from '../../audit/index.ts';
import { asActor, asSystem } from '../../db/index.ts';
import { readStored } from '../../stored/index.ts';
import type { CaseEvent } from '../domain/case-event.ts';
import { transitions } from '../domain/transitions.ts';
import { providerEventSchemas } from '../domain/engagement/provider-event-schemas.ts';
import { caseEvents, numberedEvent } from './case-log.ts';
import { caseEventKind } from './shapes/case-event-kind.ts';

const WORDS = 'Sobbed about Larkspur Ward';
/** What must reach nobody of the police, from any of the events below. */
const TELLING = /larkspur|too-unwell|already-with-us/i;

const sorted = (texts: readonly string[]) => texts.toSorted();

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
  });

  const police = { officer, supervisor, coordinator };
  const tables = [...new Set([...columnTypes().keys()].map((column) => column.split('.')[0] ?? ''))];

  /** Everything that somebody may read of the whole database, as text. */
  const everythingReadBy = async (actor: typeof officer): Promise<string> => {
    const read: string[] = [];
    for (const table of tables) {
      const rows = await asActor(database.db, actor, (tx) =>
        sql<object>`select * from ${sql.table(table)}`.execute(tx),
      ).catch(() => null);
      if (rows) read.push(JSON.stringify(rows.rows));
    }
    return read.join('\n');
  };

  const booked = async (): Promise<readonly [caseId: string, appointmentId: string]> => {
    const caseId = await w.at('2026-03-02T09:00:00.000Z').engaging(await w.triaged());
    await w.does(worker, caseId, {
      type: 'book-appointment',
      data: { step: 'education', startsAt: '2026-03-03T09:00:00.000Z' },
    });
    const { side } = await w.asProvider(worker, caseId);
    return [caseId, ('engagement' in side && side.engagement.appointments[0]?.id) || ''];
  };

  describe('What a provider says for itself', () => {
    const cases: string[] = [];
    beforeAll(async () => {
      const rejected = await w.referred(await w.triaged());
      await w.does(worker, rejected, { type: 'reject-referral', data: { reason: 'already-with-us', words: WORDS } });
      const ended = await w.engaging(await w.triaged());
      await w.does(worker, ended, { type: 'end-activity', data: { reason: 'too-unwell', words: WORDS } });
      const [cancelled, first] = await booked();
      await w.does(worker, cancelled, {
        type: 'cancel-appointment',
        data: { appointmentId: first, whose: 'person-acceptable', reason: WORDS },
      });
      const [completed, second] = await booked();
      w.at('2026-03-04T09:00:00.000Z');
      await w.does(worker, completed, {
        type: 'record-attendance',
        data: { appointmentId: second, attendance: 'missed', whose: 'person-acceptable' },
      });
      await w.does(worker, completed, {
        type: 'correct-attendance',
        data: { appointmentId: second, to: { is: 'kept' }, reason: WORDS },
      });
      await w.does(worker, completed, { type: 'complete-activity', data: { shortfallReason: WORDS } });
      cases.push(rejected, ended, cancelled, completed);
    });

    test('is read by the provider, with the event that it goes with', async () => {
      const kept = [];
      for (const caseId of cases) {
        const { records, referral } = await w.asProvider(worker, caseId);
        kept.push(
          ...records.map(({ sequence, reason, words }) => [
            referral.history.find((each) => each.sequence === sequence)?.event.type,
            reason,
            words,
          ]),
        );
      }
      expect(kept).toEqual([
        ['referral-rejected', 'already-with-us', WORDS],
        ['activity-not-completed', 'too-unwell', WORDS],
        ['appointment-cancelled', null, WORDS],
        ['attendance-corrected', null, WORDS],
        ['activity-completed', null, WORDS],
      ]);
    });

    test.each(Object.entries(police))('reaches no %s, in anything that they may read in SQL', async (_, actor) => {
      const read = await everythingReadBy(actor);
      expect(read.includes('service-cannot-take')).toBe(true);
      expect(TELLING.exec(read)).toBe(null);
      for (const caseId of cases) expect(TELLING.test(JSON.stringify(await w.asPolice(actor, caseId)))).toBe(false);
    });

    test('is found by the same search where it may be read', async () => {
      expect(TELLING.test(await everythingReadBy(worker))).toBe(true);
    });
  });

  describe('A provider’s event with words in it', () => {
    const writes = async (type: string, data: object) => {
      const caseId = await w.engaging(await w.triaged());
      return asActor(database.db, worker, async (tx) => {
        const { sequence, previousHash } = await nextInChain(tx, 'case', caseId);
        const { accountId, name, role, organisationId } = worker;
        const author = { accountId, name, role, organisationId };
        const row = { force: 'west-midlands', case_id: caseId, sequence, type, data, author, shape: 9 };
        const recorded_at = '2026-03-02T10:00:00.000Z';
        await tx
          .insertInto('case_events')
          .values({
            ...row,
            data: JSON.stringify(data),
            author: JSON.stringify(author),
            recorded_at: new Date(recorded_at),
            account_id: accountId,
            organisation_id: organisationId,
            previous_hash: previousHash,
            hash: chainHash(previousHash, { ...row, recorded_at }),
          })
          .execute();
      });
    };

    test.each([
      ['activity-not-completed', { endedBy: 'provider', reason: 'moved-away', words: WORDS }],
      ['activity-not-completed', { endedBy: 'police', reason: 'moved-away', words: 'x' }],
      ['activity-not-completed', { endedBy: 'police', reason: 'moved-away' }],
      ['activity-not-completed', { endedBy: 'provider', reason: 'too-unwell' }],
      ['activity-not-completed', { endedBy: 'provider', reason: null }],
      ['contact-attempted', { reached: WORDS }],
      ['contact-attempted', { reached: { [WORDS]: true } }],
      ['contact-attempted', { reached: [[WORDS]] }],
      ['contact-attempted', { reached: true, reason: 'x' }],
      ['appointment-booked', { appointmentId: 'a', step: WORDS, startsAt: '2026-03-03T09:00:00.000Z' }],
      ['appointment-booked', { appointmentId: 'a'.repeat(65), step: 'b', startsAt: '2026-03-03T09:00:00.000Z' }],
      ['activity-completed', { dose: [{ step: WORDS, planned: 1, delivered: 1 }] }],
      ['activity-completed', [WORDS]],
    ])('is refused by the database too: %s %j', async (type, data) => {
      await expect(writes(type, data)).rejects.toThrow('row-level security');
    });

    test('is told from one without, which is taken', async () => {
      await expect(writes('activity-not-completed', { endedBy: 'provider', reason: 'moved-away' })).resolves.toBe(
        undefined,
      );
    });

    test('is known to the database by the members and reasons that the schemas have', async () => {
      const { rows } = await database.asOwner((owner) =>
        owner.query<{ event: string; members: string[]; reasons: string[] | null }>(
          `select event, provider_members as members, provider_reasons as reasons from event_rights
           where provider_members is not null`,
        ),
      );
      const known = Object.fromEntries(
        rows.map(({ event, members, reasons }) => [event, [sorted(members), reasons && sorted(reasons)]]),
      );
      const said = Object.fromEntries(
        Object.entries(providerEventSchemas).map(([event, { shape }]) => [
          event,
          [sorted(Object.keys(shape)), 'reason' in shape ? sorted(shape.reason.options) : null],
        ]),
      );
      expect(known).toEqual(said);
      expect(Object.keys(known).every((event) => transitions.some((line) => line.event === event))).toBe(true);
    });
  });

  describe('An event of before', () => {
    const shapes = Array.from({ length: caseEventKind.shape }, (_, index) => index + 1);
    const person = fixturesOf('person', 1).find(({ name }) => name.startsWith('well'))?.value;

    test.each(shapes)('in shape %i is read by the police as the program would, without its words', async (shape) => {
      const events = fixturesOf('case-event', shape).map(({ value }) => value as CaseEvent);
      const caseId = randomUUID();
      await putOldCase(database, { caseId, force: 'west-midlands', openedBy: officer, person, shape, events });
      const rows = await asActor(database.db, officer, (tx) =>
        tx.selectFrom('case_log').selectAll().where('case_id', '=', caseId).orderBy('sequence').execute(),
      );
      const place = { table: 'fixtures', id: '', shape };
      expect(rows.map((row) => numberedEvent(row).event)).toEqual(
        events.map((event) => readStored(caseEventKind, place, event)),
      );
      // What the database hands out already is without them: nothing rests on how the program reads it.
      const ofProviders = rows.filter((row) => (row.author as { readonly role: string }).role === 'provider');
      expect(ofProviders.length).toBeGreaterThan(shape === 7 || shape === 8 ? 0 : -1);
      expect(JSON.stringify(rows)).not.toMatch(/detox|too-unwell|already-with-us|Full until May|One was enough/);
    });

    test('stays as it was hashed, and every chain is whole', async () => {
      const { breaks } = await verifyChains(database.db, [auditEntries, caseEvents]);
      expect(breaks).toEqual([]);
      const rows = await asSystem(database.db, 'verify-audit', (tx) =>
        tx.selectFrom('case_events').select('data').execute(),
      );
      expect(JSON.stringify(rows)).toContain('detox');
    });

    test('is read by nobody in the table itself', async () => {
      for (const actor of [officer, supervisor, coordinator, worker]) {
        const rows = await asActor(database.db, actor, (tx) => tx.selectFrom('case_events').selectAll().execute());
        expect(rows).toEqual([]);
      }
    });
  });
});
