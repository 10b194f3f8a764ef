import { describe, expect, test } from 'vitest';
import { withTestDatabase, type TestDatabase } from '../../tests/database/with-test-database.ts';
import { asActor, asSystem, type ActingAccount } from '../db/index.ts';
import { canonicalJson } from '../shared/canonical-json.ts';
import {
  appendAudit,
  auditEntries,
  caseChain,
  KeptHeads,
  keptHeadsFile,
  nextInChain,
  verifyChains,
  type AuditEntry,
} from './index.ts';

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
      const verification = await verify(database);
      expect(verification).toMatchObject({ chains: 4, entries: 37, breaks: [] });
      expect(verification.digest).toMatch(/^[0-9a-f]{64}$/);
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

    test('takes no entry whose hash is not that of its content, or that follows from another', async () => {
      const next = await asActor(database.db, officer, (tx) => nextInChain(tx, 'audit', 'case:one'));
      const forged = (hash: string, previousHash: string) =>
        asActor(database.db, officer, (tx) =>
          tx
            .insertInto('audit_entries')
            .values({
              chain: 'case:one',
              sequence: next.sequence,
              recorded_at: new Date(),
              action: 'case-viewed',
              account_id: officer.accountId,
              organisation_id: officer.organisationId,
              force: officer.force,
              role: officer.role,
              subject: 'case:one',
              details: '{"sequence":1}',
              shape: 2,
              previous_hash: previousHash,
              hash,
            })
            .execute(),
        );
      await expect(forged('a'.repeat(64), next.previousHash)).rejects.toThrow('does not have the hash of its content');
      // As when somebody else was quicker: nothing of it stands.
      await expect(forged('a'.repeat(64), 'b'.repeat(64))).rejects.toThrow('nothing was saved');
    });

    test('is written by the database in the same form as by the program', async () => {
      const awkward = [
        { b: 1, a: [1.5, -0.25, 1e21, 1.5e300, 1e-7, 123e-9, 0.000001, 1e15, 123456789012345680000, -1e-6, 0] },
        { 'key "quoted"': 'a\nb\t"\\\u0001\u007f é 𝄞 \u2028', z: null, y: true, empty: {}, none: [] },
      ];
      for (const value of awkward) {
        const { rows } = await database.asOwner((owner) =>
          owner.query<{ text: string }>('select canonical_json($1::jsonb) as text', [JSON.stringify(value)]),
        );
        expect(rows[0]?.text).toBe(canonicalJson(value));
      }
    });

    test('compared with what was kept elsewhere names chains that were cut short with their heads', async () => {
      const lines: string[] = [];
      const first = await verifyChains(database.db, [auditEntries], { keep: (line) => lines.push(line) });
      const kept = keptHeadsFile(first.digest, lines);
      await record(database, 'two', {});
      const again = await verifyChains(database.db, [auditEntries], { against: new KeptHeads(kept) });
      expect(again.breaks).toEqual([]);
      expect(again.digest).not.toBe(first.digest);
      await breakInto(database, [
        'alter table chain_heads disable trigger all',
        "delete from audit_entries where chain = 'access'",
        "delete from chain_heads where chain = 'access'",
        'alter table chain_heads enable trigger all',
      ]);
      expect((await verify(database)).breaks).toEqual([]);
      const { breaks } = await verifyChains(database.db, [auditEntries], { against: new KeptHeads(kept) });
      expect(breaks).toEqual([{ kind: 'audit', chain: 'access', sequence: 1, difference: 'cut-short' }]);
    });

    test('is read by an officer only where they wrote it, by a coordinator in the whole organisation', async () => {
      const count = (actor: ActingAccount) =>
        asActor(database.db, actor, (tx) => tx.selectFrom('audit_entries').select('chain').execute());
      const accountId = '00000000-0000-4000-8000-000000000003';
      expect(await count(officer)).toHaveLength(37);
      expect(await count({ ...officer, accountId })).toHaveLength(0);
      expect(await count({ ...officer, accountId, role: 'coordinator' })).toHaveLength(37);
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
