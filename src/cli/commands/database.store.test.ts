import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, coordinator, divertService, officer, worker } from '../../../tests/cases/people.ts';
import { allowed, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase, type TestDatabase } from '../../../tests/database/with-test-database.ts';
import { startTriage } from '../../triage/index.ts';
import { fixturesOf } from '../../../tests/shapes/fixtures.ts';
import { proposalRows } from '../../cases/store/proposal-rows.ts';
import { asActor, asSystem } from '../../db/index.ts';
import { checkStored, type FoundProblem } from '../../stored/index.ts';
import { storedReport } from '../output/stored-report.ts';
import { storedTables } from './database/stored-tables.ts';
import { codesToRead, tablesNotRead, textsNotRead } from './database/unread.test-support.ts';
import { caseEventKind } from '../../cases/store/shapes/case-event-kind.ts';

/** Spoilt rows: how, and what the check must say of them. */
const spoilt: readonly {
  readonly by: string;
  readonly table: string;
  readonly path: string;
  readonly problem: string;
}[] = [
  {
    by: `update case_events set data = jsonb_set(data, '{decisions,0,verdict}', '"perhaps"') where type = 'person-triaged'`,
    table: 'case_events',
    path: 'data.decisions.0.verdict',
    problem: 'should be one of eligible, ineligible, needs-information, needs-discretion',
  },
  {
    by: `update case_events set data = '{"reached": "Rowan"}' where type = 'contact-attempted'`,
    table: 'case_events',
    path: 'data.reached',
    problem: 'should be boolean',
  },
  {
    by: `update case_events set type = 'person-forgotten' where type = 'scheme-offered'`,
    table: 'case_events',
    path: 'type',
    problem: 'is of no known type',
  },
  {
    by: `update case_events set author = author - 'role' where type = 'offer-accepted'`,
    table: 'case_events',
    path: 'by.role',
    problem: 'should be string',
  },
  {
    by: `update case_events set shape = 99 where type = 'referral-accepted'`,
    table: 'case_events',
    path: 'shape',
    problem: `shape 99 is not one that this version knows (1 to ${caseEventKind.shape})`,
  },
  {
    by: `update cases set person = jsonb_set(person, '{bornOn}', '"1999-02-30"')`,
    table: 'cases',
    path: 'bornOn',
    problem: 'should have the form of date',
  },
  {
    by: `update referrals set hand_over = hand_over || '{"Rowan": "seen drinking"}'`,
    table: 'referrals',
    path: '(all of it)',
    problem: 'holds a member that this shape does not have',
  },
  {
    by: `update referrals set status = 'drinking'`,
    table: 'referrals',
    path: 'status',
    problem:
      'should be one of triaged, offered, returned, accepted, referred, sent-back, engaging, completed, not-completed, closed',
  },
  {
    by: `update triage_drafts set answered = '{ "asked": {}, "declined": [], "fromRecords": [] }'`,
    table: 'triage_drafts',
    path: 'answered.asked',
    problem: 'should be array',
  },
  {
    by: `update condition_proposals set proposed_by = '[]'`,
    table: 'condition_proposals',
    path: '(all of it)',
    problem: 'should be object',
  },
  {
    by: `update document_versions set document = jsonb_set(document, '{facts,0,when}', '"never"') where kind = 'vocabulary'`,
    table: 'document_versions',
    path: 'facts.0.when',
    problem: 'should be one of seen, asked, looked-up, judged',
  },
  {
    by: `update document_versions set document = jsonb_set(document, '{name}', '"Another"') where document_id = 'turning-point'`,
    table: 'document_versions',
    path: '(all of it)',
    problem: 'is not what its version is the hash of',
  },
  {
    by: `update evaluations set results = jsonb_set(results::jsonb, '{result,flow,studied}', '"Rowan"')`,
    table: 'evaluations',
    path: 'result.flow.studied',
    problem: 'should be number',
  },
  {
    by: `update evaluations set results_for_board = results_for_board::jsonb || '{"shape": 99}'`,
    table: 'evaluations',
    path: 'shape',
    problem: 'shape 99 is not one that this version knows (1 to 6)',
  },
  {
    by: `update case_progress set status = 'drinking'`,
    table: 'case_progress',
    path: 'status',
    problem:
      'should be one of triaged, offered, returned, accepted, referred, sent-back, engaging, completed, not-completed, closed',
  },
  {
    by: `update case_progress set closed_how = 'drinking'`,
    table: 'case_progress',
    path: 'closed_how',
    problem:
      'should be one of outcome-recorded, closed-with-outcome, returned-for-prosecution, no-further-consequence, case-withdrawn',
  },
  {
    by: `update treatment_records set how = 'drinking'`,
    table: 'treatment_records',
    path: 'how',
    problem: 'should be one of telephone, text, email, letter, visit, in-person',
  },
  {
    by: `update treatment_records set reason = 'drinking'`,
    table: 'treatment_records',
    path: 'reason',
    problem:
      'should be one of no-capacity, outside-our-area, does-not-meet-our-criteria, already-with-us, needs-another-service, too-great-a-risk, other, did-not-engage, breached-the-agreement, withdrew-consent, offended-again, moved-away, too-unwell, could-not-be-provided',
  },
  {
    by: `update audit_entries set details = '[]' where action = 'person-triaged'`,
    table: 'audit_entries',
    path: '(all of it)',
    problem: 'should be record',
  },
  {
    by: `update audit_entries set details = '{"sequence": "1999"}' where action = 'person-triaged'`,
    table: 'audit_entries',
    path: 'details.sequence',
    problem: 'should be number',
  },
  {
    by: `update audit_entries set details = '{"Rowan": 1, "sequence": 1}' where action = 'scheme-offered'`,
    table: 'audit_entries',
    path: 'details',
    problem: 'holds a member that this shape does not have',
  },
  {
    by: `update audit_entries set action = 'person-forgotten' where action = 'person-triaged'`,
    table: 'audit_entries',
    path: 'action',
    problem: 'is not one that this version knows',
  },
];

