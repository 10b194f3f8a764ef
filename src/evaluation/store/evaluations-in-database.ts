import { sql } from 'kysely';
import { appendAudit } from '../../audit/index.ts';
import type { Actor } from '../../access/index.ts';
import { asActor, asSystem, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import { enqueue, jobsUnderWay } from '../../jobs/index.ts';
import { carryOutEvaluationJob } from '../domain/lifecycle/carry-out-evaluation-job.ts';
import type { EvaluationStore, EvaluationTransaction } from './evaluations-store.ts';

/** Everything that was done with, and seen of, one evaluation is one chain of the audit record. */
const chainOf = (id: string): string => `evaluation:${id}`;

const UNFINISHED = ['queued', 'running'] as const;

/** An id that is none finds nothing; the database would call it a fault. */
const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Evaluations in PostgreSQL. */
export function evaluationsInDatabase(db: WaymarkDatabase): EvaluationStore {
  return {
    as: (actor, work) => asActor(db, actor, (tx) => work(evaluationTransaction(tx, actor))),

    closeLeftOver: ({ at, problem, uploadsBefore }) =>
      asSystem(db, 'close-evaluations', async (tx) => {
        // In this order: one that another program begins meanwhile is not among them, and so is never taken for left over.
        const unfinished = await tx.selectFrom('evaluations').select('id').where('state', 'in', UNFINISHED).execute();
        const goingOn = (await jobsUnderWay(tx, carryOutEvaluationJob)).map(({ evaluationId }) => evaluationId);
        const isLeft = (id: 'id' | 'upload_id') => sql<boolean>`${sql.ref(id)} <> all(${goingOn}::uuid[])`;
        const closed = await tx
          .updateTable('evaluations')
          .set({ state: 'failed', problem, finished_at: at })
          .where('state', 'in', UNFINISHED)
          .where(sql<boolean>`id = any(${unfinished.map(({ id }) => id)}::uuid[])`)
          .where(isLeft('id'))
          .returning('id')
          .execute();
        for (const { id } of closed) {
          const details = { by: 'the program', problem };
          const entry = { chain: chainOf(id), recordedAt: at, actor: null, subject: chainOf(id), details };
          await appendAudit(tx, { ...entry, action: 'evaluation-failed' });
        }
        await tx
          .deleteFrom('study_uploads')
          .where('uploaded_at', '<', uploadsBefore)
          .where(isLeft('upload_id'))
          .execute();
        return closed.length;
      }),
  };
}

function evaluationTransaction(tx: WaymarkTransaction, actor: Actor): EvaluationTransaction {
  const stored = () =>
    tx
      .selectFrom('evaluations')
      .select(['id', 'title', 'state', 'share', 'doing', 'problem', 'begun_by_name as begunByName'])
      .select(['begun_at as begunAt', 'finished_at as finishedAt', 'plan_hash as planHash'])
      .select(['is_demonstration as isDemonstration', 'shared_with_boards_at as sharedWithBoardsAt']);
  const shared = () =>
    tx
      .selectFrom('evaluations_for_boards as seen')
      .innerJoin('organisations', 'organisations.id', 'seen.organisation_id')
      .select(['seen.id', 'seen.title', 'organisations.name as organisation', 'seen.finished_at as finishedAt'])
      .select(['seen.shared_with_boards_at as sharedAt', 'seen.is_demonstration as isDemonstration']);

  return {
    list: () => stored().orderBy('begun_at', 'desc').orderBy('id').execute(),

    async find(id) {
      if (!IS_ID.test(id)) return null;
      return (await stored().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    async planText(id) {
      const found = await tx.selectFrom('evaluations').select('plan_text').where('id', '=', id).executeTakeFirst();
      return found?.plan_text ?? null;
    },

    async results(id, forBoard) {
      const column = forBoard ? 'results_for_board' : 'results';
      const found = await tx
        .selectFrom('evaluations')
        .select(sql<string | null>`${sql.ref(column)}::text`.as('results'))
        .where('id', '=', id)
        .executeTakeFirst();
      return found?.results ?? null;
    },

    listShared: () => shared().orderBy('seen.shared_with_boards_at', 'desc').orderBy('seen.id').execute(),

    async findShared(id) {
      if (!IS_ID.test(id)) return null;
      const found = await shared()
        .select(sql<string>`seen.results::text`.as('results'))
        .where('seen.id', '=', id)
        .executeTakeFirst();
      return found ?? null;
    },

    async earlier() {
      const rows = await tx
        .selectFrom('evaluations')
        .select(['plan_hash as planHash', 'data_hash as dataHash'])
        .where('state', '=', 'done')
        .orderBy('begun_at')
        .execute();
      return rows.flatMap(({ planHash, dataHash }) => (dataHash === null ? [] : [{ planHash, dataHash }]));
    },

    async beginAlone() {
      const lock = `begin-evaluation:${actor.organisationId}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx);
    },

    async add({ id, title, planText, planHash, begunAt }) {
      const account = await tx
        .selectFrom('accounts')
        .select('is_demonstration')
        .where('id', '=', actor.accountId)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('evaluations')
        .values({
          ...account,
          id,
          title,
          organisation_id: actor.organisationId,
          begun_by: actor.accountId,
          begun_by_name: actor.name,
          begun_at: begunAt,
          state: 'queued',
          plan_text: planText,
          plan_hash: planHash,
        })
        .execute();
    },

    async carryOut(id, source) {
      const { accountId, organisationId, role } = actor;
      const data = { evaluationId: id, begunBy: { accountId, organisationId, role }, source };
      await enqueue(tx, { kind: carryOutEvaluationJob, data, group: organisationId });
    },

    async progress(id, progress) {
      const changed = await tx
        .updateTable('evaluations')
        .set({ ...progress, state: 'running' })
        .where('id', '=', id)
        .where('state', 'in', UNFINISHED)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },

    async end(id, { finishedAt, ...end }) {
      const found =
        end.state === 'done'
          ? { data_hash: end.dataHash, results: end.results, results_for_board: end.resultsForBoard, share: 1 }
          : {};
      const changed = await tx
        .updateTable('evaluations')
        .set({ state: end.state, finished_at: finishedAt, doing: '', ...found })
        .$if(end.state === 'failed', (query) => query.set({ problem: end.state === 'failed' ? end.problem : '' }))
        .where('id', '=', id)
        .where('state', 'in', UNFINISHED)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },

    async share(id, at) {
      await tx.updateTable('evaluations').set({ shared_with_boards_at: at }).where('id', '=', id).execute();
    },

    async audit({ id, action, at, details = {} }) {
      await appendAudit(tx, { chain: chainOf(id), recordedAt: at, actor, action, subject: chainOf(id), details });
    },
  };
}
