import { sql } from 'kysely';
import { soleRow, type WaymarkTransaction } from '../db/index.ts';
import type { Job } from './domain/job-kind.ts';
import { queueSettings } from './queue-settings.ts';

/**
 * Adds a job in the caller's transaction: it is there exactly when what the transaction wrote is there. Returns its id.
 * Throws where the data are not what the kind says that they are.
 */
export async function enqueue<Data>(tx: WaymarkTransaction, { kind, data, group }: Job<Data>): Promise<string> {
  const stored = JSON.stringify(kind.data.parse(data));
  const settings = JSON.stringify(queueSettings(kind));
  const added = await sql<{ id: string }>`
    select jobs.enqueue(${kind.name}, ${stored}::jsonb, ${settings}::jsonb, ${group ?? null}) as id`.execute(tx);
  return soleRow(added.rows).id;
}
