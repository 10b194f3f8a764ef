import { sql } from 'kysely';
import { appendAudit } from '../../audit/index.ts';
import type { Actor } from '../../access/index.ts';
import { asActor, asSystem, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import { enqueue, jobsUnderWay } from '../../jobs/index.ts';
import { carryOutEvaluationJob } from '../domain/lifecycle/carry-out-evaluation-job.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import type { Release, SharedEvaluation } from '../domain/lifecycle/stored-evaluation.ts';
import type { ReleasedBefore } from '../domain/register/release-verdict.ts';
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

interface SharedRow extends Omit<SharedEvaluation, 'release' | 'supersededBy'>, Release {
  readonly laterVersion: number | null;
  readonly laterAt: Date | null;
}

function sharedOf({ counts, version, releasedAt, laterVersion, laterAt, ...evaluation }: SharedRow): SharedEvaluation {
  const supersededBy =
    laterVersion === null || laterAt === null ? null : { version: laterVersion, releasedAt: laterAt };
  return { ...evaluation, release: { counts, version, releasedAt }, supersededBy };
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
      .select(['seen.shared_with_boards_at as sharedAt', 'seen.is_demonstration as isDemonstration'])
      .select(['seen.counts', 'seen.version', 'seen.released_at as releasedAt'])
      .select(['seen.superseded_by_version as laterVersion', 'seen.superseded_at as laterAt']);

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
      const column =
        forBoard === null ? 'results' : forBoard === 'hidden' ? 'results_for_board' : 'results_for_board_rounded';
      const found = await tx
        .selectFrom('evaluations')
        .select(sql<string | null>`${sql.ref(column)}::text`.as('results'))
        .where('id', '=', id)
        .executeTakeFirst();
      return found?.results ?? null;
    },

    async release(id) {
      const found = await tx
        .selectFrom('evaluation_releases')
        .select(['counts', 'version', 'released_at as releasedAt'])
        .where('evaluation_id', '=', id)
        .executeTakeFirst();
      return found ?? null;
    },

    boards: (id) =>
      tx
        .selectFrom('organisations as board')
        .leftJoin('evaluation_shares as share', (join) =>
          join
            .onRef('share.board_id', '=', 'board.id')
            .on('share.evaluation_id', '=', id)
            .on('share.withdrawn_at', 'is', null),
        )
        .select(['board.id as boardId', 'board.name', 'share.shared_at as sharedAt'])
        .where('board.kind', '=', 'board')
        .orderBy('board.name')
        .orderBy('board.id')
        .execute(),

    async releasesBeside(id) {
      const { rows: known } = await sql<{ known: boolean }>`
        select are_people_known(${id}) as known
      `.execute(tx);
      if (known[0]?.known !== true) return null;
      const { rows } = await sql<Omit<ReleasedBefore, 'releasedOn'> & { readonly releasedAt: Date }>`
        select title, counts, released_at as "releasedAt", is_same_plan as "isSamePlan", shared, differing
        from releases_beside(${id}) order by released_at
      `.execute(tx);
      return rows.map(({ releasedAt, ...one }) => ({ ...one, releasedOn: londonDayOf(releasedAt) }));
    },

    listShared: async () =>
      (await shared().orderBy('seen.shared_with_boards_at', 'desc').orderBy('seen.id').execute()).map(sharedOf),

    async findShared(id) {
      if (!IS_ID.test(id)) return null;
      const found = await shared()
        .select(sql<string>`seen.results::text`.as('results'))
        .where('seen.id', '=', id)
        .executeTakeFirst();
      if (found === undefined) return null;
      const { results, ...evaluation } = found;
      return { ...sharedOf(evaluation), results };
    },

    earlierThan: (id) =>
      tx
        .selectFrom('evaluations')
        .select(['plan_hash as planHash', 'plan_text as planText', 'begun_at as begunAt'])
        .select(['data_hash as dataHash', 'cohort_rows as rows', 'reoffence_rows as reoffences'])
        .where('id', '<>', id)
        .where('begun_at', '<=', (query) => query.selectFrom('evaluations').select('begun_at').where('id', '=', id))
        .orderBy('begun_at')
        .orderBy('id')
        .execute(),

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
          ? {
              data_hash: end.dataHash,
              results: end.results,
              results_for_board: end.resultsForBoard,
              results_for_board_rounded: end.resultsForBoardRounded,
              forces: [...end.forces],
              cohort_rows: end.rows,
              reoffence_rows: end.reoffences,
              share: 1,
            }
          : {};
      const changed = await tx
        .updateTable('evaluations')
        .set({ state: end.state, finished_at: finishedAt, doing: '', ...found })
        .$if(end.state === 'failed', (query) => query.set({ problem: end.state === 'failed' ? end.problem : '' }))
        .where('id', '=', id)
        .where('state', 'in', UNFINISHED)
        .executeTakeFirst();
      const isEnded = changed.numUpdatedRows > 0n;
      if (isEnded && end.state === 'done') {
        const people = [...end.people];
        await tx.insertInto('evaluation_people').values({ evaluation_id: id, people }).execute();
      }
      return isEnded;
    },

    async releaseAlone() {
      await sql`select pg_advisory_xact_lock(hashtextextended('release-evaluation', 0))`.execute(tx);
    },

    async addRelease(id, counts, at) {
      const { rows } = await sql<{ last: number }>`
        select coalesce(max(release.version), 0)::integer as last
        from evaluation_releases release join evaluations evaluation on evaluation.id = release.evaluation_id
        where lower(evaluation.title) = (select lower(title) from evaluations where id = ${id})
      `.execute(tx);
      await tx
        .insertInto('evaluation_releases')
        .values({
          evaluation_id: id,
          organisation_id: actor.organisationId,
          counts,
          version: (rows[0]?.last ?? 0) + 1,
          released_at: at,
          released_by: actor.accountId,
        })
        .execute();
    },

    async share(id, boardIds, at) {
      await tx
        .updateTable('evaluation_shares')
        .set({ withdrawn_at: at })
        .where('evaluation_id', '=', id)
        .where('withdrawn_at', 'is', null)
        .where(sql<boolean>`board_id <> all(${boardIds}::uuid[])`)
        .execute();
      for (const boardId of boardIds) {
        await tx
          .insertInto('evaluation_shares')
          .values({ evaluation_id: id, board_id: boardId, shared_at: at })
          .onConflict((conflict) =>
            conflict
              .columns(['evaluation_id', 'board_id'])
              .doUpdateSet({ shared_at: at, withdrawn_at: null })
              .where('evaluation_shares.withdrawn_at', 'is not', null),
          )
          .execute();
      }
      await tx
        .updateTable('evaluations')
        .set({ shared_with_boards_at: boardIds.length === 0 ? null : at })
        .where('id', '=', id)
        .execute();
    },

    async audit({ id, action, at, details = {} }) {
      await appendAudit(tx, { chain: chainOf(id), recordedAt: at, actor, action, subject: chainOf(id), details });
    },
  };
}
