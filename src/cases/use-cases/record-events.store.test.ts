import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, aPerson, coordinator, divertService, officer, worker } from '../../../tests/cases/people.ts';
import { allowed, divertFacts, Working } from '../../../tests/cases/working.ts';
import { type TestDatabase, withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { listTriages } from '../../triage/index.ts';
import { listCases, type RecordedEvent } from '../index.ts';

/** The tables in which something done to a case leaves anything, and how the case is named there; not the looks at it. */
const places = {
  case_events: 'case_id::text',
  case_progress: 'case_id::text',
  referrals: 'case_id::text',
  treatment_records: 'case_id::text',
  audit_entries: "action <> 'case-viewed' and chain",
} as const;

/** All that a case has left in the database, seen from outside: row-level security would hide half of it. */
async function everythingOf({ asOwner }: TestDatabase, caseId: string): Promise<unknown> {
  return asOwner(async (owner) => {
    const found: Record<string, unknown[]> = {};
    for (const [table, name] of Object.entries(places)) {
      await owner.query(`alter table ${table} no force row level security`);
      const { rows } = await owner.query<object>(`select * from ${table} where ${name} like '%' || $1`, [caseId]);
      await owner.query(`alter table ${table} force row level security`);
      found[table] = rows;
    }
    return found;
  });
}

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
  });

  describe('What follows an event', () => {
    test('sees each event once, in order, in the same transaction, whoever acts', async () => {
      const seen: (readonly [number, string, string])[] = [];
      const progress: unknown[] = [];
      const watching = w.with(async ({ database: tx }, { caseId, sequence, event, after }) => {
        seen.push([sequence, event.type, after.state.status]);
        const rows =
          after.side === 'provider'
            ? await tx.selectFrom('provider_progress').select('status').where('case_id', '=', caseId).execute()
            : await tx.selectFrom('case_progress').select('status').where('case_id', '=', caseId).execute();
        const { rows: last } = await sql<{ at: number }>`
          select next_sequence - 1 as at from next_in_chain('case', ${caseId})`.execute(tx);
        progress.push(...rows.map((row) => [last[0]?.at, event.type, row.status]));
      });
      const caseId = await watching.engaging(await watching.triaged());
      await watching.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } });
      await watching.does(coordinator, caseId, { type: 'withdraw-case', data: { reason: { is: 'moved-away' } } });
      expect(seen).toEqual([
        [1, 'person-triaged', 'triaged'],
        [2, 'scheme-offered', 'offered'],
        [3, 'offer-accepted', 'accepted'],
        [4, 'person-referred', 'referred'],
        [5, 'referral-accepted', 'engaging'],
        [6, 'contact-attempted', 'engaging'],
        [7, 'case-withdrawn', 'closed'],
      ]);
      expect(progress).toEqual(seen);
    });

    test('sees nothing of what is refused', async () => {
      const caseId = await w.triaged();
      const seen: RecordedEvent[] = [];
      const watching = w.with(async (_, recorded) => void seen.push(recorded));
      await watching.sends(officer, caseId, { type: 'reopen-case', data: { reason: 'No' } });
      expect(seen).toEqual([]);
    });
  });

  describe('An event that is recorded while the clock is behind', () => {
    test('is dated with the one before it, whoever recorded that', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').engaging(await w.triaged());
      w.at('2026-03-02T10:00:00.000Z');
      await w.does(officer, caseId, { type: 'amend-fact', data: { fact: 'consents', new: null, reason: 'Not asked' } });
      w.at('2026-03-02T08:00:00.000Z');
      await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } });
      w.at('2026-03-01T08:00:00.000Z');
      await w.does(coordinator, caseId, { type: 'withdraw-case', data: { reason: { is: 'moved-away' } } });
      const late = await database.asOwner(async (owner) => {
        await owner.query('alter table case_events no force row level security');
        const { rows } = await owner.query<{ recorded_at: Date }>(
          'select recorded_at from case_events where case_id = $1 order by sequence desc limit 3',
          [caseId],
        );
        await owner.query('alter table case_events force row level security');
        return rows.map(({ recorded_at }) => recorded_at.toISOString());
      });
      expect(late).toEqual(Array(3).fill('2026-03-02T10:00:00.000Z'));
      w.at('2026-03-02T09:00:00.000Z');
    });
  });

  describe('When what follows an event fails', () => {
    const failing = () => w.with(() => Promise.reject(new Error('The message could not be queued')));

    test('the police have done nothing', async () => {
      const caseId = await w.accepted(await w.triaged());
      const before = await everythingOf(database, caseId);
      const refer = { type: 'refer-person', data: { serviceId: divertService } } as const;
      await expect(failing().sends(officer, caseId, refer)).rejects.toThrow('could not be queued');
      expect(await everythingOf(database, caseId)).toEqual(before);
      await w.does(officer, caseId, refer);
    });

    test('the provider has done nothing, and its note is not kept', async () => {
      const caseId = await w.engaging(await w.triaged());
      const before = await everythingOf(database, caseId);
      const attempt = { type: 'record-contact-attempt', data: { reached: true } } as const;
      const note = { how: 'telephone', place: null, words: 'Spoke for a while' } as const;
      await expect(failing().sends(worker, caseId, attempt, note)).rejects.toThrow('could not be queued');
      expect(await everythingOf(database, caseId)).toEqual(before);
    });

    test('a triage opens no case and can be finished again', async () => {
      const person = aPerson({ name: 'Neither Here' });
      await expect(failing().triaged(divertFacts, { person })).rejects.toThrow('could not be queued');
      const { total } = allowed(await listCases(w.work, officer, { list: 'all', search: person.name }));
      expect(total).toBe(0);
      const [draft] = await listTriages(w.triage, officer);
      expect(draft).toMatchObject({ person: { name: 'Neither Here' }, finishedAs: null });
    });
  });
});
