import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { errorMessage } from '../../shared/error-message.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { findHome } from './home.ts';
import { archivingInto, ensureArchive } from './log-archive.ts';
import { findPostmaster } from './postmaster.ts';
import { serverConnection } from './probe.ts';
import { noteThatItWasMade, refuseWhatWasLost } from './made-here.ts';
import { ensureSocketFolder } from './socket-folder.ts';
import { startServer, type Installation } from './start-server.ts';

export interface EmbeddedServer {
  readonly socketFolder: string;
  /** Leaves the server, and stops it where no other Waymark uses it. */
  leave(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Whom the server runs as where Waymark is root; without it, a user that is made for it. */
  readonly databaseUser?: string;
  readonly say: (line: string) => void;
  readonly settings?: Readonly<Record<string, string>>;
  /** A folder that the server's log is archived in, so that a moment in between can be gone back to; null for none. */
  readonly logArchive?: string | null;
}

/** Each Waymark holds this lock, shared, for as long as it uses the server; who gains it alone is the last. */
const PRESENCE = 7_202_610;
const RETRY_MS = 500;
const STOP_WITHIN_MS = 60_000;

/**
 * Joins the server of a data folder: makes its files and starts it where need be. While in use it is watched: where it
 * goes away (killed, out of memory) it is started again.
 */
export async function joinEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const installation = await install(options);
  let isLeaving = false;
  let rejoining = Promise.resolve();
  let presence = await attend(installation, onLost);

  function onLost(): void {
    if (isLeaving) return;
    options.say('The database server went away; it is started again.');
    rejoining = rejoin();
  }

  async function rejoin(): Promise<void> {
    while (!isLeaving) {
      try {
        presence = await attend(installation, onLost);
        return;
      } catch (fault) {
        options.say(`The database server does not come back: ${errorMessage(fault)}`);
        await pause(RETRY_MS * 10);
      }
    }
  }

  return {
    socketFolder: installation.socketFolder,
    async leave() {
      isLeaving = true;
      await rejoining;
      await stopWhereLast(presence, installation.home.cluster).catch(() => undefined);
      await presence.end().catch(() => undefined);
    },
  };
}

async function install(options: EmbeddedOptions): Promise<Installation> {
  const { say, settings = {}, logArchive = null } = options;
  await refuseWhatWasLost(options.dataFolder);
  const home = await findHome(options);
  const binaries = await findBinaries(home.runAs, say);
  await ensureCluster(home, binaries, say);
  await noteThatItWasMade(options.dataFolder);
  const socketFolder = await ensureSocketFolder(home);
  const archiving = logArchive === null ? {} : archivingInto(await ensureArchive(home, logArchive));
  return { home, binaries, socketFolder, settings: { ...archiving, ...settings }, say };
}

/** Starts the server where need be and registers with it. Another Waymark may stop it in between: then once more. */
async function attend(installation: Installation, onLost: () => void): Promise<pg.Client> {
  for (;;) {
    await startServer(installation);
    const presence = new pg.Client({ ...serverConnection(installation.socketFolder), keepAlive: true });
    presence.on('error', () => undefined);
    try {
      await presence.connect();
      await presence.query('select pg_advisory_lock_shared($1)', [PRESENCE]);
      presence.once('end', onLost);
      return presence;
    } catch {
      await presence.end().catch(() => undefined);
      await pause(RETRY_MS);
    }
  }
}

async function stopWhereLast(presence: pg.Client, cluster: string): Promise<void> {
  await presence.query('select pg_advisory_unlock_shared($1)', [PRESENCE]);
  const { rows } = await presence.query<{ isLast: boolean }>('select pg_try_advisory_lock($1) as "isLast"', [PRESENCE]);
  const postmaster = await findPostmaster(cluster);
  if (!rows[0]?.isLast || postmaster === null) return;
  // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything is written to disk.
  process.kill(postmaster, 'SIGINT');
  const deadline = performance.now() + STOP_WITHIN_MS;
  while ((await findPostmaster(cluster)) !== null && performance.now() < deadline) await pause(20);
}
