import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { auditEntries, verifyChains } from '../../audit/index.ts';
import { rightsOf, type Actor, type Role } from '../../access/index.ts';
import { asActor, asSystem } from '../../db/index.ts';
import { beginEvaluation } from '../use-cases/begin-evaluation.ts';
import { closeLeftOver } from '../use-cases/close-left-over.ts';
import { cancelEvaluation } from '../use-cases/cancel-evaluation.ts';
import type { EvaluationWork } from '../use-cases/evaluation-work.ts';
import { findEvaluation } from '../use-cases/find-evaluation.ts';
import { listEvaluations } from '../use-cases/list-evaluations.ts';
import { shareEvaluation, withdrawEvaluation } from '../use-cases/share-evaluation.ts';
import { showEvaluation } from '../use-cases/show-evaluation.ts';
import { evaluationsInDatabase } from './evaluations-in-database.ts';
import { studyUploadsInDatabase } from './study-uploads.ts';

const HASH = 'a'.repeat(64);
const FULL = '{\n  "audience": "evaluator",\n  "small": 3, "chance": 1e-12\n}\n';
const SUPPRESSED = '{"audience": "board", "small": null}';

const actorOf = (role: Role, organisationId: string, force: string | null = null): Actor => ({
  accountId: randomUUID(),
  name: `${role} (made up)`,
  role,
  organisationId,
  force,
  rights: rightsOf(role),
});
const organisations = {
  university: { id: randomUUID(), kind: 'evaluator', name: 'University (made up)', force: null },
  college: { id: randomUUID(), kind: 'evaluator', name: 'College (made up)', force: null },
  board: { id: randomUUID(), kind: 'board', name: 'Board (made up)', force: null },
  police: { id: randomUUID(), kind: 'police', name: 'Police (made up)', force: 'durham' },
  provider: { id: randomUUID(), kind: 'provider', name: 'Provider (made up)', force: null },
} as const;
const evaluator = actorOf('evaluator', organisations.university.id);
const colleague = actorOf('evaluator', organisations.university.id);
const stranger = actorOf('evaluator', organisations.college.id);
const board = actorOf('board', organisations.board.id);
const police = (['officer', 'supervisor', 'coordinator'] as const).map((role) =>
  actorOf(role, organisations.police.id, 'durham'),
);
const worker = actorOf('provider', organisations.provider.id);
const everybody = [evaluator, colleague, stranger, board, ...police, worker];

