import { describe, expect, test } from 'vitest';
import { withTestDatabase, type TestDatabase } from '../../tests/database/with-test-database.ts';
import { asActor, asSystem, type ActingAccount } from '../db/index.ts';
import { appendAudit, auditEntries, caseChain, verifyChains, type AuditEntry } from './index.ts';

const officer: ActingAccount = {
  accountId: '00000000-0000-4000-8000-000000000001',
  role: 'officer',
  organisationId: '00000000-0000-4000-8000-00000000000a',
  force: 'durham',
};

withTestDatabase((database) => {
  describe('The audit record', () => {
    test('is whole after many entries in many chains, some written at the same moment', async () => {
      for (const id of ['one', 'two', 'three']) {
        await Promise.all(
          Array.from({ length: 12 }, (_, at) => record(database, id, { details: { sequence: at === 0 ? 1e21 : at } })),
        );
      }
      await asSystem(database.db, 'sign-in', (tx) =>
        appendAudit(tx, {
          ...entryOf('x'),
          chain: 'access',
          actor: null,
          action: 'sign-in-failed',
          details: { address: '192.0.2.1' },
        }),
      );
      expect(await verify(database)).toEqual({ chains: 4, entries: 37, breaks: [] });
    });

    test('cannot be changed, removed or emptied, by the application or by the owner of the table', async () => {
      for (const statement of [
        "update audit_entries set action = 'other'",
        'delete from audit_entries',
        'truncate audit_entries',
        'delete from chain_heads',
        'update chain_heads set sequence = sequence + 2',
      ]) {
        await expect(database.asOwner((owner) => owner.query(statement))).rejects.toThrow(
          /never changed or removed|only move on by one/,
        );
      }
      await expect(asActor(database.db, officer, (tx) => tx.deleteFrom('audit_entries').execute())).rejects.toThrow(
        'permission denied',
      );
    });

    test("cannot be written in another person's name", async () => {
      const other = { ...officer, accountId: '00000000-0000-4000-8000-000000000002' };
      await expect(record(database, 'one', { actor: other })).rejects.toThrow('row-level security');
      await expect(record(database, 'one', { actor: null })).rejects.toThrow('row-level security');
    });

    test('is read by an officer only where they wrote it, by a coordinator in the whole organisation', async () => {
      const count = (actor: ActingAccount) =>
        asActor(database.db, actor, (tx) => tx.selectFrom('audit_entries').select('chain').execute());
      const accountId = '00000000-0000-4000-8000-000000000003';
      expect(await count(officer)).toHaveLength(36);
      expect(await count({ ...officer, accountId })).toHaveLength(0);
      expect(await count({ ...officer, accountId, role: 'coordinator' })).toHaveLength(36);
      expect(await count({ ...officer, accountId, role: 'coordinator', organisationId: accountId })).toHaveLength(0);
    });

    test('names the first break of each chain that somebody with the rights of the server broke', async () => {
      await breakInto(database, [
        "update audit_entries set details = '{}' where chain = 'case:one' and sequence in (4, 9)",
        "delete from audit_entries where chain = 'case:two' and sequence > 10",
        "delete from audit_entries where chain = 'case:three'",
      ]);
      expect((await verify(database)).breaks).toEqual([
        { kind: 'audit', chain: 'case:one', sequence: 4, difference: 'content' },
        { kind: 'audit', chain: 'case:three', sequence: 1, difference: 'cut-off' },
        { kind: 'audit', chain: 'case:two', sequence: 11, difference: 'cut-off' },
      ]);
    });
  });
});

function entryOf(id: string): AuditEntry {
  return {
    chain: caseChain(id),
    recordedAt: new Date('2026-01-05T10:00:00.123Z'),
    actor: officer,
    action: 'case-viewed',
    subject: `case:${id}`,
    details: { sequence: 1 },
  };
}

function record({ db }: TestDatabase, id: string, change: Partial<AuditEntry>): Promise<void> {
  return asActor(db, officer, (tx) => appendAudit(tx, { ...entryOf(id), ...change }));
}

function verify({ db }: TestDatabase) {
  return verifyChains(db, [auditEntries]);
}

/** What a person could do who has the server in their hands: triggers off, policies off, then any change. */
async function breakInto(database: TestDatabase, statements: string[]): Promise<void> {
  await database.asOwner(async (owner) => {
    await owner.query('alter table audit_entries disable trigger all');
    await owner.query('alter table audit_entries no force row level security');
    for (const statement of statements) await owner.query(statement);
    await owner.query('alter table audit_entries force row level security');
    await owner.query('alter table audit_entries enable trigger all');
  });
}
