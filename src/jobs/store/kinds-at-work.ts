import { sql } from 'kysely';
import { asSystem, type WaymarkDatabase } from '../../db/index.ts';
import type { KindAtWork } from '../domain/jobs-health.ts';

/** Every kind of job that this database has had; null where it cannot be asked. Never throws. */
export async function kindsAtWork(db: WaymarkDatabase): Promise<readonly KindAtWork[] | null> {
  try {
    return await asSystem(db, 'run-jobs', async (tx) => {
      const { rows } = await sql<KindAtWork>`
        select name as kind,
          count(*) filter (where state = 'failed')::int as failed,
          case when count(*) filter (where state = 'active') = 0 then
            extract(epoch from now() - min(start_after) filter (
              where state in ('created', 'retry') and start_after <= now()))::int
          end as "leftWaitingSeconds"
        from jobs.job group by name order by name`.execute(tx);
      return rows;
    });
  } catch {
    return null;
  }
}
