import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../../src/access/index.ts';
import type { ActingAccount } from '../../src/db/index.ts';
import { startDemonstrationServer, type DemonstrationServer } from '../faults/demonstration-server.ts';
import { reachOf, readOfView, type TableReach, type WholeTable } from './rows-of-table.ts';

let started: DemonstrationServer;
let tables: readonly WholeTable[];
let actors: ReadonlyMap<string, ActingAccount>;

beforeAll(async () => {
  started = await startDemonstrationServer();
  tables = await wholeTables();
  actors = await oneOfEachRole();
}, 120_000);
afterAll(() => started.close());

function wholeTables(): Promise<readonly WholeTable[]> {
  return started.database.asMaker(async (maker) => {
    const { rows: found } = await maker.query<{ name: string; columns: string[] }>(`
      select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
      from information_schema.tables t
      join information_schema.columns c using (table_schema, table_name)
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      group by t.table_name order by t.table_name`);
    const whole: WholeTable[] = [];
    for (const { name, columns } of found) {
      const { rows } = await maker.query<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`);
      whole.push({ name, columns, rows: rows.map(({ row }) => row) });
    }
    return whole;
  });
}

/** One of the demonstration for each role, and one whose role no table lists. */
function oneOfEachRole(): Promise<ReadonlyMap<string, ActingAccount>> {
  return started.database.asMaker(async (maker) => {
    const { rows } = await maker.query<ActingAccount>(`
      select distinct on (m.role) m.account_id as "accountId", m.organisation_id as "organisationId", o.force, m.role
      from memberships m join organisations o on o.id = m.organisation_id
      where o.force is null or o.force = 'durham'
      order by m.role, o.id`);
    const known = rows.map((row) => [row.role, row] as const);
    const [, someone] = known[0]!;
    return new Map([...known, ['a role that no table lists', { ...someone, role: 'nobody-in-particular' }]]);
  });
}

const words = ({ read, change, remove, put }: TableReach): readonly string[] => [read, change, remove, put];

/**
 * Every table × every role, by SQL sent as that role would send it: what is read, changed and removed of all that the
 * demonstration holds, and whether a copy of a row that the role cannot see may be put in. The table is kept as a file, so
 * that a policy that lets more through is a line of a difference that somebody reads.
 */
test('Every role reaches of every table what tables-by-role.txt says, and no more', async () => {
  expect([...actors.keys()].sort()).toEqual([...roles, 'a role that no table lists'].sort());
  const lines: string[] = [];
  for (const table of tables) {
    lines.push(table.name);
    for (const [role, actor] of actors) {
      const [read, change, remove, put] = words(await reachOf(started.database.db, actor, table));
      lines.push(`  ${role.padEnd(28)} read ${read} · change ${change} · remove ${remove} · put in another’s ${put}`);
    }
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('tables-by-role.txt');
}, 300_000);

const POLICE = ['officer', 'supervisor', 'coordinator', 'information-officer'];

test.each(POLICE)('%s of a force reads no treatment record, by no statement', async (role) => {
  const records = tables.find(({ name }) => name === 'treatment_records')!;
  const reach = await reachOf(started.database.db, actors.get(role)!, records);
  expect(records.rows.length).toBeGreaterThan(0);
  expect(['refused', 'none']).toContain(reach.read);
  expect(['refused', 'none']).toContain(reach.change);
});

test('A role that no table lists reaches no row of a person, and removes and changes nothing', async () => {
  const actor = actors.get('a role that no table lists')!;
  for (const table of tables) {
    const { change, remove, put } = await reachOf(started.database.db, actor, table);
    expect([table.name, change, remove, put]).toEqual([
      table.name,
      expect.toBeOneOf(['refused', 'none']),
      expect.toBeOneOf(['refused', 'none']),
      expect.toBeOneOf(['refused', 'nothing hidden']),
    ]);
  }
});

/**
 * Every view × every role: whether anything is read of it, and in which columns. A view shows to a role what the tables
 * under it do not, so that each column of it is said here.
 */
test('Every role reads of every view what views-by-role.txt says, and no more', async () => {
  const views = await started.database.asMaker(async (maker) => {
    const { rows } = await maker.query<{ name: string; columns: string[] }>(`
      select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
      from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
      where t.table_schema = 'public' and t.table_type = 'VIEW' group by t.table_name order by t.table_name`);
    return rows;
  });
  const lines: string[] = [];
  for (const { name, columns } of views) {
    lines.push(name);
    for (const [role, actor] of actors) {
      lines.push(`  ${role.padEnd(28)} ${await readOfView(started.database.db, actor, { name, columns })}`);
    }
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('views-by-role.txt');
}, 120_000);
