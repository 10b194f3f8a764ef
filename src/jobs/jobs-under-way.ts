import { sql } from 'kysely';
import type { WaymarkTransaction } from '../db/index.ts';
import type { JobKind } from './domain/job-kind.ts';

/** What the jobs of a kind carry that wait, run or are to be tried again. For the program's own work alone. */
export async function jobsUnderWay<Data>(tx: WaymarkTransaction, kind: JobKind<Data>): Promise<readonly Data[]> {
  const { rows } = await sql<{ data: unknown }>`
    select data from jobs.job where name = ${kind.name} and state in ('created', 'retry', 'active')`.execute(tx);
  return rows.map(({ data }) => kind.data.parse(data));
}
