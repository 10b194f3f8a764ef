/** What is known of the jobs of one kind. */
export interface KindAtWork {
  readonly kind: string;
  /** How many have failed for good. The queue keeps them for a day. */
  readonly failed: number;
  /** For how many seconds the oldest that is due has waited while no program works on any; null where none does. */
  readonly leftWaitingSeconds: number | null;
}

/** A type, not an interface: it is one of the healths that `/health` puts together. */
export type JobsHealth = {
  /** Pages are served whatever becomes of the jobs. */
  readonly ok: true;
  readonly status: 'ok' | 'degraded';
  readonly jobs: {
    readonly state: 'running' | 'not running' | 'not known';
    /** How many have failed for good within a day, by kind. */
    readonly failed: Readonly<Record<string, number>>;
    /** Kinds of which jobs wait and nobody takes one. */
    readonly leftWaiting: readonly string[];
    /** What those who run Waymark can do; nothing where all is well. */
    readonly toDo: readonly string[];
  };
};

/** Programs look for jobs every second: one that has waited so long for nobody is taken by nobody. Assumed. */
const LEFT_WAITING_SECONDS = 120;

/** How it is with the jobs, as this program sees it; `kinds` is null where the database could not be asked. */
export function jobsHealth({
  isRunning,
  kinds,
}: {
  readonly isRunning: boolean;
  readonly kinds: readonly KindAtWork[] | null;
}): JobsHealth {
  const failed = (kinds ?? []).filter((each) => each.failed > 0);
  const leftWaiting = (kinds ?? []).filter(({ leftWaitingSeconds: waited }) => (waited ?? 0) >= LEFT_WAITING_SECONDS);
  const toDo = [
    ...(isRunning ? [] : ['This program does no jobs. Start it again, and read in its log why they did not begin.']),
    ...(leftWaiting.length > 0 ? ['Jobs wait and no program takes them. Start Waymark again.'] : []),
    ...(failed.length > 0
      ? [
          'Jobs failed for good. The log has each as “Job”, its kind and its id, with the fault: put that right, then have whoever asked for the work begin it again. A failed job is counted here for a day.',
        ]
      : []),
  ];
  return {
    ok: true,
    status: toDo.length === 0 ? 'ok' : 'degraded',
    jobs: {
      state: !isRunning ? 'not running' : kinds === null ? 'not known' : 'running',
      failed: Object.fromEntries(failed.map((each) => [each.kind, each.failed])),
      leftWaiting: leftWaiting.map(({ kind }) => kind),
      toDo,
    },
  };
}
