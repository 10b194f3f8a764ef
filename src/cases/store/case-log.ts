import { sql } from 'kysely';
import { chainedTable, chainHash, shapeToHash, type ChainedTable, type NextInChain } from '../../audit/index.ts';
import type { CaseActor } from '../../access/index.ts';
import { soleRow, type WaymarkTransaction } from '../../db/index.ts';
import { readStored, storedTable, type StoredTable } from '../../stored/index.ts';
import type { CaseEvent, NumberedEvent } from '../domain/case-event.ts';
import type { CaseTransaction } from './case-store.ts';
import { instantOrNull } from './columns.ts';
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

/**
 * The log of each case: append-only, chained by hash. The police read it through a view, without what may not cross to
 * them. `auditLocked` is told what the next entry of a case's audit record must carry, which is locked with its log.
 */
export function caseLog(
  tx: WaymarkTransaction,
  actor: CaseActor,
  auditLocked: (caseId: string, next: NextInChain) => void,
): Pick<CaseTransaction, 'lock' | 'events' | 'append'> {
  return {
    lock: async (caseId) => {
      const { rows } = await sql<Locked>`select * from lock_case(${caseId})`.execute(tx);
      const { sequence, hash, last_at, audit_sequence, audit_previous_hash } = soleRow(rows);
      auditLocked(caseId, { sequence: audit_sequence, previousHash: audit_previous_hash });
      return { sequence, hash, at: instantOrNull(last_at) };
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

/** Where a case's log ends, and what comes next in its audit record: a provider sees the moment while its part goes on. */
interface Locked {
  readonly sequence: number;
  readonly hash: string;
  readonly last_at: Date | null;
  readonly audit_sequence: number;
  readonly audit_previous_hash: string;
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
