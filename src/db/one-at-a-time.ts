import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { WaymarkDatabase } from './database.ts';
import { soleRow } from './sole-row.ts';

/** Any number will do, as long as every Waymark takes the same one. */
const LOCKS = { 'load-demonstration': 7_202_612, 'evaluate-demonstration': 7_202_613 } as const;
const SIGN_OF_LIFE_MS = 10_000;
const ASK_AGAIN_AFTER_MS = 200;

/**
 * Does work that two programs on one database must not do at the same moment: the second waits until the first is done. What
 * it does is not one transaction; the lock ends with this program, however that ends. It is asked for again and again: a
 * connection that waits in silence is taken to be broken.
 */
export async function oneAtATime<Answer>(
  db: WaymarkDatabase,
  what: keyof typeof LOCKS,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return db.systemConnections.transaction().execute(async (tx) => {
    const isOurs = async (): Promise<boolean> => {
      const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${LOCKS[what]}) as got`.execute(tx);
      return soleRow(rows).got;
    };
    while (!(await isOurs())) await pause(ASK_AGAIN_AFTER_MS);
    // A connection that says nothing for long is taken to be broken, and with it the lock would go.
    const stillThere = setInterval(() => void sql`select 1`.execute(tx).catch(() => undefined), SIGN_OF_LIFE_MS);
    try {
      return await work();
    } finally {
      clearInterval(stillThere);
    }
  });
}
