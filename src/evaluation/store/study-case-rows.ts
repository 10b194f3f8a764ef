import { sql } from 'kysely';
import { z } from 'zod';
import { ACCESS_CHAIN, appendAudit } from '../../audit/index.ts';
import { asSystem, type WaymarkDatabase } from '../../db/index.ts';
import { readColumn } from '../../stored/index.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { GENERATED_PREFIX } from '../domain/cohort/is-generated.ts';
import type { StudiedCase, StudiedEvent } from '../domain/from-cases/studied-case.ts';

export interface StudyRequest {
  /** What pseudonyms are made with: the same key gives the same person the same pseudonym. */
  readonly pseudonymKey: string;
  readonly force: string | null;
  readonly at: Date;
}

/** An event's data are in the shape they were written in: a study reads by name what it uses, and takes no other. */
const eventData = z.record(z.string(), z.unknown());

/**
 * Reads the cases of a study through the pseudonymised views, as of one moment, and enters in the audit record that it
 * was done. No name reaches this program's memory: the views have none.
 */
export async function studiedCases(db: WaymarkDatabase, ask: StudyRequest): Promise<readonly StudiedCase[]> {
  return asSystem(db, 'export-cohort', async (tx) => {
    await sql`select set_config('waymark.pseudonym_key', ${ask.pseudonymKey}, true)`.execute(tx);
    const cases = await tx
      .selectFrom('study_cases')
      .selectAll()
      .$if(ask.force !== null, (query) => query.where('force', '=', ask.force ?? ''))
      .orderBy('force')
      .orderBy('index_event')
      .execute();
    const events = await tx.selectFrom('study_events').selectAll().orderBy('sequence').execute();
    const byCase = Map.groupBy(events, ({ index_event }) => index_event);
    await appendAudit(tx, {
      chain: ACCESS_CHAIN,
      recordedAt: ask.at,
      actor: null,
      action: 'study-cohort-exported',
      subject: 'study-cohort',
      details: { by: 'the command line', force: ask.force, cases: cases.length },
    });
    return cases.map((row) => ({
      person: marked(row.person, row.is_demonstration),
      indexEvent: marked(row.index_event, row.is_demonstration),
      force: row.force,
      ethnicitySelfDefined: row.ethnicity_self_defined,
      ethnicityOfficerDefined: row.ethnicity_officer_defined,
      events: (byCase.get(row.index_event) ?? []).map(({ type, happened_on, data, sequence }): StudiedEvent => ({
        type,
        on: calendarDayOf(happened_on),
        data: readColumn(
          eventData,
          { table: 'study_events', id: `${row.index_event} ${sequence}`, column: 'data' },
          data,
        ),
      })),
    }));
  });
}

function marked(pseudonym: string, isDemonstration: boolean): string {
  return isDemonstration ? `${GENERATED_PREFIX}${pseudonym}` : pseudonym;
}
