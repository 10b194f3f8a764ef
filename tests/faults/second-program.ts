import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './program.ts';
import { startWriting } from './write-stream.ts';

/**
 * Starts a second program on the same database, lets others write through it, kills it in the middle, and starts it again.
 * Throws where a write that it answered is gone, or where it had not answered although it had not been killed yet.
 */
export async function killSecondProgram(program: Program, random: () => number): Promise<void> {
  const second = await program.beside();
  try {
    const stream = await startWriting(second.url);
    await pause(500 + random() * 1_500);
    if (stream.counts.unanswered > 0) throw new Error('The second program left requests unanswered');
    await second.signal('SIGKILL');
    await second.start();
    await stream.recovered();
    const { lost, odd, saved } = await stream.end();
    if (lost.length > 0) throw new Error(`${lost.length} of ${saved} writes of the second program lost: ${lost[0]}`);
    if (odd.length > 0) throw new Error(`The second program answered as nobody should be: ${odd[0]}`);
  } finally {
    await second.stop();
  }
}
