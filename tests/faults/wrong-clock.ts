import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Program } from './program.ts';

const HOUR_MS = 3_600_000;
const OFFSETS_MS = [HOUR_MS, -HOUR_MS, 365 * 24 * HOUR_MS, -365 * 24 * HOUR_MS];
/** What was begun is dated by the database, which runs on this machine. */
const DATED_WITHIN_MS = 60_000;

/** What a program is started with whose clock can be set. */
export function settableClock(folder: string): Readonly<Record<string, string>> {
  const preload = fileURLToPath(new URL('./set-clock.ts', import.meta.url));
  return { NODE_OPTIONS: `--import ${preload}`, FAULTS_CLOCK: clockFile(folder) };
}

/**
 * Sets the clock of the program an hour or a year ahead or back for two seconds of writing, and right again. Throws where
 * something was dated by it.
 */
export async function setClock(program: Program, random: () => number): Promise<void> {
  await moveClock(program, OFFSETS_MS[Math.floor(random() * OFFSETS_MS.length)] ?? HOUR_MS);
  await pause(2_000);
  const dated = await program.ask<{ earliest: Date; latest: Date }>(
    'select min(started_at) as earliest, max(started_at) as latest from triage_drafts where not is_demonstration',
  );
  await moveClock(program, 0);
  for (const moment of [dated?.earliest, dated?.latest]) {
    const apartMs = moment ? Math.abs(moment.getTime() - Date.now()) : 0;
    // The earliest is as old as the run is, which is minutes.
    if (apartMs > HOUR_MS - DATED_WITHIN_MS) throw new Error(`Something is dated ${moment?.toISOString()}`);
  }
}

async function moveClock(program: Program, offsetMs: number): Promise<void> {
  await writeFile(clockFile(program.folder), String(offsetMs));
  await program.signal('SIGUSR2');
}

function clockFile(folder: string): string {
  return join(folder, 'faults-clock');
}
