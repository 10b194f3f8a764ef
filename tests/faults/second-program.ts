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

/**
 * Has a second program beside the first, kills the first, which had started the database, and where it is asked the database
 * with it; others write through the second all the while. Throws where the second leaves a request unanswered, loses a write,
 * or ends. The first is started again.
 */
export async function killFirstProgram(program: Program, random: () => number): Promise<void> {
  const second = await program.beside();
  try {
    const stream = await startWriting(second.url);
    await pause(500 + random() * 1_500);
    const { postmaster } = await program.database();
    await program.signal('SIGKILL');
    // As where the machine's memory ran out and both were chosen; nobody but the second can start it again.
    const isDatabaseToo = random() < 0.5;
    if (isDatabaseToo) process.kill(postmaster, 'SIGKILL');
    await stream.recovered();
    if (!second.isAlive()) throw new Error(`The second program ended with the first. It said: ${second.said()}`);
    const { lost, odd, saved, unanswered } = await stream.end();
    if (unanswered > 0) throw new Error(`The second program left ${unanswered} requests unanswered`);
    if (lost.length > 0) throw new Error(`${lost.length} of ${saved} writes of the second program lost: ${lost[0]}`);
    if (odd.length > 0) throw new Error(`The second program answered as nobody should be: ${odd[0]}`);
    await program.start();
  } finally {
    await second.stop();
  }
}
