import { Socket } from 'node:net';
import pg from 'pg';

/** Longer than any statement may take: a server that says nothing for so long is stopped, or its network is gone. */
const SILENT_AT_MOST_MS = 40_000;

/** How the two logins of the application are reached: of people's work, and of the program's own. */
export interface Logins {
  readonly people: pg.ClientConfig;
  readonly program: pg.ClientConfig;
}

/**
 * A connection whose end is never the end of the program. One that breaks says so with an `error` event, beside the
 * statement that it fails; without anybody to hear it the whole program would end.
 */
export class Connection extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** What every connection for work has: an end to waiting for a server that has fallen silent. */
export const patience = { Client: Connection, keepAlive: true, stream: socketWithPatience } as const;

function socketWithPatience(): Socket {
  const socket = new Socket();
  socket.setTimeout(SILENT_AT_MOST_MS, () => {
    socket.destroy(Object.assign(new Error('The database has fallen silent'), { code: 'ETIMEDOUT' }));
  });
  return socket;
}
