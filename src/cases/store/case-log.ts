import { chainedTable, chainHash, nextInChain, shapeToHash, type ChainedTable } from '../../audit/index.ts';
import type { CaseActor } from '../../access/index.ts';
import type { WaymarkTransaction } from '../../db/index.ts';
import { readStored, storedTable, type StoredTable } from '../../stored/index.ts';
import type { CaseEvent, NumberedEvent } from '../domain/case-event.ts';
import type { CaseTransaction } from './case-store.ts';
import { instantOrNull } from './columns.ts';
import { sideOf } from '../domain/side-of.ts';
import { caseEventKind } from './shapes/case-event-kind.ts';

const KIND = 'case';

const COLUMNS = ['force', 'case_id', 'sequence', 'type', 'data', 'shape', 'recorded_at', 'author'] as const;

interface EventRow {
  readonly force: string;
  readonly case_id: string;
  readonly sequence: number;
  readonly type: string;
  readonly data: unknown;
  readonly shape: number;
  readonly recorded_at: Date;
  readonly author: unknown;
}

/** The log of each case: append-only, chained by hash. The police read it through a view, without what may not cross to them. */
export function caseLog(tx: WaymarkTransaction, actor: CaseActor): Pick<CaseTransaction, 'lock' | 'events' | 'append'> {
  return {
    lock: async (caseId) => {
      const { sequence, previousHash } = await nextInChain(tx, KIND, caseId);
      return { sequence: sequence - 1, hash: previousHash, at: instantOrNull(await lastMoment(tx, actor, caseId)) };
    },
    events: async (caseId) => {
      const rows = await tx
        .selectFrom('case_log')
        .select(COLUMNS)
        .where('case_id', '=', caseId)
        .orderBy('sequence')
        .execute();
      return rows.map(numberedEvent);
    },
    append: async ({ caseId, force, end }, event) => {
      const row = rowOf(event, { caseId, force, sequence: end.sequence + 1 });
      const hash = chainHash(end.hash, payloadOf(row));
      await tx
        .insertInto('case_events')
        .values({
          ...row,
          data: JSON.stringify(row.data),
          author: JSON.stringify(row.author),
          account_id: actor.accountId,
          organisation_id: actor.organisationId,
          previous_hash: end.hash,
          hash,
        })
        .execute();
      return { sequence: row.sequence, hash, at: event.at };
    },
  };
}

/** When the last event was recorded. A provider, who cannot read the police's events, sees it while its part goes on. */
async function lastMoment(tx: WaymarkTransaction, actor: CaseActor, caseId: string): Promise<Date | null> {
  const last =
    sideOf(actor) === 'provider'
      ? await tx
          .selectFrom('provider_progress')
          .select('last_recorded_at as at')
          .where('case_id', '=', caseId)
          .executeTakeFirst()
      : await tx
          .selectFrom('case_progress')
          .select('updated_at as at')
          .where('case_id', '=', caseId)
          .executeTakeFirst();
  return last?.at ?? null;
}

function rowOf(
  event: CaseEvent,
  { caseId, force, sequence }: { caseId: string; force: string; sequence: number },
): EventRow {
  const { type, data, at, by } = event;
  const { shape } = caseEventKind;
  return { force, case_id: caseId, sequence, type, data, shape, recorded_at: new Date(at), author: by };
}

/**
 * What is hashed of an event: all of it, the moment as ISO text to the millisecond, in the shape it was written in.
 * Reading it in today's shape changes nothing of what is stored and hashed.
 */
function payloadOf({ force, case_id, sequence, type, data, shape, recorded_at, author }: EventRow): unknown {
  const written = { force, case_id, sequence, type, data, recorded_at: recorded_at.toISOString(), author };
  return { ...written, ...shapeToHash(shape) };
}

/** An event as it is stored, in today's shape. */
export function numberedEvent(row: EventRow): NumberedEvent {
  const { case_id, sequence, type, data, shape, recorded_at, author } = row;
  const place = { table: 'case_events', id: `${case_id} ${sequence}`, shape };
  const stored = { type, at: recorded_at.toISOString(), by: author, data };
  return { sequence, event: readStored(caseEventKind, place, stored) };
}

/** The events of all cases, for `database check`. */
export const storedCaseEvents: StoredTable = storedTable({
  table: 'case_events',
  key: ['force', 'case_id', 'sequence'],
  read: numberedEvent,
});

/** The logs of all cases, for `audit verify` to walk. */
export const caseEvents: ChainedTable = chainedTable({
  kind: KIND,
  rows: (tx) =>
    tx
      .selectFrom('case_events')
      .select([...COLUMNS, 'previous_hash', 'hash'])
      .orderBy('case_id')
      .orderBy('sequence'),
  entry: (row) => ({
    chain: row.case_id,
    sequence: row.sequence,
    payload: payloadOf(row),
    previousHash: row.previous_hash,
    hash: row.hash,
  }),
});
