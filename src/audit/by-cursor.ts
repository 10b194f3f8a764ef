import { sql, type RawBuilder } from 'kysely';
import type { WaymarkTransaction } from '../db/index.ts';

const PAGE = 5_000;

/**
 * Reads what a query finds, page by page, by one cursor: the database works the query out once, however much there is.
 * The query has no parameters. `name` is that of the cursor, one of its kind in a transaction.
 */
export async function* byCursor<Row>(
  tx: WaymarkTransaction,
  name: string,
  query: RawBuilder<unknown>,
): AsyncGenerator<readonly Row[]> {
  const cursor = sql.id(name);
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(PAGE)} from ${cursor}`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) break;
  }
  await sql`close ${cursor}`.execute(tx);
}
