import type { JobSettings } from './domain/job-kind.ts';

/** A program that has not said for so long that it still works on a job is taken to be gone. */
const HEARTBEAT_SECONDS = 20;
/** What is done is not kept for long: the room that asked for it keeps what came of it. */
const KEPT_SECONDS = 24 * 60 * 60;

/** The queue of the jobs whose last try has failed. */
export function givenUpQueue({ name }: Pick<JobSettings, 'name'>): string {
  return `${name}-given-up`;
}

/** A kind of job as pg-boss is told of it. */
export function queueSettings(kind: JobSettings) {
  return {
    policy: 'standard',
    retryLimit: kind.retry.atMost,
    retryDelay: kind.retry.afterSeconds,
    expireInSeconds: kind.withinMinutes * 60,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deleteAfterSeconds: KEPT_SECONDS,
    deadLetter: givenUpQueue(kind),
  } as const;
}
