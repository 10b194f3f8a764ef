import { sql, type AliasedExpression, type Selectable } from 'kysely';
import { readAuditDetails } from '../../audit/index.ts';
import { asActor, type Tables, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import type { AuditFilter, AuditOfForce } from '../use-cases/read-audit.ts';

/** The audit record in PostgreSQL: the views say what somebody may read of it. */
export function auditInDatabase(db: WaymarkDatabase): AuditOfForce {
  return {
    entries: (actor, { limit, skip, ...filter }) =>
      asActor(db, actor, async (tx) => {
        const rows = await pageOf(tx, await narrowedTo(tx, filter), { limit, skip });
        return rows.map((row) => ({
          at: row.recorded_at,
          action: row.action,
          who: row.account_name,
          role: row.role,
          organisation: row.organisation_name,
          subject: row.subject,
          caseReference: row.case_reference,
          details: detailsOf(readAuditDetails(row)),
        }));
      }),
  };
}

/** What is asked for, in what indexes hold; null where it narrows nothing. */
interface Narrowed {
  readonly accounts: readonly string[] | null;
  readonly subjects: readonly string[] | null;
  readonly day: string | null;
  readonly action: string | null;
}

async function narrowedTo(tx: WaymarkTransaction, { who, reference, ...rest }: AuditFilter): Promise<Narrowed> {
  if (who === null && reference === null) return { accounts: null, subjects: null, ...rest };
  const { rows } = await sql<{ accounts: string[]; subjects: string[] }>`
    select array(select audited_accounts(${who})) as accounts, array(select audited_subjects(${reference})) as subjects
  `.execute(tx);
  const [found = { accounts: [], subjects: [] }] = rows;
  return {
    accounts: who === null ? null : found.accounts,
    subjects: reference === null ? null : found.subjects,
    ...rest,
  };
}

/** So many people are asked for one by one; of more, entries stand close enough together. */
const ASKED_ONE_BY_ONE = 50;

/** A page of what the force's own people and others did, each in the order of an index and no further than the page. */
function pageOf(tx: WaymarkTransaction, narrowed: Narrowed, { limit, skip }: { limit: number; skip: number }) {
  const first = (view: 'audit_of_force' | 'audit_of_force_by_others') =>
    tx.selectFrom(matching(tx, view, narrowed, skip + limit)).selectAll('branch');
  return tx
    .selectFrom(first('audit_of_force').unionAll(first('audit_of_force_by_others')).as('entry'))
    .selectAll('entry')
    .orderBy('entry.recorded_at', 'desc')
    .orderBy('entry.chain')
    .orderBy('entry.sequence', 'desc')
    .limit(limit)
    .offset(skip)
    .execute();
}

/**
 * The first of a view that match. The order is that of the view: asked for here once more, PostgreSQL would take it that
 * all of the view is wanted, and sort it.
 */
function matching(
  tx: WaymarkTransaction,
  view: 'audit_of_force' | 'audit_of_force_by_others',
  { accounts, subjects, day, action }: Narrowed,
  upTo: number,
): AliasedExpression<Selectable<Tables['audit_of_force']>, 'branch'> {
  const entries = tx
    .selectFrom(view)
    .selectAll(view)
    .$if(subjects !== null, (query) => query.where(sql<boolean>`subject = any (${[...(subjects ?? [])]})`))
    .$if(action !== null, (query) => query.where('action', '=', action ?? ''))
    .$if(day !== null, (query) =>
      query.where(
        sql<boolean>`recorded_at >= ${day}::date::timestamp at time zone 'Europe/London'
          and recorded_at < (${day}::date + 1)::timestamp at time zone 'Europe/London'`,
      ),
    )
    .limit(upTo);
  if (accounts === null) return entries.as('branch');
  if (accounts.length > ASKED_ONE_BY_ONE) {
    return entries.where(sql<boolean>`account_id = any (${[...accounts]}::uuid[])`).as('branch');
  }
  return tx
    .selectFrom(sql<{ id: string }>`unnest(${[...accounts]}::uuid[])`.as<'account'>(sql`account(id)`))
    .innerJoinLateral(entries.where(sql<boolean>`account_id = account.id`).as('theirs'), (join) => join.onTrue())
    .selectAll('theirs')
    .as('branch');
}

function detailsOf(details: unknown): Readonly<Record<string, unknown>> {
  return typeof details === 'object' && details !== null ? { ...details } : {};
}
