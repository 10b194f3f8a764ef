import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, coordinator, officer, supervisor, worker } from '../../../tests/cases/people.ts';
import { Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { auditEntries, verifyChains } from '../../audit/index.ts';
import { caseEvents } from '../../cases/store/case-log.ts';
import { asActor, asSystem } from '../../db/index.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { exportCohort, parseCohort } from '../index.ts';
import { studiedCases } from './study-case-rows.ts';

const ask = { pseudonymKey: 'a key of the test', force: null, at: new Date('2026-06-30T12:00:00Z') };

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
    const caseId = await w.engaging(await w.triaged());
    const note = { how: 'telephone', place: null, words: 'Talked about the drinking' } as const;
    await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } }, note);
    await w.triaged();
  });

  describe('A study data set', () => {
    test('has a row for each case, which reads back as a cohort, under pseudonyms that stay the same', async () => {
      const exported = exportCohort(await studiedCases(database.db, ask), calendarDayOf('2026-06-30'));
      expect(exported).toMatchObject({ rows: 2, people: 1, contradictions: [] });
      const { files } = exported;
      const read = parseCohort({ cohort: files['cohort.csv'] ?? '', reoffences: files['reoffences.csv'] ?? '' });
      expect(read.ok && read.value.rows.filter(({ offeredOn }) => offeredOn !== null)).toHaveLength(1);
      const again = exportCohort(await studiedCases(database.db, ask), calendarDayOf('2026-06-30'));
      expect(again.files).toEqual(files);
      const otherKey = { ...ask, pseudonymKey: 'another key' };
      const other = exportCohort(await studiedCases(database.db, otherKey), calendarDayOf('2026-06-30'));
      expect(other.files['cohort.csv']).not.toEqual(files['cohort.csv']);
    });

    test('holds nothing that names the person or was said of them', async () => {
      const { files } = exportCohort(await studiedCases(database.db, ask), calendarDayOf('2026-06-30'));
      const rows = await asActor(database.db, officer, (tx) => tx.selectFrom('cases').selectAll().execute());
      expect(rows.length).toBe(2);
      const text = Object.values(files).join('\n');
      for (const { case_id, person_name, person, reference, person_key } of rows) {
        const { bornOn, contact } = person as { bornOn: string; contact: { telephone: string | null } };
        for (const secret of [case_id, person_name, reference, person_key, bornOn, contact.telephone]) {
          if (secret !== null) expect(text).not.toContain(secret);
        }
      }
      expect(text).not.toContain('drinking');
    });

    test('of another force has none of these cases', async () => {
      expect(await studiedCases(database.db, { ...ask, force: 'cumbria' })).toEqual([]);
    });

    test('leaves a trace that it was taken out', async () => {
      const entries = await asSystem(database.db, 'verify-audit', (tx) =>
        tx
          .selectFrom('audit_entries')
          .select('details')
          .where('action', '=', 'study-cohort-exported')
          .orderBy('recorded_at')
          .orderBy('sequence')
          .execute(),
      );
      expect(entries.at(0)?.details).toMatchObject({ by: 'the command line', force: null, cases: 2 });
      expect((await verifyChains(database.db, [auditEntries, caseEvents])).breaks).toEqual([]);
    });
  });

  describe('The views that it is made from', () => {
    test.each([officer, supervisor, coordinator, worker])('are closed to every $role', async (actor) => {
      for (const view of ['study_cases', 'study_events'] as const) {
        await expect(asActor(database.db, actor, (tx) => tx.selectFrom(view).selectAll().execute())).rejects.toThrow(
          'permission denied',
        );
      }
    });

    test('give the program nothing for any other purpose', async () => {
      for (const view of ['study_cases', 'study_events'] as const) {
        expect(await asSystem(database.db, 'sign-in', (tx) => tx.selectFrom(view).selectAll().execute())).toEqual([]);
      }
    });

    test('do not open the tables behind them', async () => {
      const whole = asSystem(database.db, 'export-cohort', (tx) => tx.selectFrom('cases').selectAll().execute());
      expect(await whole).toEqual([]);
      const events = await asSystem(database.db, 'export-cohort', (tx) =>
        tx.selectFrom('case_events').selectAll().execute(),
      );
      expect(events).toEqual([]);
    });
  });
});