withTestDatabase((database) => {
  beforeAll(async () => {
    await addEverybody(database.db);
    const w = await Working.on(database.db);
    const caseId = await w.triaged();
    await w.accepted(caseId);
    await w.does(officer, caseId, { type: 'refer-person', data: { serviceId: divertService } });
    await w.does(worker, caseId, { type: 'accept-referral', data: {} });
    const note = { how: 'telephone', place: null, words: null } as const;
    await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } }, note);
    const { accountId, name, role, organisationId } = coordinator;
    await asActor(database.db, coordinator, (tx) =>
      proposalRows(tx, coordinator).addProposal(
        {
          proposalId: randomUUID(),
          caseId,
          conditionId: 'c1',
          to: 'Not offend until June',
          reason: 'Asked for',
          proposedBy: { accountId, name, role, organisationId },
          proposedAt: '2026-03-02T09:00:00.000Z',
        },
        'west-midlands',
      ),
    );
    const [results] = fixturesOf('evaluation-results', 1).map(({ value }) => JSON.stringify(value));
    await database.asOwner(async (owner) => {
      await behindItsBack(owner, 'evaluations', async () => {
        await owner.query(
          `insert into evaluations (id, organisation_id, begun_by, begun_by_name, begun_at, state, finished_at,
             title, plan_text, plan_hash, results, results_for_board, is_demonstration)
           values (gen_random_uuid(), $1, $2, 'Made up', now(), 'done', now(), 'Made up', '', $3, $4, $4, true)`,
          [organisationId, accountId, 'c'.repeat(64), results],
        );
      });
    });
    allowed(await startTriage(w.triage, officer, { person: null, offence: { occurredOn: null, modeOfTrial: null } }));
  });

  async function check() {
    const problems: FoundProblem[] = [];
    const tables = await checkStored(database.db, storedTables, { onProblem: (problem) => problems.push(problem) });
    return { tables, problems };
  }

  describe('What waymark database check reads', () => {
    test('is every table, but those of which it stands here why not', async () => {
      const inDatabase = (await columnsOfEvery(database)).map(({ table }) => table);
      const read = storedTables.map(({ table }) => table);
      expect([...read, ...Object.keys(tablesNotRead)].sort()).toEqual([...new Set(inDatabase)].sort());
    });

    test('is every column that holds JSON or codes, but codes that the database itself holds to a list', async () => {
      const read = new Set(storedTables.map(({ table }) => table));
      const columns = await columnsOfEvery(database);
      const json = columns.filter(({ kind }) => kind === 'json' || kind === 'jsonb');
      expect(json.filter(({ table }) => !read.has(table)).map(({ table, column }) => `${table}.${column}`)).toEqual([]);
      const texts = columns.filter(({ kind, listed }) => kind === 'text' && !listed);
      const known = [...codesToRead, ...Object.keys(textsNotRead)];
      expect(texts.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(known.sort());
    });

    test('is nothing of what a provider writes down about the person but how it was in touch, and the codes of its reasons', async () => {
      const words = asSystem(database.db, 'check-database', (tx) =>
        tx.selectFrom('treatment_records').select('words').execute(),
      );
      await expect(words).rejects.toThrow('permission denied for table treatment_records');
    });

    test('is shown a spoilt row of every column of codes', () => {
      const spoiltColumns = new Set(spoilt.map(({ table, path }) => `${table}.${path}`));
      expect(codesToRead.filter((column) => !spoiltColumns.has(column))).toEqual([]);
    });

    test('has rows in each table, and all of it fits', async () => {
      const { tables, problems } = await check();
      expect(problems).toEqual([]);
      expect(tables.filter((table) => table.rows === 0).map(({ table }) => table)).toEqual([]);
      expect(storedReport({ tables, problems }, { style: (_, text) => text })).toContain('Sound: ');
    });

    test.each(spoilt)('names the rows of $table spoilt in $path ($problem), and no other', async (spoiling) => {
      const { by, table, path, problem } = spoiling;
      const found = await spoiltFor(by, table, check);
      expect(found.problems.length).toBeGreaterThan(0);
      for (const each of found.problems) expect(each).toMatchObject({ table, path, problem });
      expect(JSON.stringify(found.problems)).not.toMatch(/Rowan|perhaps|1999|drinking/);
      const checked = found.tables.find((each) => each.faulty > 0);
      expect(checked).toMatchObject({ table, faulty: found.problems.length });
      expect(storedReport(found, { style: (_, text) => text })).toContain(`${path}: ${problem}`);
    });
  });

  /** Spoils rows as somebody with the rights of the server could, looks, and puts them back. */
  async function spoiltFor<Answer>(statement: string, table: string, look: () => Promise<Answer>): Promise<Answer> {
    await database.asOwner(async (owner) => {
      await owner.query(`create table as_it_was as table ${table} with no data`);
      await behindItsBack(owner, table, async () => {
        await owner.query(`insert into as_it_was select * from ${table}`);
        const { rowCount } = await owner.query(statement);
        expect(rowCount).toBeGreaterThan(0);
      });
    });
    try {
      return await look();
    } finally {
      await database.asOwner(async (owner) => {
        await behindItsBack(owner, table, async () => {
          const { columns, key } = await columnsOf(owner, table);
          const set = columns.map((column) => `${column} = old.${column}`).join(', ');
          const same = key.map((column) => `${table}.${column} = old.${column}`).join(' and ');
          await owner.query(`update ${table} set ${set} from as_it_was old where ${same}`);
        });
        await owner.query('drop table as_it_was');
      });
    }
  }
});

