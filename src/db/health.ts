import { sql } from 'kysely';
import { errorCode } from '../shared/error-code.ts';
import { asSystem } from './as-actor.ts';
import type { WaymarkDatabase } from './database.ts';
import { soleRow } from './sole-row.ts';

export interface DatabaseHealth {
  readonly status: 'ok' | 'down';
  readonly database: {
    readonly state: 'up' | 'starting' | 'down';
    readonly kind: WaymarkDatabase['kind'];
    /** PostgreSQL's own version; absent while it cannot be asked. */
    readonly version?: string;
    /** How many migrations are applied; absent while it cannot be asked. */
    readonly migrations?: number;
  };
}

/** PostgreSQL's code for "I am starting up, recovering or shutting down". */
const CANNOT_CONNECT_NOW = '57P03';

/** The state of the database at this moment, found by asking it. Never throws. */
export async function databaseHealth(db: WaymarkDatabase): Promise<DatabaseHealth> {
  try {
    const answer = await asSystem(db, 'health', async (tx) => {
      const { rows } = await sql<{ version: string; migrations: number }>`
        select current_setting('server_version') as version, count(*) as migrations from schema_migrations`.execute(tx);
      return soleRow(rows);
    });
    return { status: 'ok', database: { state: 'up', kind: db.kind, ...answer } };
  } catch (fault) {
    const state = errorCode(fault) === CANNOT_CONNECT_NOW ? 'starting' : 'down';
    return { status: 'down', database: { state, kind: db.kind } };
  }
}
