import { setTimeout as pause } from 'node:timers/promises';
import { SeededRandom } from '../../src/shared/seeded-random.ts';
import { BEHIND_A_PROXY } from './forged-proxies.ts';
import { kills, type Kill, type Lengths } from './kills.ts';
import { startProgram, type Program } from './program.ts';
import { settableClock } from './wrong-clock.ts';
import { startWriting, type Counts } from './write-stream.ts';

export interface KillRun extends Lengths {
  readonly kills: number;
  readonly seed: number;
  /** Of the ways to do harm those whose name it fits; all where it is left out. */
  readonly only?: RegExp;
  readonly say: (line: string) => void;
}

export interface KillReport extends Counts {
  readonly seconds: number;
  readonly slowestRecoveryMs: number;
}

/** The longest that it may take from the end of the harm until something is saved again. Assumed. */
const RECOVERED_WITHIN_MS = 60_000;

/**
 * Kills and stops this and that at random moments under a stream of writes. Throws at the first lost write, at a program
 * that ended by itself, and at a request that was not answered although the program had not been killed.
 */
export async function runKills(run: KillRun): Promise<KillReport> {
  const startedAt = performance.now();
  const chance = SeededRandom.of(run.seed);
  const random = (): number => chance.next();
  const program = await startProgram({ environment: (folder) => ({ ...BEHIND_A_PROXY, ...settableClock(folder) }) });
  let slowestRecoveryMs = 0;
  try {
    const stream = await startWriting(program.url);
    for (const kill of chosen(run, random)) {
      await pause(300 + random() * 1_500);
      slowestRecoveryMs = Math.max(slowestRecoveryMs, await once(kill, { program, stream, random, say: run.say }));
    }
    const counts = await stream.end();
    if (counts.lost.length > 0)
      throw new Error(`${counts.lost.length} of ${counts.saved} writes lost: ${counts.lost[0]}`);
    if (counts.odd.length > 0) throw new Error(`Answered as nobody should be: ${[...new Set(counts.odd)].join(', ')}`);
    run.say(await program.command('audit', 'verify'));
    return { ...counts, slowestRecoveryMs, seconds: Math.round((performance.now() - startedAt) / 1_000) };
  } finally {
    await program.stop();
  }
}

/** Each kind once before any comes twice. */
function chosen(run: KillRun, random: () => number): readonly Kill[] {
  const every = kills(run).filter(({ name }) => run.only?.test(name) ?? true);
  if (every.length === 0) throw new Error(`No way to do harm is called ${String(run.only)}`);
  const rounds = Array.from({ length: Math.ceil(run.kills / every.length) }, () => shuffled(every, random));
  return rounds.flat().slice(0, run.kills);
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

interface Harmed {
  readonly program: Program;
  readonly stream: Awaited<ReturnType<typeof startWriting>>;
  readonly random: () => number;
  readonly say: (line: string) => void;
}

async function once(kill: Kill, { program, stream, random, say }: Harmed): Promise<number> {
  const before = { ...stream.counts };
  await kill.harm(program, random);
  const recovery = await Promise.race([stream.recovered(), pause(RECOVERED_WITHIN_MS, null, { ref: false })]);
  const { saved, refused, unanswered } = stream.counts;
  say(
    [
      `${kill.name}: recovered after ${recovery === null ? 'never' : `${Math.round(recovery)} ms`}`,
      `${saved - before.saved} saved, ${refused - before.refused} refused, ${unanswered - before.unanswered} unanswered`,
    ].join('; '),
  );
  if (!program.isAlive()) throw new Error(`The program ended by itself. It said: ${program.said()}`);
  if (recovery === null) throw new Error(`It did not recover. It said: ${program.said()}`);
  if (!kill.killsTheProgram && unanswered > before.unanswered)
    throw new Error(`${unanswered - before.unanswered} requests were not answered`);
  return recovery;
}
