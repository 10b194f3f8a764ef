import pg from 'pg';
import { errorCode } from '../../shared/error-code.ts';
import { errorMessage } from '../../shared/error-message.ts';
import { SERVER_LOGIN } from './cluster.ts';

/** PostgreSQL's codes for a server that starts, recovers, or is being shut down. */
const IN_BETWEEN = new Set(['57P01', '57P02', '57P03', '08006', 'ECONNRESET', 'EPIPE']);
const NOBODY_LISTENS = new Set(['ENOENT', 'ECONNREFUSED']);
/** All connections taken: the server is there. */
const FULL = '53300';

/** How the server on a socket answers. `in-between`: it starts, recovers after a crash, or shuts down. */
export async function probe(socketFolder: string): Promise<'accepting' | 'in-between' | 'absent'> {
  const client = new pg.Client({ ...serverConnection(socketFolder), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'accepting';
  } catch (fault) {
    const code = errorCode(fault) ?? '';
    if (code === FULL) return 'accepting';
    if (NOBODY_LISTENS.has(code)) return 'absent';
    if (IN_BETWEEN.has(code) || /terminated|timeout/i.test(errorMessage(fault))) return 'in-between';
    throw fault;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server's own login, to the database that every server has. */
export function serverConnection(socketFolder: string): pg.ClientConfig {
  return { host: socketFolder, port: 5432, user: SERVER_LOGIN, database: 'postgres', password: '', ssl: false };
}
