import { sql } from 'kysely';
import {
  APPLICATION_ROLE,
  SYSTEM_ROLE,
  type Acting,
  type ActingAccount,
  type SystemPurpose,
  type WaymarkDatabase,
  type WaymarkTransaction,
} from './database.ts';

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

function within<Answer>(
  db: WaymarkDatabase,
  acting: Acting,
  work: (tx: WaymarkTransaction) => Promise<Answer>,
): Promise<Answer> {
  const isAWholeView = 'purpose' in acting && WHOLE_VIEWS.has(acting.purpose);
  return db.connections
    .transaction()
    .setIsolationLevel(isAWholeView ? 'repeatable read' : 'read committed')
    .execute(async (tx) => {
      await setActing(tx, acting);
      return work(tx);
    });
}

/** A statement or a lock that takes longer is a fault, and must not hold up everybody else. */
const LIMITS: [string, string][] = [
  ['statement_timeout', '30s'],
  ['lock_timeout', '10s'],
  ['idle_in_transaction_session_timeout', '60s'],
];

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
  const calls = [...LIMITS, ...settings].map(([name, value]) => sql`set_config(${name}, ${value}, true)`);
  await sql`select ${sql.join(calls)}`.execute(tx);
}
