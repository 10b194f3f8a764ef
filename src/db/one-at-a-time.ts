import { sql } from 'kysely';
import type { WaymarkDatabase } from './database.ts';

/** Any number will do, as long as every Waymark takes the same one. */
const START = 7_202_612;
const SIGN_OF_LIFE_MS = 10_000;

/**
 * Does work of a start that two programs on one database must not do at the same moment: the second waits until the
 * first is done. What it does is not one transaction; the lock ends with this program, however that ends.
 */
export async function oneAtATime<Answer>(db: WaymarkDatabase, work: () => Promise<Answer>): Promise<Answer> {
  return db.connections.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${START})`.execute(tx);
    // A connection that says nothing for long is taken to be broken, and with it the lock would go.
    const stillThere = setInterval(() => void sql`select 1`.execute(tx).catch(() => undefined), SIGN_OF_LIFE_MS);
    try {
      return await work();
    } finally {
      clearInterval(stillThere);
    }
  });
}
