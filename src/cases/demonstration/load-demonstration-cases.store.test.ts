import { describe, expect, test } from 'vitest';
import { allowed, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { loadDemonstrationPeople } from '../../access/store/demonstration.ts';
import { caseListsFor } from '../domain/case-lists.ts';
import { listTriages, type TriageStore } from '../../triage/index.ts';
import { listCases, loadDemonstrationCases, type CaseStore } from '../index.ts';
import { demonstrationPlayers } from '../store/demonstration-players.ts';

/** Some fifty cases, each through every step of its life. */
const MANY_CASES_MS = 120_000;

withTestDatabase((database) => {
  describe('The demonstration', () => {
    test('leaves a database alone that holds none of its people', async () => {
      const w = await Working.on(database.db);
      const work = { ...w.work, triages: w.triage.store };
      expect(await loadDemonstrationCases(work, await demonstrationPlayers(database.db))).toBe(0);
    });

    test(
      'fills every list of every role in every force, with people marked as made up',
      async () => {
        const w = await Working.on(database.db);
        const work = { ...w.work, triages: w.triage.store };
        await loadDemonstrationPeople(database.db, 'a password for the demonstration');
        const players = await demonstrationPlayers(database.db);
        expect(players.map(({ force }) => force)).toEqual(['durham', 'west-midlands', 'thames-valley']);
        expect(await loadDemonstrationCases(work, players)).toBeGreaterThan(40);
        for (const { officer, coordinator, worker } of players) {
          for (const actor of [officer, coordinator, worker]) {
            expect(caseListsFor(actor).length).toBeGreaterThan(2);
            for (const { name } of caseListsFor(actor)) {
              const { items } = allowed(await listCases(work, actor, { list: name }));
              expect({ role: actor.role, list: name, empty: items.length === 0 }).toMatchObject({ empty: false });
              for (const item of items) {
                expect(item.isDemonstration).toBe(true);
                expect(item.personName ?? '(demonstration)').toContain('(demonstration)');
              }
            }
          }
          expect(await listTriages(w.triage, officer)).toHaveLength(1);
        }
        const westMidlands = players.find(({ force }) => force === 'west-midlands');
        if (westMidlands === undefined) throw new Error('Nobody plays in the West Midlands');
        const outcomes = async (actor: typeof westMidlands.officer, list: string) =>
          allowed(await listCases(work, actor, { list })).items.flatMap(({ outcome }) => outcome?.type ?? []);
        expect(await outcomes(westMidlands.coordinator, 'engaging')).toEqual(['8']);
        expect(await outcomes(westMidlands.worker, 'engaging')).toEqual([]);
      },
      MANY_CASES_MS,
    );

    test('is loaded once, however often it is asked for', async () => {
      const w = await Working.on(database.db);
      const work = { ...w.work, triages: w.triage.store };
      const players = await demonstrationPlayers(database.db);
      expect(await loadDemonstrationCases(work, players)).toBe(0);
    });
  });
});

withTestDatabase((database) => {
  test(
    'The demonstration goes on where it was cut off',
    async () => {
      const w = await Working.on(database.db);
      const work = { ...w.work, triages: w.triage.store };
      await loadDemonstrationPeople(database.db, 'a password for the demonstration');
      const players = (await demonstrationPlayers(database.db)).slice(0, 1);
      let left = 12;
      const cutOff = (): void => {
        if ((left -= 1) < 0) throw new Error('killed');
      };
      const store: CaseStore = {
        ...work.store,
        as: (actor, act) => {
          cutOff();
          return work.store.as(actor, act);
        },
      };
      const triages: TriageStore = {
        as: (actor, act) => {
          cutOff();
          return work.triages.as(actor, act);
        },
      };
      await expect(loadDemonstrationCases({ ...work, store, triages }, players)).rejects.toThrow('killed');
      expect(await loadDemonstrationCases(work, players)).toBeGreaterThan(10);
      expect(await loadDemonstrationCases(work, players)).toBe(0);
    },
    MANY_CASES_MS,
  );
});
