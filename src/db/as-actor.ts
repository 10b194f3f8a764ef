import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { sql, type ControlledTransaction } from 'kysely';
import {
  APPLICATION_ROLE,
  SYSTEM_ROLE,
  type Acting,
  type ActingAccount,
  type SystemPurpose,
  type WaymarkDatabase,
  type WaymarkTransaction,
} from './database.ts';
import type { Tables } from './tables.ts';
import { orNotAvailable, troubleOf } from './trouble.ts';

/**
 * Does work for a signed-in person in one transaction, which sees and writes only what row-level security allows
 * that person. Commits when `work` resolves, rolls back when it throws.
 */
export function asActor<Answer>(
  db: WaymarkDatabase,
  actor: ActingAccount,
  work: (tx: WaymarkTransaction) => Promise<Answer>,
): Promise<Answer> {
  return within(db, { actor }, work);
}

/**
 * Does the program's own work (nobody is signed in) in one transaction, under a role that is granted what sign-in,
 * sessions and verification need and nothing else.
 */
export function asSystem<Answer>(
  db: WaymarkDatabase,
  purpose: SystemPurpose,
  work: (tx: WaymarkTransaction) => Promise<Answer>,
): Promise<Answer> {
  return within(db, { purpose }, work);
}

/** Work that reads much and must see one moment: rows written meanwhile are left for the next time. */
const WHOLE_VIEWS: ReadonlySet<SystemPurpose> = new Set<SystemPurpose>([
  'verify-audit',
  'export-cohort',
  'check-database',
]);

/** Whether a transaction is open in which this is done. */
const around = new AsyncLocalStorage<{ isOpen: boolean }>();

/**
 * Whoever holds one connection and waits for another waits for ever where as many do so as there are connections. It is a
 * fault each time, and not only once there are many.
 */
function refuseWithinAnother(): void {
  if (around.getStore()?.isOpen)
    throw new Error('A transaction is open already: what is asked within it is asked of it');
}

/**
 * One transaction. What passes by itself (the database is away, the disk full) is thrown as NotAvailable, with what became
 * of the work: where the answer to the commit did not come, nobody knows.
 */
async function within<Answer>(
  db: WaymarkDatabase,
  acting: Acting,
  work: (tx: WaymarkTransaction) => Promise<Answer>,
): Promise<Answer> {
  refuseWithinAnother();
  const tx = await beginPatiently(db, acting);
  const own = { isOpen: true };
  let answer: Answer;
  try {
    answer = await around.run(own, () => work(tx));
  } catch (fault) {
    await rollBack(tx);
    throw orNotAvailable(fault, 'nothing');
  } finally {
    own.isOpen = false;
  }
  try {
    await tx.commit().execute();
  } catch (fault) {
    await rollBack(tx);
    throw orNotAvailable(fault, saysThatItFailed(fault) ? 'nothing' : 'not-known');
  }
  return answer;
}

/** For so long a transaction is begun anew where the database is away: a server that restarts is there again by then. */
const BEGUN_WITHIN_MS = 3_000;
const TRY_AGAIN_AFTER_MS = 100;

/** Nothing has been done yet, so that a connection that broke while it was idle can be exchanged for another. */
async function beginPatiently(db: WaymarkDatabase, acting: Acting): Promise<ControlledTransaction<Tables>> {
  const patient = !('purpose' in acting && acting.purpose === 'health');
  for (const deadline = performance.now() + BEGUN_WITHIN_MS; ; await pause(TRY_AGAIN_AFTER_MS)) {
    try {
      return await begin(db, acting);
    } catch (fault) {
      if (patient && troubleOf(fault) === 'database-away' && performance.now() < deadline) continue;
      throw orNotAvailable(fault, 'nothing');
    }
  }
}

async function begin(db: WaymarkDatabase, acting: Acting): Promise<ControlledTransaction<Tables>> {
  const isAWholeView = 'purpose' in acting && WHOLE_VIEWS.has(acting.purpose);
  const tx = await ('actor' in acting ? db.connections : db.systemConnections)
    .startTransaction()
    .setIsolationLevel(isAWholeView ? 'repeatable read' : 'read committed')
    .execute();
  try {
    await setActing(tx, acting);
    return tx;
  } catch (fault) {
    await rollBack(tx);
    throw fault;
  }
}

/** Gives the connection back, or has it thrown away where it is broken: a server rolls back what it has lost sight of. */
async function rollBack(tx: ControlledTransaction<Tables>): Promise<void> {
  if (tx.isCommitted || tx.isRolledBack) return;
  await tx
    .rollback()
    .execute()
    .catch(() => undefined);
}

/** The server itself answered the commit with an error, and not with its end: then it has rolled back. */
function saysThatItFailed(fault: unknown): boolean {
  return fault instanceof Error && 'severity' in fault && fault.severity === 'ERROR';
}

/** A statement or a lock that takes longer is a fault, and must not hold up everybody else. */
const LIMITS: [string, string][] = [
  ['lock_timeout', '10s'],
  ['idle_in_transaction_session_timeout', '60s'],
];

/** Before the request itself is given up (src/web/server/server.ts): then it is known that nothing was saved. */
const STATEMENT_OF_A_PERSON = '20s';
const STATEMENT_OF_THE_PROGRAM = '30s';

/** One round trip. Setting `role` is SET LOCAL ROLE; everything set here ends with the transaction. */
async function setActing(tx: WaymarkTransaction, acting: Acting): Promise<void> {
  const settings: [string, string][] =
    'actor' in acting
      ? [
          ['waymark.account_id', acting.actor.accountId],
          ['waymark.organisation_id', acting.actor.organisationId],
          ['waymark.force', acting.actor.force ?? ''],
          ['waymark.role', acting.actor.role],
          ['waymark.purpose', ''],
          ['role', APPLICATION_ROLE],
        ]
      : [
          ['waymark.purpose', acting.purpose],
          ['role', SYSTEM_ROLE],
        ];
  const longest = 'actor' in acting ? STATEMENT_OF_A_PERSON : STATEMENT_OF_THE_PROGRAM;
  const limits = [['statement_timeout', longest], ...LIMITS] as const;
  const calls = [...limits, ...settings].map(([name, value]) => sql`set_config(${name}, ${value}, true)`);
  await sql`select ${sql.join(calls)}`.execute(tx);
}
