import { PgBoss } from 'pg-boss';
import type { WaymarkDatabase } from '../../db/index.ts';
import type { HandledJob } from '../domain/job-kind.ts';
import { givenUpQueue, queueSettings } from '../queue-settings.ts';

/** A program at work on jobs. */
export interface JobRunner {
  /** Leaves what is under way, to be tried again by this or another program, and takes nothing new. */
  stop(): Promise<void>;
}

export interface RunJobs {
  readonly db: WaymarkDatabase;
  readonly jobs: readonly HandledJob[];
  /** Told of what went wrong: with a job, by its kind and id, or with the queue itself. */
  readonly onFault: (where: string, fault: unknown) => void;
}

/** Looked for so often: what one program adds, another may do. */
const LOOK_EVERY_SECONDS = 1;
/** How soon a job is taken from a program that is gone, once its heartbeat is overdue. */
const SUPERVISE_EVERY_SECONDS = 5;
const STOPPED_WITHIN_MS = 10_000;

/** All that the queue itself keeps of a fault. What it was is in the log, under the job's id. */
class NotDone extends Error {
  override readonly name = 'NotDone';
}

/**
 * Begins to do jobs: of each kind one at a time in this program, the oldest first. Any number of programs may do so on one
 * database: a job is given to one of them, and to another when that one is gone.
 */
export async function runJobs({ db, jobs, onFault }: RunJobs): Promise<JobRunner> {
  const sessions = db.sessionsFor('run-jobs');
  const stopping = new AbortController();
  const boss = new PgBoss({
    db: sessions,
    schema: 'jobs',
    // The tables are made by migrations, under the owner's login; this one could not.
    migrate: false,
    createSchema: false,
    reindex: false,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_EVERY_SECONDS,
    monitorIntervalSeconds: SUPERVISE_EVERY_SECONDS,
  });
  boss.on('error', (fault) => onFault('The queue of jobs', fault));
  await boss.start();
  for (const job of jobs) {
    await openQueue(boss, job);
    await boss.work<unknown>(job.kind.name, options, async ([given]) => {
      if (given === undefined) return;
      const signal = AbortSignal.any([given.signal, stopping.signal]);
      try {
        await job.perform(given.data, { id: given.id, signal });
      } catch (fault) {
        if (!signal.aborted) onFault(`Job ${job.kind.name} ${given.id}`, fault);
        throw new NotDone('It was not done');
      }
    });
    await boss.work<unknown>(givenUpQueue(job.kind), options, async ([given]) => {
      if (given === undefined) return;
      try {
        await job.giveUp(given.data);
      } catch (fault) {
        onFault(`Job ${givenUpQueue(job.kind)} ${given.id}`, fault);
        throw new NotDone('It was not done');
      }
    });
  }
  return {
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: STOPPED_WITHIN_MS });
      await sessions.close();
    },
  };
}

const options = { batchSize: 1, pollingIntervalSeconds: LOOK_EVERY_SECONDS, groupConcurrency: 1 } as const;

/** Makes the queue of a kind, or brings it up to what this version says of it. */
async function openQueue(boss: PgBoss, { kind }: HandledJob): Promise<void> {
  const { policy, ...settings } = queueSettings(kind);
  await boss.createQueue(givenUpQueue(kind), { policy });
  await boss.createQueue(kind.name, { policy, ...settings });
  await boss.updateQueue(kind.name, settings);
}
