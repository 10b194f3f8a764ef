import { beforeAll, describe, expect, test } from 'vitest';
import {
  addEverybody,
  aPerson,
  coordinator,
  durhamOfficer,
  officer,
  otherOfficer,
  worker,
} from '../../../tests/cases/people.ts';
import { divertFacts, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { asActor } from '../../db/index.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { referenceOf } from '../domain/reference-of.ts';
import { earlierDiversions } from './earlier-diversions.ts';

const bornOn = calendarDayOf('1999-05-17');
const person = aPerson({ name: 'Sam Made-up', bornOn });

withTestDatabase((database) => {
  let w: Working;
  let caseId: string;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
    caseId = await w.accepted(await w.at('2026-03-02T09:00:00.000Z').triaged(divertFacts, { person }));
  });
  const found = (by = otherOfficer, name = 'Sam Made-up', born = bornOn) =>
    earlierDiversions(w.work, by, { name, bornOn: born });

  describe('The earlier diversions of a person', () => {
    test('are found by name and date of birth in one’s own force, however the name is spaced and written', async () => {
      const expected = {
        caseId,
        reference: referenceOf(caseId),
        scheme: 'west-midlands-divert',
        acceptedOn: '2026-03-02',
        went: 'under-way',
      };
      expect(await found()).toEqual([expected]);
      expect(await found(otherOfficer, '  SAM   made-up ')).toEqual([expected]);
    });

    test('are those of nobody else, and not of a triage that led to nothing', async () => {
      await w.triaged(divertFacts, { person });
      expect(await found()).toHaveLength(1);
      expect(await found(otherOfficer, 'Sam Made-up', calendarDayOf('1999-05-18'))).toEqual([]);
      expect(await found(otherOfficer, 'Samuel Made-up')).toEqual([]);
    });

    test('never cross to another force, and are shown to nobody who makes no triage', async () => {
      for (const by of [durhamOfficer, worker, coordinator]) expect(await found(by)).toEqual([]);
    });

    test('count against how often a scheme may be taken, but for a case that was withdrawn', async () => {
      const here = await w.triaged(divertFacts, { person });
      const times = () => w.work.store.as(officer, (cases) => cases.earlierTimes(here, 'west-midlands-divert'));
      expect(await times()).toBe(1);
      const mistaken = await w.accepted(await w.triaged(divertFacts, { person }));
      expect(await times()).toBe(2);
      await w.does(coordinator, mistaken, { type: 'withdraw-case', data: { reason: { is: 'opened-by-mistake' } } });
      expect(await times()).toBe(1);
      expect((await found()).map(({ went }) => went).toSorted()).toEqual(['under-way', 'withdrawn']);
    });

    test('are entered in the audit record as a look at each case that was shown', async () => {
      const looks = () =>
        asActor(database.db, coordinator, async (tx) => {
          const rows = await tx
            .selectFrom('audit_entries')
            .select('account_id')
            .where('action', '=', 'case-viewed')
            .where('subject', '=', `case:${caseId}`)
            .execute();
          return rows.filter(({ account_id }) => account_id === officer.accountId).length;
        });
      const before = await looks();
      await found(officer);
      expect(await looks()).toBe(before + 1);
      await found(officer, 'Nobody Known');
      expect(await looks()).toBe(before + 1);
    });
  });
});