async function columnsOf(owner: Client, table: string) {
  const { rows } = await owner.query<{ name: string; is_key: boolean }>(`
    select attname as name, coalesce(attnum = any(indkey), false) as is_key
    from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
    where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`);
  return { columns: rows.map(({ name }) => name), key: rows.filter(({ is_key }) => is_key).map(({ name }) => name) };
}

interface ColumnInDatabase {
  readonly table: string;
  readonly column: string;
  readonly kind: string;
  /** Whether the database lets in nothing but what a list or another table has. */
  readonly listed: boolean;
}

async function columnsOfEvery(database: TestDatabase): Promise<readonly ColumnInDatabase[]> {
  return database.asOwner(async (owner) => {
    const { rows } = await owner.query<ColumnInDatabase>(`
      select relname as table, attname as column, format_type(atttypid, null) as kind,
        exists (
          select from pg_constraint
          where conrelid = attrelid and attnum = any(conkey)
            and (contype = 'f' or contype = 'c' and pg_get_constraintdef(pg_constraint.oid) ~ '= ANY \\(ARRAY')
        ) as listed
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped`);
    return rows;
  });
}

type Client = Parameters<Parameters<TestDatabase['asOwner']>[0]>[0];

async function behindItsBack(owner: Client, table: string, work: () => Promise<void>): Promise<void> {
  const { rowCount: hasPolicies } = await owner.query(
    `select from pg_class where relname = '${table}' and relforcerowsecurity`,
  );
  await owner.query(`alter table ${table} disable trigger user`);
  if (hasPolicies) await owner.query(`alter table ${table} no force row level security`);
  await work();
  if (hasPolicies) await owner.query(`alter table ${table} force row level security`);
  await owner.query(`alter table ${table} enable trigger user`);
}
