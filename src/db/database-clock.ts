import { sql } from 'kysely';
import { asSystem } from './as-actor.ts';
import type { WaymarkDatabase } from './database.ts';
import { soleRow } from './sole-row.ts';

/** Says what time it is. */
export interface DatabaseClock {
  readonly now: () => Date;
  readonly stop: () => void;
}

interface Own {
  /** The clock of this machine, in milliseconds since 1970. */
  readonly now: () => number;
  /** Goes on evenly, however the clock is set. */
  readonly elapsedMs: () => number;
}

const OWN: Own = { now: () => Date.now(), elapsedMs: () => performance.now() };
const ASKED_EVERY_MS = 30_000;
/** So far two clocks may differ without anybody being told. Assumed. */
const TOLD_FROM_MS = 60_000;

/**
 * The time as the database has it, which all programs on it share: asked of it now and then, and counted on in between
 * without this machine's clock. `say` is told where that is far from it.
 */
export async function databaseClock(
  db: WaymarkDatabase,
  say: (line: string) => void,
  own: Own = OWN,
): Promise<DatabaseClock> {
  let startedMs = own.now() - own.elapsedMs();
  async function ask(): Promise<void> {
    const before = own.elapsedMs();
    const asked = await asSystem(db, 'health', async (tx) => {
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx);
      return soleRow(rows).now.getTime();
    });
    startedMs = asked - (before + own.elapsedMs()) / 2;
  }
  await ask().catch(() => undefined);
  const apartMs = own.now() - (startedMs + own.elapsedMs());
  if (Math.abs(apartMs) > TOLD_FROM_MS) say(apartWords(apartMs));
  // While the database is away the time goes on from what it last said.
  const timer = setInterval(() => void ask().catch(() => undefined), ASKED_EVERY_MS).unref();
  return {
    now: () => new Date(Math.round(startedMs + own.elapsedMs())),
    stop: () => clearInterval(timer),
  };
}

function apartWords(apartMs: number): string {
  const minutes = Math.round(Math.abs(apartMs) / 60_000).toLocaleString('en-GB');
  return `The clock of this machine is ${minutes} minutes ${apartMs > 0 ? 'ahead of' : 'behind'} the database's. Everything is dated by the database's; set both by a time server.`;
}
