import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, officer, worker } from '../../../tests/cases/people.ts';
import { Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { nextInChain } from '../../audit/index.ts';
import { rightsOf, type Actor } from '../../access/index.ts';
import { asActor } from '../../db/index.ts';

/** Even with another's force and organisation in the transaction: the role alone keeps them out. */
const outsiders: readonly Actor[] = (['evaluator', 'board'] as const).flatMap((role) =>
  [officer, worker].map((other) => ({ ...other, role, rights: rightsOf(role), name: `${role} (made up)` })),
);

const ABOUT_PEOPLE = [
  'cases',
  'case_events',
  'case_progress',
  'referrals',
  'triage_drafts',
  'condition_proposals',
  'treatment_records',
] as const;

withTestDatabase((database) => {
  let w: Working;
  let caseId: string;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
    caseId = await w.engaging(await w.triaged());
    const note = { how: 'telephone', place: null, words: 'Talked about the drinking' } as const;
    await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } }, note);
  });

  test('There is something to see for those who may', async () => {
    const seen = (actor: Actor, table: 'cases' | 'treatment_records') =>
      asActor(database.db, actor, (tx) => tx.selectFrom(table).selectAll().execute());
    expect(await seen(officer, 'cases')).not.toEqual([]);
    expect(await seen(worker, 'treatment_records')).not.toEqual([]);
  });

  describe.each(['evaluator', 'board'] as const)('Whoever signs in as %s', (role) => {
    const actors = outsiders.filter((actor) => actor.role === role);

    test.each(ABOUT_PEOPLE)('reads nothing of %s, even in SQL', async (table) => {
      for (const actor of actors) {
        expect(
          await asActor(database.db, actor, (tx) => tx.selectFrom(table).selectAll().execute()),
          `${actor.role} with force ${actor.force}`,
        ).toEqual([]);
      }
    });

    test.each(['cases', 'case_progress', 'referrals', 'condition_proposals', 'triage_drafts'] as const)(
      'changes nothing of %s',
      async (table) => {
        for (const actor of actors) {
          const change = sql.raw(`update ${table} set force = force`);
          const changed = await asActor(database.db, actor, (tx) => change.execute(tx)).catch(
            (fault: { code?: string }) => fault.code,
          );
          // No right to the column, or no row in sight.
          expect(changed === '42501' || (typeof changed === 'object' && Number(changed.numAffectedRows) === 0)).toBe(
            true,
          );
        }
      },
    );

    test('writes no event of a case ', async () => {
      for (const actor of actors) {
        const event = asActor(database.db, actor, async (tx) => {
          const { sequence, previousHash } = await nextInChain(tx, 'case', caseId);
          await tx
            .insertInto('case_events')
            .values({
              force: 'west-midlands',
              case_id: caseId,
              sequence,
              type: 'appointment-kept',
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
        await expect(event).rejects.toThrow('row-level security');
      }
    });
  });
});
