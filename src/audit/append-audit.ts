import { sql } from 'kysely';
import { soleRow, type WaymarkTransaction } from '../db/index.ts';
import type { AuditEntry } from './audit-entry.ts';
import { auditDetailsKind } from './audit-details-kind.ts';
import { auditPayload } from './audit-payload.ts';
import { auditedActions, type AuditedAction } from './domain/audited-actions.ts';
import { chainHash } from './domain/chain.ts';

/** What the next entry of a chain must carry. */
export interface NextInChain {
  readonly sequence: number;
  readonly previousHash: string;
}

/**
 * Adds an entry to the end of its chain, in the transaction of what it records: both are kept or neither is.
 * The chain stays locked until the transaction ends, so append last.
 */
export async function appendAudit(tx: WaymarkTransaction, entry: AuditEntry): Promise<void> {
  await appendNext(tx, entry, await nextInChain(tx, 'audit', entry.chain));
}

/** The same at a place that this transaction knows, as it has locked the chain already; answers what the next must carry. */
export async function appendNext(tx: WaymarkTransaction, entry: AuditEntry, next: NextInChain): Promise<NextInChain> {
  const row = {
    chain: entry.chain,
    sequence: next.sequence,
    recorded_at: entry.recordedAt,
    action: entry.action,
    account_id: entry.actor?.accountId ?? null,
    organisation_id: entry.actor?.organisationId ?? null,
    force: entry.actor?.force ?? null,
    role: entry.actor?.role ?? null,
    subject: entry.subject,
    details: asStored(entry.action, entry.details ?? {}),
    shape: auditDetailsKind.shape,
  };
  const hash = chainHash(next.previousHash, auditPayload(row));
  await tx
    .insertInto('audit_entries')
    .values({ ...row, details: JSON.stringify(row.details), previous_hash: next.previousHash, hash })
    .execute();
  return { sequence: next.sequence + 1, previousHash: hash };
}

/**
 * Locks a chain until the transaction ends and says what its next entry must carry. Call it before reading what the
 * entry depends on: nobody else can append in between.
 */
export async function nextInChain(tx: WaymarkTransaction, kind: string, chain: string): Promise<NextInChain> {
  const { rows } = await sql<{ sequence: number; previousHash: string }>`
    select next_sequence as sequence, previous_hash as "previousHash" from next_in_chain(${kind}, ${chain})`.execute(
    tx,
  );
  return soleRow(rows);
}

/** The value as the database gives it back: dates as text, members that are undefined left out. Throws where the action has no such. */
function asStored(action: AuditedAction, details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...auditedActions[action].parse(JSON.parse(JSON.stringify(details))) };
}
