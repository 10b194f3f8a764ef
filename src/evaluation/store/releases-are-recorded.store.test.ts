import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { rightsOf, type Actor } from '../../access/index.ts';
import { rowEntries, verifyChains } from '../../audit/index.ts';
import { asSystem } from '../../db/index.ts';
import { shareEvaluation, withdrawEvaluation } from '../use-cases/share-evaluation.ts';
import { evaluationsInDatabase } from './evaluations-in-database.ts';

const [university, board] = [randomUUID(), randomUUID()];
const evaluator: Actor = {
  accountId: randomUUID(),
  name: 'Evaluator (made up)',
  role: 'evaluator',
  organisationId: university,
  force: null,
  rights: rightsOf('evaluator'),
};

/** What the owner of the database could change of a release, and to what end. */
const REWRITTEN = [
  ['to have rounded counts pass for hidden ones', 'evaluation_releases', "counts = 'rounded'"],
  ['to have a release pass for an earlier one', 'evaluation_releases', "released_at = '2020-01-01'"],
  ['to have a board read what it may not', 'evaluation_shares', 'withdrawn_at = null'],
  ['to have nobody in common with the next release', 'evaluation_people', "people = '{}'"],
] as const;

withTestDatabase((database) => {
  const now = new Date('2026-03-02T09:00:00.000Z');
  beforeAll(async () => {
    await asSystem(database.db, 'demonstration', async (tx) => {
      await tx
        .insertInto('organisations')
        .values([
          { id: university, kind: 'evaluator', name: 'University (made up)', force: null },
          { id: board, kind: 'board', name: 'Board (made up)', force: null },
        ])
        .execute();
      const { accountId: id, name } = evaluator;
      const account = { id, email: 'evaluator@people.example', name, password_hash: 'none', is_demonstration: true };
      await tx.insertInto('accounts').values(account).execute();
      const membership = { account_id: id, organisation_id: university, role: 'evaluator' } as const;
      await tx.insertInto('memberships').values(membership).execute();
    });
    const work = { store: evaluationsInDatabase(database.db), clock: () => now };
    const id = randomUUID();
    const plan = { title: 'A trial', planText: 'title: A trial', planHash: 'a'.repeat(64) };
    await work.store.as(evaluator, async (kept) => {
      await kept.add({ id, ...plan, begunAt: now });
      await kept.end(id, {
        state: 'done',
        finishedAt: now,
        dataHash: 'b'.repeat(64),
        results: '{}',
        resultsForBoard: '{}',
        resultsForBoardRounded: '{}',
        people: [`${'0'.repeat(16)}.${'a'.repeat(16)}`],
        forces: [],
        rows: 1,
        reoffences: 0,
      });
    });
    expect(await shareEvaluation(work, evaluator, { id, boardIds: [board], counts: 'hidden' })).toMatchObject({
      ok: true,
    });
    expect(await withdrawEvaluation(work, evaluator, id)).toMatchObject({ ok: true });
  });

  const breaks = async () => (await verifyChains(database.db, [rowEntries])).breaks;
  const asOwner = (table: string, statements: readonly string[]) =>
    database.asOwner(async (owner) => {
      await owner.query(`alter table ${table} disable trigger user`);
      await owner.query(`alter table ${table} no force row level security`);
      for (const statement of statements) await owner.query(statement);
      await owner.query(`alter table ${table} force row level security`);
      await owner.query(`alter table ${table} enable trigger user`);
    });

  test('What was released, to whom and of whom is recorded as the program changes it', async () => {
    expect(await breaks()).toEqual([]);
  });

  test.each(REWRITTEN)('The owner of the database who rewrites it is named: %s', async (_why, table, change) => {
    const column = change.split(' ')[0];
    await asOwner(table, [`create table before as select * from ${table}`, `update ${table} set ${change}`]);
    const named = await breaks();
    await asOwner(table, [
      `update ${table} set ${column} = before.${column} from before where ${table}.evaluation_id = before.evaluation_id`,
      'drop table before',
    ]);
    expect(named).toMatchObject([{ kind: 'row', difference: 'changed' }]);
    expect(named[0]?.chain).toMatch(new RegExp(`^${table}:`));
    expect(await breaks()).toEqual([]);
  });

  test('The owner of the database who takes a release out is named', async () => {
    await asOwner('evaluation_shares', ['delete from evaluation_shares']);
    await asOwner('evaluation_releases', ['delete from evaluation_releases']);
    const named = (await breaks()).map(({ chain, difference }) => [chain.split(':')[0], difference]);
    expect(named).toEqual([
      ['evaluation_releases', 'removed'],
      ['evaluation_shares', 'removed'],
    ]);
  });
});
