import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, coordinator, officer, supervisor, worker } from '../../tests/cases/people.ts';
import { Publishing } from '../../tests/cases/publishing.ts';
import { Working } from '../../tests/cases/working.ts';
import { withTestDatabase, type TestDatabase } from '../../tests/database/with-test-database.ts';
import { appendAudit } from '../audit/index.ts';
import { asActor, type ActingAccount } from '../db/index.ts';
import { rightsOf } from './domain/rights-of.ts';
import { rights, type Right } from './domain/rights.ts';
import { roles, rolesIn } from './domain/roles.ts';

const all = Object.keys(rights) as Right[];

interface Table {
  readonly name: string;
  readonly column: string;
  /** Whether those who are signed in reach the table at all, where row-level security lets them. */
  readonly isReached: boolean;
  /** One of its rows, as JSON; null where it has none. */
  readonly row: string | null;
}

const evaluator: ActingAccount = { ...officer, force: null, role: 'evaluator' };

withTestDatabase((database) => {
  /** Somebody with the account, organisation and force of an officer or a worker: all but their role. */
  const as = (role: string, like: ActingAccount = officer): ActingAccount => ({ ...like, role });
  const asked = (actor: ActingAccount, statement: string) =>
    asActor(database.db, actor, (tx) => sql.raw<Record<string, unknown>>(statement).execute(tx));

  beforeAll(async () => {
    await addEverybody(database.db);
    const w = await Working.on(database.db);
    const note = { how: 'telephone', place: null, words: 'Talked about the drinking' } as const;
    const caseId = await w.engaging(await w.triaged());
    await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } }, note);
    const publishing = new Publishing(database.db, w.work.clock);
    await publishing.publishes({ from: '2026-03-09', weeks: 2, takes: 1 });
    await publishing.closes('2026-03-16');
    const published = { step: 'education', startsAt: '2026-03-09T10:00:00.000Z' };
    await w.does(worker, caseId, { type: 'book-appointment', data: published });
    await database.asOwner(async (owner) => {
      await owner.query('alter table condition_proposals no force row level security');
      await owner.query('alter table evaluations no force row level security');
      await owner.query(
        `insert into condition_proposals
           (force, proposal_id, case_id, organisation_id, condition_id, to_words, reason, proposed_by, proposed_at, shape)
         values ($1, gen_random_uuid(), $2, $3, 'c1', 'x', 'x', '{}', now(), 1)`,
        [officer.force, caseId, officer.organisationId],
      );
      await owner.query(
        `insert into evaluations
           (id, organisation_id, begun_by, begun_by_name, begun_at, state, title, plan_text, plan_hash, is_demonstration)
         values (gen_random_uuid(), $1, $2, 'x', now(), 'queued', 'x', 'x', repeat('a', 64), true)`,
        [officer.organisationId, officer.accountId],
      );
      for (const table of ['evaluation_people', 'evaluation_releases', 'evaluation_shares']) {
        await owner.query(`alter table ${table} no force row level security`);
      }
      await owner.query("insert into evaluation_people select id, '{x}' from evaluations");
      await owner.query(
        `insert into evaluation_releases (evaluation_id, organisation_id, counts, version, released_at)
         select id, organisation_id, 'hidden', 1, now() from evaluations`,
      );
      await owner.query('insert into evaluation_shares select id, organisation_id, now() from evaluations');
      for (const table of ['evaluation_people', 'evaluation_releases', 'evaluation_shares']) {
        await owner.query(`alter table ${table} force row level security`);
      }
      await owner.query('alter table study_uploads no force row level security');
      await owner.query(
        "insert into study_uploads (upload_id, file, chunk, organisation_id, content) values (gen_random_uuid(), 'cohort.csv', 0, $1, 'x')",
        [officer.organisationId],
      );
      await owner.query('alter table study_uploads force row level security');
      await owner.query('alter table condition_proposals force row level security');
      await owner.query('alter table evaluations force row level security');
    });
  });

  describe('The database and the program say the same', () => {
    test('of who may what', async () => {
      const stored = await rowsOf(database, 'select role, "right" from role_rights');
      const listed = roles.flatMap((role) => [...rightsOf(role)].map((right) => ({ role, right })));
      expect(sorted(stored)).toEqual(sorted(listed));
    });

    test('of which roles there are, and where', async () => {
      const stored = await rowsOf(database, 'select role, organisation_kind as kind from roles');
      const listed = Object.entries(rolesIn).flatMap(([kind, there]) => there.map((role) => ({ role, kind })));
      expect(sorted(stored)).toEqual(sorted(listed));
    });

    test('of the names of rights, wherever a policy, a function or a view asks for one', async () => {
      const named = Array.from((await definitionsOf(database)).matchAll(/acting_may\('([^']+)'/g), ([, name]) => name);
      expect(named.length).toBeGreaterThan(30);
      expect(named.filter((name) => !all.some((right) => right === name))).toEqual([]);
      const stored = await rowsOf(database, 'select "right" from event_rights');
      expect(stored.filter(({ right }) => !all.some((each) => each === right))).toEqual([]);
    });

    test('and no policy, function or view compares a role with a name', async () => {
      const definitions = await definitionsOf(database);
      expect(definitions).toContain('acting_role()');
      expect(definitions.match(/acting_role\(\)[\s)]*(=|<>|!=|in\b|= any)[\s(]*('|array)/gi)).toBeNull();
    });
  });

  describe('A role of which nothing is listed', () => {
    beforeAll(() => addRole(database, 'stranger', []));

    test('may do nothing to any table there is', async () => {
      const tables = await tablesOf(database);
      const allowed: string[] = [];
      for (const like of [officer, coordinator, supervisor, worker, evaluator]) {
        for (const statement of tables.flatMap(statementsOn)) {
          if (await isAllowed(asked(as('stranger', like), statement))) allowed.push(statement.slice(0, 200));
        }
      }
      expect(allowed).toEqual([]);
    });

    test('is tried on a row of every table that anybody may use', async () => {
      const bare = (await tablesOf(database)).filter(({ isReached, row }) => isReached && row === null);
      expect(bare.map(({ name }) => name)).toEqual([]);
    });

    test('gets what it could see as an officer and as a provider, so that the test above looks at something', async () => {
      for (const [like, table] of [
        [officer, 'cases'],
        [worker, 'referrals'],
        [officer, 'organisations'],
        [officer, 'memberships'],
        [officer, 'provider_services'],
        [officer, 'document_versions'],
        [officer, 'audit_entries'],
        [worker, 'treatment_records'],
      ] as const) {
        expect([table, (await asked(like, `select * from ${table}`)).rows.length > 0]).toEqual([table, true]);
      }
    });

    test('may not take its place in a chain either, so that it leaves nothing on record in its name', async () => {
      const stranger = as('stranger');
      await expect(asked(stranger, "select * from next_in_chain('audit', 'access')")).rejects.toThrow('no rights');
      const entry = {
        chain: 'access',
        recordedAt: new Date(),
        actor: stranger,
        action: 'signed-out',
        subject: 'x:1',
      } as const;
      await expect(asActor(database.db, stranger, (tx) => appendAudit(tx, entry))).rejects.toThrow('no rights');
    });

    test('may set no work going', async () => {
      const statement = "select jobs.enqueue('carry-out', '{}', '{}', null)";
      await expect(asked(as('stranger'), statement)).rejects.toThrow('no rights');
    });

    test('is the same as a role that is not there at all', async () => {
      for (const role of ['nobody', '']) {
        expect((await asked(as(role), 'select * from cases')).rows).toEqual([]);
        expect((await asked(as(role), "select acting_may('see-cases') as may")).rows).toEqual([{ may: false }]);
      }
    });
  });

  describe('A role with a few rights', () => {
    const few: readonly Right[] = ['see-cases', 'amend-fact'];
    beforeAll(() => addRole(database, 'archivist', few));

    test('has these and no others', async () => {
      const { rows } = await asked(as('archivist'), `select ${all.map((right) => `acting_may('${right}')`).join()}`);
      const answers = await Promise.all(
        all.map(async (right) => {
          const answer = await asked(as('archivist'), `select acting_may('${right}') as may`);
          return answer.rows[0]?.['may'] === true ? [right] : [];
        }),
      );
      expect(rows).toHaveLength(1);
      expect(sorted(answers.flat())).toEqual(sorted(few));
    });

    test('sees what these show, and nothing else', async () => {
      const seen: string[] = [];
      for (const { name } of await tablesOf(database)) {
        if (await isAllowed(asked(as('archivist'), `select * from ${name}`))) seen.push(name);
      }
      expect(seen.toSorted()).toEqual(
        [
          'audit_entries',
          'case_log',
          'case_progress',
          'case_words',
          'cases',
          'condition_proposals',
          'document_versions',
          'place_bookings',
          'provider_services',
          'provider_side_events',
          'referrals',
          'service_closures',
          'service_particulars',
          'service_times',
        ].map((name) => `public.${name}`),
      );
    });

    test('writes what these write, and nothing else', async () => {
      const may = async (event: string) =>
        (await asked(as('archivist'), `select acting_may_record('${event}') may`)).rows;
      const events = await rowsOf(database, 'select event from event_rights');
      const writes: unknown[] = [];
      for (const { event } of events) if ((await may(String(event)))[0]?.['may'] === true) writes.push(event);
      expect(writes).toEqual(['fact-amended']);
      expect(await isAllowed(asked(as('archivist'), "update cases set person_name = 'x'"))).toBe(false);
      expect(await isAllowed(asked(as('archivist'), 'delete from triage_drafts'))).toBe(false);
    });
  });
});

/** As a migration would add it. */
async function addRole(database: TestDatabase, role: string, few: readonly Right[]): Promise<void> {
  await database.asOwner(async (owner) => {
    await owner.query('insert into roles (role, organisation_kind) values ($1, $2)', [role, 'police']);
    for (const right of few) await owner.query('insert into role_rights values ($1, $2)', [role, right]);
  });
}

/** Every table and view of every schema but PostgreSQL's own. */
async function tablesOf(database: TestDatabase): Promise<readonly Table[]> {
  return database.asOwner(async (owner) => {
    const { rows: tables } = await owner.query<Table & { isForced: boolean }>(`
      select format('%I.%I', nspname, relname) as name, quote_ident(attname) as column, relforcerowsecurity as "isForced",
        relkind in ('r', 'p') and (
          has_any_column_privilege('waymark_app', pg_class.oid, 'select, insert, update')
          or has_table_privilege('waymark_app', pg_class.oid, 'delete')
        ) as "isReached"
      from pg_class
        join pg_namespace on pg_namespace.oid = relnamespace
        join pg_attribute on attrelid = pg_class.oid and attnum = 1
      where relkind in ('r', 'p', 'v', 'm') and nspname not like 'pg\\_%' and nspname <> 'information_schema'
      order by 1`);
    const withRows: Table[] = [];
    for (const { name, column, isReached, isForced } of tables) {
      if (isForced) await owner.query(`alter table ${name} no force row level security`);
      const { rows } = await owner.query<{ row: string }>(
        `select to_jsonb(each)::text as row from ${name} each limit 1`,
      );
      if (isForced) await owner.query(`alter table ${name} force row level security`);
      withRows.push({ name, column, isReached, row: rows[0]?.row ?? null });
    }
    return withRows;
  });
}

/** A row that is there already is offered once more: row-level security is asked before any key is looked at. */
function statementsOn({ name, column, row }: Table): readonly string[] {
  const again = `insert into ${name} select * from jsonb_populate_record(null::${name}, '${row?.replaceAll("'", "''")}')`;
  return [
    `select * from ${name}`,
    `insert into ${name} default values`,
    ...(row === null ? [] : [again]),
    `update ${name} set ${column} = ${column}`,
    `delete from ${name}`,
  ];
}

const DENIED = '42501';
/** A view that works a column out cannot be written through it, whoever asks. */
const CANNOT_BE_WRITTEN = new Set(['0A000', '55000']);

/** Whether the database let it through: rows came back, or changed, or something other than a right was in the way. */
async function isAllowed(work: Promise<{ rows: unknown[]; numAffectedRows?: bigint }>): Promise<boolean> {
  try {
    const { rows, numAffectedRows = 0n } = await work;
    return rows.length > 0 || numAffectedRows > 0n;
  } catch (fault) {
    const { code = '' } = fault as { code?: string };
    return code !== DENIED && !CANNOT_BE_WRITTEN.has(code);
  }
}

/** Every policy, function and view as PostgreSQL would write it. */
async function definitionsOf(database: TestDatabase): Promise<string> {
  const rows = await rowsOf(
    database,
    `select concat_ws(' ', qual, with_check) as text from pg_policies
     union all select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = pronamespace
       where nspname = 'public' and prokind = 'f'
     union all select definition from pg_views where schemaname = 'public'`,
  );
  return rows.map(({ text }) => text).join('\n');
}

function rowsOf(database: TestDatabase, statement: string): Promise<Record<string, unknown>[]> {
  return database.asOwner(async (owner) => (await owner.query<Record<string, unknown>>(statement)).rows);
}

function sorted<Each>(list: readonly Each[]): readonly Each[] {
  return list.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}
