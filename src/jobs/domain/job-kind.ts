import type { z } from 'zod';

/** A kind of work that follows a transaction and is done outside of a request, by whichever program is free. */
export interface JobKind<Data> {
  /** A verb and its object, in kebab-case. It stands in the database: while jobs of it may wait, it is not renamed. */
  readonly name: string;
  /** What a job carries: ids and settings, never what is known about a person. */
  readonly data: z.ZodType<Data>;
  readonly retry: RetryPolicy;
  /** How long one try may take. */
  readonly withinMinutes: number;
}

export interface RetryPolicy {
  /** How often a job is tried again: after a fault, and after the program that did it was stopped or killed. */
  readonly atMost: number;
  readonly afterSeconds: number;
}

/** A job to be done. */
export interface Job<Data> {
  readonly kind: JobKind<Data>;
  readonly data: Data;
  /** Whose it is, as an organisation's id: of one group one job is done at a time, so that none waits for another's many. */
  readonly group?: string;
}

/** One try at a job. */
export interface JobTry {
  readonly id: string;
  /** Aborted when the program stops, or when the job has been given to another program: what was begun is left. */
  readonly signal: AbortSignal;
}

/** What is done with the jobs of one kind. A job may be done twice (a program is killed before it has said so). */
export interface JobHandler<Data> {
  readonly perform: (data: Data, oneTry: JobTry) => Promise<void>;
  /** Called once when the last try has failed. */
  readonly giveUp: (data: Data) => Promise<void>;
}

/** A kind with its handler, as a room gives it: what it carries is checked when it comes out of the database. */
export interface HandledJob {
  readonly kind: JobSettings;
  readonly perform: (stored: unknown, oneTry: JobTry) => Promise<void>;
  readonly giveUp: (stored: unknown) => Promise<void>;
}

export type JobSettings = Omit<JobKind<unknown>, 'data'>;

export function handledJob<Data>(kind: JobKind<Data>, handler: JobHandler<Data>): HandledJob {
  return {
    kind,
    perform: async (stored, oneTry) => handler.perform(kind.data.parse(stored), oneTry),
    giveUp: async (stored) => handler.giveUp(kind.data.parse(stored)),
  };
}
