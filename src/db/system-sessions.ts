import pg from 'pg';
import { patience } from './connection.ts';
import { SYSTEM_ROLE, type SystemPurpose, type SystemSessions } from './database.ts';

const CONNECTIONS = 4;
const CONNECT_WITHIN_MS = 5_000;

/** A pool whose every connection acts for `purpose` under the program's own role, before it is first used. */
export function systemSessions(connection: pg.ClientConfig, purpose: SystemPurpose): SystemSessions {
  const pool = new pg.Pool({
    ...connection,
    ...patience,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: `waymark ${purpose}`,
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it before it hands the connection out; its types do not say so
    onConnect: async (client) => {
      await client.query(
        `select set_config('waymark.purpose', $1, false), set_config('role', $2, false),
                set_config('statement_timeout', '30s', false), set_config('lock_timeout', '10s', false)`,
        [purpose, SYSTEM_ROLE],
      );
    },
  });
  // A connection that breaks while idle is replaced when the next one is asked for.
  pool.on('error', () => undefined);
  return {
    executeSql: async (text, values) => pool.query(text, values),
    close: () => pool.end(),
  };
}
