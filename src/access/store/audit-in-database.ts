import { sql } from 'kysely';
import { readAuditDetails } from '../../audit/index.ts';
import { asActor, type WaymarkDatabase } from '../../db/index.ts';
import type { AuditOfForce } from '../use-cases/read-audit.ts';

/** The audit record in PostgreSQL: the view says what somebody may read of it. */
export function auditInDatabase(db: WaymarkDatabase): AuditOfForce {
  return {
    entries: (actor, { who, reference, day, action, limit, skip }) =>
      asActor(db, actor, async (tx) => {
        const rows = await tx
          .selectFrom('audit_of_force')
          .selectAll()
          .$if(who !== null, (query) => query.where(sql<boolean>`strpos(lower(account_name), lower(${who})) > 0`))
          .$if(reference !== null, (query) => query.where('case_reference', '=', reference))
          .$if(action !== null, (query) => query.where('action', '=', action ?? ''))
          .$if(day !== null, (query) =>
            query.where(
              sql<boolean>`recorded_at >= ${day}::date::timestamp at time zone 'Europe/London'
                and recorded_at < (${day}::date + 1)::timestamp at time zone 'Europe/London'`,
            ),
          )
          .orderBy('recorded_at', 'desc')
          .orderBy('chain')
          .orderBy('sequence', 'desc')
          .limit(limit)
          .offset(skip)
          .execute();
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

function detailsOf(details: unknown): Readonly<Record<string, unknown>> {
  return typeof details === 'object' && details !== null ? { ...details } : {};
}
