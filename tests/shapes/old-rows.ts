import { chainHash, shapeToHash } from '../../src/audit/index.ts';
import type { CaseActor } from '../../src/access/index.ts';
import { authorSchema } from '../../src/cases/domain/author.ts';
import type { TestDatabase } from '../database/test-database.ts';

interface OldEvent {
  readonly type: string;
  readonly at: string;
  readonly by: unknown;
  readonly data: unknown;
}

interface OldCase {
  readonly caseId: string;
  readonly force: string;
  readonly openedBy: CaseActor;
  readonly person: unknown;
  /** The shape of its events: they are hashed as they were when it was written. */
  readonly shape: number;
  readonly events: readonly OldEvent[];
}

/** A case as an earlier version left it. Written past the program, because the program writes only the present shape. */
export async function putOldCase(database: TestDatabase, old: OldCase): Promise<void> {
  const { caseId, force, openedBy, shape } = old;
  await database.asOwner(async (owner) => {
    for (const table of ['cases', 'case_events']) await owner.query(`alter table ${table} no force row level security`);
    await owner.query(
      `insert into cases (force, case_id, organisation_id, reference, opened_by, opened_at, person_name, person, shape,
         is_demonstration) values ($1, $2, $3, 'OLD', $4, now(), 'Rowan Made-up', $5, 1, true)`,
      [force, caseId, openedBy.organisationId, openedBy.accountId, JSON.stringify(old.person)],
    );
    let previousHash = '0'.repeat(64);
    for (const [index, { type, at, by, data }] of old.events.entries()) {
      const sequence = index + 1;
      const { accountId, organisationId } = authorSchema.parse(by);
      const payload = { force, case_id: caseId, sequence, type, data, recorded_at: at, author: by };
      const hash = chainHash(previousHash, { ...payload, ...shapeToHash(shape) });
      await owner.query(
        `insert into case_events (force, case_id, sequence, type, data, author, shape, recorded_at, account_id,
           organisation_id, previous_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [force, caseId, sequence, type, JSON.stringify(data), JSON.stringify(by), shape, at].concat([
          accountId,
          organisationId,
          previousHash,
          hash,
        ]),
      );
      previousHash = hash;
    }
    for (const table of ['cases', 'case_events']) await owner.query(`alter table ${table} force row level security`);
  });
}
