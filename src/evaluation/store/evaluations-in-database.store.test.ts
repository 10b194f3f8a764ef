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
import { shareEvaluation, sharingChoices, withdrawEvaluation } from '../use-cases/share-evaluation.ts';
import { showEvaluation } from '../use-cases/show-evaluation.ts';
import { evaluationsInDatabase } from './evaluations-in-database.ts';
import { studyUploadsInDatabase } from './study-uploads.ts';

const HASH = 'a'.repeat(64);
const FULL = '{\n  "audience": "evaluator",\n  "small": 3, "chance": 1e-12\n}\n';
const SUPPRESSED = '{"audience": "board", "small": null}';
const ROUNDED = '{"audience": "board", "small": null, "counts": "rounded"}';

/** What an evaluation found, of people whose prints are these. */
const foundOf = (people: readonly string[], forces: readonly string[] = []) => ({
  dataHash: HASH,
  results: FULL,
  resultsForBoard: SUPPRESSED,
  resultsForBoardRounded: ROUNDED,
  people,
  forces,
  rows: people.length,
  reoffences: 0,
});
/** Prints of people from one number to another, whose record is the first but for those of a new edition. */
const printsOf = (from: number, to: number, changed: readonly number[] = []): string[] =>
  Array.from({ length: to - from }, (_, at) => {
    const person = (from + at).toString(16).padStart(16, '0');
    return `${person}.${(changed.includes(from + at) ? 'b' : 'a').repeat(16)}`;
  });

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
  council: { id: randomUUID(), kind: 'board', name: 'Council (made up)', force: null },
  police: { id: randomUUID(), kind: 'police', name: 'Police (made up)', force: 'durham' },
  provider: { id: randomUUID(), kind: 'provider', name: 'Provider (made up)', force: null },
} as const;
const evaluator = actorOf('evaluator', organisations.university.id);
const colleague = actorOf('evaluator', organisations.university.id);
const stranger = actorOf('evaluator', organisations.college.id);
const board = actorOf('board', organisations.board.id);
const council = actorOf('board', organisations.council.id);
const police = (['officer', 'supervisor', 'coordinator'] as const).map((role) =>
  actorOf(role, organisations.police.id, 'durham'),
);
const worker = actorOf('provider', organisations.provider.id);
const everybody = [evaluator, colleague, stranger, board, council, ...police, worker];

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
  let people = 0x10_00;
  const done = async (by = evaluator, found = foundOf(printsOf((people += 100), people + 100))): Promise<string> => {
    const id = await begun(by);
    await work.store.as(by, (kept) => kept.end(id, { state: 'done', finishedAt: now, ...found }));
    return id;
  };
  const share = (by: Actor, id: string, counts: 'hidden' | 'rounded' = 'hidden', boardIds = [board.organisationId]) =>
    shareEvaluation(work, by, { id, boardIds, counts });
  const shared = async (): Promise<string> => {
    const id = await done();
    expect(await share(evaluator, id)).toMatchObject({ ok: true });
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
      expect(await share(stranger, id)).toMatchObject({ refusal: { code: 'evaluation-not-found' } });
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

    test('is nothing to an officer or a provider, and to nobody of the police before it is released', async () => {
      for (const actor of [...police, worker]) {
        const mayRead = rightsOf(actor.role).has('see-scheme-evaluations');
        const code = mayRead ? 'evaluation-not-found' : 'not-your-role';
        expect(await showEvaluation(work, actor, { id })).toMatchObject({ refusal: { code } });
        const list = await listEvaluations(work, actor);
        expect(list).toMatchObject(mayRead ? { value: { evaluations: [] } } : { refusal: { code } });
        expect(await share(actor, id)).toMatchObject({ refusal: { code: 'not-your-role' } });
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

  describe('A release', () => {
    const boardsOf = async (id: string) => {
      const seen: string[] = [];
      for (const actor of [board, council]) if ((await showEvaluation(work, actor, { id })).ok) seen.push(actor.name);
      return seen;
    };

    test('is read by the boards that it was shared with, and by no other', async () => {
      const id = await done();
      await share(evaluator, id, 'hidden', [council.organisationId]);
      expect(await showEvaluation(work, council, { id })).toMatchObject({ value: { results: SUPPRESSED } });
      expect(await showEvaluation(work, board, { id })).toMatchObject({ refusal: { code: 'evaluation-not-found' } });
      expect(await listEvaluations(work, board)).not.toMatchObject({
        value: { evaluations: expect.arrayContaining([expect.objectContaining({ id })]) as unknown },
      });
      // Another is added, and the first is taken out.
      await share(evaluator, id, 'hidden', [board.organisationId]);
      for (const [actor, isThere] of [
        [board, true],
        [council, false],
      ] as const) {
        expect((await showEvaluation(work, actor, { id })).ok).toBe(isThere);
      }
      await share(evaluator, id, 'hidden', [board.organisationId, council.organisationId]);
      expect(await boardsOf(id)).toHaveLength(2);
      await withdrawEvaluation(work, evaluator, id);
      expect(await boardsOf(id)).toEqual([]);
    });

    test('is read by supervisors and coordinators of the force whose scheme is studied, while it is shared', async () => {
      const id = await done(evaluator, foundOf(printsOf(0x90_00, 0x90_40), ['durham', 'cleveland']));
      const other = await done(evaluator, foundOf(printsOf(0x91_00, 0x91_40), ['cleveland']));
      await share(evaluator, id);
      await share(evaluator, other);
      for (const actor of police) {
        const mayRead = actor.role !== 'officer';
        const shown = await showEvaluation(work, actor, { id });
        expect([actor.role, shown.ok]).toEqual([actor.role, mayRead]);
        if (mayRead) expect(shown).toMatchObject({ value: { for: 'board', results: SUPPRESSED } });
        expect((await showEvaluation(work, actor, { id: other })).ok).toBe(false);
        const rows = await asActor(database.db, actor, (tx) =>
          tx.selectFrom('evaluations_for_boards').select('id').execute(),
        );
        expect(rows).toEqual(mayRead ? [{ id }] : []);
      }
      await withdrawEvaluation(work, evaluator, id);
      for (const actor of police) expect((await showEvaluation(work, actor, { id })).ok).toBe(false);
    });

    test('keeps the form that it was released in, and boards get that one', async () => {
      const id = await done();
      await share(evaluator, id, 'rounded');
      expect(await showEvaluation(work, board, { id })).toMatchObject({ value: { results: ROUNDED } });
      expect(await share(evaluator, id, 'hidden')).toMatchObject({ refusal: { code: 'not-released' } });
      await withdrawEvaluation(work, evaluator, id);
      expect(await share(evaluator, id, 'hidden')).toMatchObject({ refusal: { code: 'not-released' } });
      expect(await share(evaluator, id, 'rounded')).toMatchObject({ ok: true });
    });

    test('that differs from an earlier one by fewer than ten people, or their records, is refused with the reason', async () => {
      const first = await done(evaluator, foundOf(printsOf(0x40_00, 0x40_80)));
      await share(evaluator, first, 'rounded');
      for (const prints of [
        printsOf(0x40_00, 0x40_81),
        printsOf(0x40_09, 0x40_80),
        printsOf(0x40_00, 0x40_80, [0x40_03]),
      ]) {
        const next = await done(evaluator, foundOf(prints));
        for (const counts of ['hidden', 'rounded'] as const) {
          const refused = await share(evaluator, next, counts);
          expect(refused).toMatchObject({ refusal: { code: 'not-released' } });
          expect(JSON.stringify(refused)).toContain('fewer than 10 people');
        }
        expect(await sharingChoices(work, evaluator, next)).toMatchObject({ value: { verdict: { kind: 'refused' } } });
      }
      const tenMore = await done(evaluator, foundOf(printsOf(0x40_00, 0x40_8a)));
      expect(await share(evaluator, tenMore, 'hidden')).toMatchObject({ refusal: { code: 'not-released' } });
      expect(await share(evaluator, tenMore, 'rounded')).toMatchObject({ ok: true });
    });

    test('is set beside those of other organisations, of which no more is told, even where they were taken back', async () => {
      const theirs = await done(stranger, foundOf(printsOf(0x50_00, 0x50_80)));
      await share(stranger, theirs);
      await withdrawEvaluation(work, stranger, theirs);
      const own = await done(evaluator, foundOf(printsOf(0x50_03, 0x50_80)));
      const choices = await sharingChoices(work, evaluator, own);
      const because = choices.ok && choices.value.verdict.kind === 'refused' ? choices.value.verdict.because : '';
      expect(because).toContain('a report of another organisation, released on 2026-03-02');
      expect(because).not.toContain('A trial');
    });

    test('has a version of its title, and says when a later one was released', async () => {
      const [one, two] = [await done(stranger), await done(stranger)];
      await share(stranger, one);
      await share(stranger, two);
      const [first, second] = [
        await showEvaluation(work, board, { id: one }),
        await showEvaluation(work, board, { id: two }),
      ];
      const versionOf = (shown: typeof first) =>
        shown.ok && shown.value.for === 'board' ? shown.value.evaluation.release.version : 0;
      expect(versionOf(second)).toBe(versionOf(first) + 1);
      expect(first).toMatchObject({ value: { evaluation: { supersededBy: { version: versionOf(second) } } } });
      expect(second).toMatchObject({ value: { evaluation: { supersededBy: null } } });
    });

    test('is not made, and prints of people are not read, by anybody else in SQL', async () => {
      const id = await done();
      for (const actor of [stranger, board, ...police, worker]) {
        const row = {
          evaluation_id: id,
          organisation_id: actor.organisationId,
          counts: 'hidden' as const,
          version: 1,
          released_at: now,
          released_by: actor.accountId,
        };
        const made = asActor(database.db, actor, (tx) => tx.insertInto('evaluation_releases').values(row).execute());
        await expect(made).rejects.toThrow('row-level security');
        const beside = asActor(database.db, actor, (tx) =>
          sql<object>`select * from releases_beside(${id})`.execute(tx),
        );
        expect((await beside).rows).toEqual([]);
      }
      for (const actor of everybody) {
        const read = asActor(database.db, actor, (tx) => tx.selectFrom('evaluation_people').selectAll().execute());
        await expect(read).rejects.toThrow('permission denied');
      }
      await share(evaluator, id);
      const again = asActor(database.db, evaluator, (tx) =>
        sql`update evaluation_releases set counts = 'rounded'`.execute(tx),
      );
      await expect(again).rejects.toThrow('permission denied');
      const gone = asActor(database.db, evaluator, (tx) => sql`delete from evaluation_shares`.execute(tx));
      await expect(gone).rejects.toThrow('permission denied');
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
      expect(await share(evaluator, id)).toMatchObject({ refusal: { code: 'not-done' } });
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
    const end = { state: 'done', finishedAt: now, ...foundOf([]) } as const;
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