withTestDatabase((database) => {
  const now = new Date('2026-03-02T09:00:00.000Z');
  const workOf = (): Pick<EvaluationWork, 'store' | 'clock' | 'uploads'> => ({
    store: evaluationsInDatabase(database.db),
    clock: () => now,
    uploads: studyUploadsInDatabase(database.db),
  });
  let work: ReturnType<typeof workOf>;

  beforeAll(async () => {
    work = workOf();
    await asSystem(database.db, 'demonstration', async (tx) => {
      await tx.insertInto('organisations').values(Object.values(organisations)).execute();
      const accounts = everybody.map(({ accountId, name }) => ({
        id: accountId,
        email: `${accountId}@people.example`,
        name,
        password_hash: 'none',
        is_demonstration: true,
      }));
      await tx.insertInto('accounts').values(accounts).execute();
      const memberships = everybody.map(({ accountId, organisationId, role }) => ({
        account_id: accountId,
        organisation_id: organisationId,
        role,
      }));
      await tx.insertInto('memberships').values(memberships).execute();
    });
  });

  const begun = async (by = evaluator, { store } = work): Promise<string> => {
    const id = randomUUID();
    const plan = { title: 'A trial', planText: 'title: A trial', planHash: HASH };
    await store.as(by, (kept) => kept.add({ id, ...plan, begunAt: now }));
    return id;
  };
  const done = async (by = evaluator): Promise<string> => {
    const id = await begun(by);
    const results = { dataHash: HASH, results: FULL, resultsForBoard: SUPPRESSED };
    await work.store.as(by, (kept) => kept.end(id, { state: 'done', finishedAt: now, ...results }));
    return id;
  };
  const shared = async (): Promise<string> => {
    const id = await done();
    expect(await shareEvaluation(work, evaluator, id)).toMatchObject({ ok: true });
    return id;
  };
  const rowsSeen = (actor: Actor) =>
    asActor(database.db, actor, (tx) => tx.selectFrom('evaluations').select('id').execute());

  describe('An evaluation', () => {
    let id: string;
    beforeEach(async () => {
      id = await done();
    });

    test('is shown to its organisation with every number, as it was written', async () => {
      for (const actor of [evaluator, colleague]) {
        const shown = await showEvaluation(work, actor, { id });
        expect(shown).toMatchObject({ ok: true, value: { for: 'evaluator', results: FULL } });
      }
      expect(await showEvaluation(work, evaluator, { id, asBoard: true })).toMatchObject({
        value: { results: SUPPRESSED },
      });
    });

    test('is not there for another organisation that evaluates, even by its id', async () => {
      expect(await showEvaluation(work, stranger, { id })).toMatchObject({ refusal: { code: 'evaluation-not-found' } });
      expect(await findEvaluation(work, stranger, id)).toMatchObject({ refusal: { code: 'evaluation-not-found' } });
      expect(await shareEvaluation(work, stranger, id)).toMatchObject({ refusal: { code: 'evaluation-not-found' } });
      expect(await cancelEvaluation(work, stranger, id)).toMatchObject({ refusal: { code: 'evaluation-not-found' } });
      expect(await rowsSeen(stranger)).toEqual([]);
      await asActor(database.db, stranger, (tx) =>
        tx.updateTable('evaluations').set({ shared_with_boards_at: now }).where('id', '=', id).execute(),
      );
      expect(await showEvaluation(work, board, { id })).toMatchObject({ refusal: { code: 'evaluation-not-found' } });
    });

    test.each(['not an id', '', "' or true --", '00000000-0000-0000-0000-00000000000G'])(
      'is not found under %j',
      async (forged) => {
        for (const actor of [evaluator, board]) {
          expect(await showEvaluation(work, actor, { id: forged })).toMatchObject({
            refusal: { code: 'evaluation-not-found' },
          });
        }
      },
    );

    test('is nothing to the police or a provider', async () => {
      for (const actor of [...police, worker]) {
        for (const answer of [
          await listEvaluations(work, actor),
          await showEvaluation(work, actor, { id }),
          await shareEvaluation(work, actor, id),
        ]) {
          expect(answer).toMatchObject({ refusal: { code: 'not-your-role' } });
        }
        expect(await rowsSeen(actor)).toEqual([]);
        const seen = asActor(database.db, actor, (tx) => tx.selectFrom('evaluations_for_boards').selectAll().execute());
        expect(await seen).toEqual([]);
      }
    });

    test('that has ended stays as it is, even in SQL', async () => {
      const change = asActor(database.db, evaluator, (tx) =>
        tx.updateTable('evaluations').set({ results: '{}' }).where('id', '=', id).execute(),
      );
      await expect(change).rejects.toThrow('has ended and stays as it is');
      expect(await cancelEvaluation(work, evaluator, id)).toMatchObject({ refusal: { code: 'has-ended' } });
      const removal = asActor(database.db, evaluator, (tx) => tx.deleteFrom('evaluations').execute());
      await expect(removal).rejects.toThrow('permission denied');
    });

    test('cannot be begun in another’s name or for another organisation', async () => {
      for (const [by, organisation] of [
        [colleague.accountId, evaluator.organisationId],
        [evaluator.accountId, stranger.organisationId],
      ] as const) {
        const row = {
          id: randomUUID(),
          organisation_id: organisation,
          begun_by: by,
          begun_by_name: 'x',
          begun_at: now,
          state: 'queued' as const,
          title: 'x',
          plan_text: '',
          plan_hash: HASH,
          is_demonstration: false,
        };
        const added = asActor(database.db, evaluator, (tx) => tx.insertInto('evaluations').values(row).execute());
        await expect(added).rejects.toThrow('row-level security');
      }
    });
  });

  describe('A board', () => {
    test('reads what was shared, suppressed, and nothing else', async () => {
      const id = await shared();
      await done();
      const shown = await showEvaluation(work, board, { id });
      expect(shown).toMatchObject({ ok: true, value: { for: 'board', results: SUPPRESSED } });
      const list = await listEvaluations(work, board);
      expect(list).toMatchObject({ value: { for: 'board' } });
      expect(list.ok && list.value.evaluations.map((one) => one.id)).toContain(id);
      await withdrawEvaluation(work, evaluator, id);
      expect(await showEvaluation(work, board, { id })).toMatchObject({ refusal: { code: 'evaluation-not-found' } });
    });

    test('never reaches the full results, even in SQL, and shares or changes nothing', async () => {
      const id = await shared();
      expect(await rowsSeen(board)).toEqual([]);
      const seen = await asActor(database.db, board, (tx) =>
        tx.selectFrom('evaluations_for_boards').selectAll().execute(),
      );
      expect(JSON.stringify(seen)).not.toMatch(/"small":3/);
      expect(seen.map((row) => row.id)).toContain(id);
      // A function that leaks what it is given is not run on rows that the view hides.
      const unshared = await done();
      const leaked = await asActor(database.db, board, (tx) =>
        sql<{ id: string }>`select id from evaluations_for_boards where id::text = ${unshared}`.execute(tx),
      );
      expect(leaked.rows).toEqual([]);
      const full = asActor(database.db, board, (tx) => sql`select results from evaluations`.execute(tx));
      expect((await full).rows).toEqual([]);
      expect(await withdrawEvaluation(work, board, id)).toMatchObject({ refusal: { code: 'not-your-role' } });
      const changed = await asActor(database.db, board, (tx) =>
        tx.updateTable('evaluations').set({ shared_with_boards_at: now }).executeTakeFirst(),
      );
      expect(Number(changed.numUpdatedRows)).toBe(0);
    });

    test('is given no evaluation before it is done', async () => {
      const id = await begun();
      expect(await shareEvaluation(work, evaluator, id)).toMatchObject({ refusal: { code: 'not-done' } });
      const forced = asActor(database.db, evaluator, (tx) =>
        tx.updateTable('evaluations').set({ shared_with_boards_at: now }).where('id', '=', id).execute(),
      );
      await expect(forced).rejects.toThrow('check constraint');
    });
  });

  test('One that is cancelled is told to those who carry it out, and its files are gone', async () => {
    const id = await begun();
    await work.uploads.keep(evaluator, id, { name: 'cohort.csv', content: Readable.from(['person\n']) });
    expect(await cancelEvaluation(work, colleague, id)).toMatchObject({ ok: true });
    expect(await work.uploads.read(evaluator, id)).toEqual({ kind: 'uploaded', cohort: null, reoffences: null });
    const isWanted = await work.store.as(evaluator, (kept) => kept.progress(id, { share: 0.5, doing: 'Counting' }));
    expect(isWanted).toBe(false);
    const end = { state: 'done', finishedAt: now, dataHash: HASH, results: '{}', resultsForBoard: '{}' } as const;
    expect(await work.store.as(evaluator, (kept) => kept.end(id, end))).toBe(false);
  });

  test('Of seven that are begun at the same moment five are, and one that is cancelled makes room', async () => {
    const plan = { ok: true, value: { title: 'A trial', hash: HASH } } as const;
    const notUsed = (): never => {
      throw new Error('It is not asked for here');
    };
    const whole: EvaluationWork = {
      ...work,
      newId: randomUUID,
      onFault: notUsed,
      threads: { check: async () => ({ plan, faults: null }), evaluate: notUsed, pdf: notUsed, stop: notUsed },
    };
    const begin = () =>
      beginEvaluation(whole, stranger, {
        id: randomUUID(),
        planText: 'title: A trial',
        source: { kind: 'generated', people: 1, seed: 1 },
      });
    const answers = await Promise.all(Array.from({ length: 7 }, begin));
    const begunIds = answers.flatMap((answer) => (answer.ok ? [answer.value.id] : []));
    expect(begunIds).toHaveLength(5);
    expect(answers.filter((answer) => !answer.ok)).toEqual(
      [1, 2].map(() => ({ ok: false, refusal: { code: 'too-many-waiting', atMost: 5 } })),
    );
    expect(await cancelEvaluation(work, stranger, begunIds[0] ?? '')).toMatchObject({ ok: true });
    const another = await begin();
    expect(another).toMatchObject({ ok: true });
    for (const one of await work.store.as(stranger, (kept) => kept.list()))
      await cancelEvaluation(work, stranger, one.id);
  });

  test('One that no job is there for is closed; one whose job waits or runs goes on, whichever program does it', async () => {
    const [lost, waiting] = [await begun(), await begun()];
    await work.store.as(evaluator, (kept) => kept.carryOut(waiting, { kind: 'uploaded' }));
    for (const id of [lost, waiting, randomUUID()]) {
      await work.uploads.keep(evaluator, id, { name: 'cohort.csv', content: Readable.from(['person\n']) });
    }
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000);
    expect(await closeLeftOver({ ...work, clock: () => now })).toBeGreaterThan(0);
    expect(await closeLeftOver({ ...work, clock: () => tomorrow })).toBe(0);
    expect(await findEvaluation(work, evaluator, lost)).toMatchObject({
      value: { state: 'failed', problem: 'Waymark was stopped while it ran. Run it again.' },
    });
    expect(await findEvaluation(work, evaluator, waiting)).toMatchObject({ value: { state: 'queued' } });
    const left = await asActor(database.db, evaluator, (tx) =>
      tx.selectFrom('study_uploads').select('upload_id').execute(),
    );
    expect(left).toEqual([{ upload_id: waiting }]);
  });

  test('Every look, download and change is in the audit record, and its chains hold', async () => {
    const id = await shared();
    await showEvaluation(work, evaluator, { id });
    await showEvaluation(work, board, { id, as: 'results.json' });
    await withdrawEvaluation(work, evaluator, id);
    const own = await asActor(database.db, evaluator, (tx) =>
      tx
        .selectFrom('audit_entries')
        .select(['action', 'role'])
        .where('chain', '=', `evaluation:${id}`)
        .orderBy('sequence')
        .execute(),
    );
    expect(own.map(({ action }) => action)).toEqual(['evaluation-shared', 'evaluation-viewed', 'evaluation-withdrawn']);
    const boards = await asActor(database.db, board, (tx) =>
      tx.selectFrom('audit_entries').select(['action', 'details']).where('chain', '=', `evaluation:${id}`).execute(),
    );
    expect(boards).toEqual([{ action: 'evaluation-downloaded', details: { as: 'results.json', suppressed: true } }]);
    expect((await verifyChains(database.db, [auditEntries])).breaks).toEqual([]);
  });
});
