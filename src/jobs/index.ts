/**
 * Work after the transaction: a job is added in the caller's transaction, and done outside of it by whichever program is
 * free. Each kind of job is declared by the room whose work it is.
 */
export {
  handledJob,
  type HandledJob,
  type Job,
  type JobHandler,
  type JobKind,
  type JobTry,
  type RetryPolicy,
} from './domain/job-kind.ts';
export { jobsHealth, type JobsHealth } from './domain/jobs-health.ts';
export { enqueue } from './enqueue.ts';
export { jobsUnderWay } from './jobs-under-way.ts';
export type { JobRunner } from './store/job-runner.ts';
