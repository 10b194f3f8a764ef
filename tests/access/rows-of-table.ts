import { sql } from 'kysely';
import { z } from 'zod';
import { asActor, type ActingAccount, type WaymarkDatabase } from '../../src/db/index.ts';

/** How many rows an attempt reached: none at all because it was refused, none, some, or all that there are. */
export type Reach = 'refused' | 'none' | 'some' | 'all';

/** What somebody reaches of one table, whatever the pages would let them do: the statements are sent as they are. */
export interface TableReach {
  readonly read: Reach;
  readonly change: Reach;
  readonly remove: Reach;
  /** Whether a row of somebody else's could be put in: a copy of each that they cannot see. */
  readonly put: 'refused' | 'accepted' | 'nothing hidden' | `stopped by ${string}`;
}

/** A table with all its rows, as JSON, as its owner sees them. */
export interface WholeTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** Thrown so that a transaction is rolled back. */
class Undone extends Error {}

/** Tries everything on one table as an actor, and undoes it. */
export async function reachOf(db: WaymarkDatabase, actor: ActingAccount, table: WholeTable): Promise<TableReach> {
  const name = sql.table(table.name);
  const of = (count: number): Reach => (count === 0 ? 'none' : count < table.rows.length ? 'some' : 'all');
  const attempt = async (statement: ReturnType<typeof sql>): Promise<Reach> => {
    let reached: Reach = 'refused';
    await undone(db, actor, async (run) => {
      const { rows, numAffectedRows } = await run(statement);
      reached = of(Number(numAffectedRows ?? rows.length));
    });
    return reached;
  };
  const read = await attempt(sql`select 1 from ${name}`);
  const changes = await Promise.all(
    table.columns.map((column) => attempt(sql`update ${name} set ${sql.ref(column)} = ${sql.ref(column)}`)),
  );
  const furthest = (['all', 'some', 'none'] as const).find((reach) => changes.includes(reach)) ?? 'refused';
  return {
    read,
    change: furthest,
    remove: await attempt(sql`delete from ${name}`),
    put: await putOf(db, actor, table),
  };
}

/** In which of its columns an actor reads rows of a view; `nothing` where it shows none, `refused` where none may be asked. */
export async function readOfView(
  db: WaymarkDatabase,
  actor: ActingAccount,
  { name, columns }: Pick<WholeTable, 'name' | 'columns'>,
): Promise<string> {
  const read: string[] = [];
  const refused: string[] = [];
  for (const column of columns) {
    const counts: number[] = [];
    await undone(db, actor, async (run) => {
      counts.push((await run(sql`select ${sql.ref(column)} from ${sql.table(name)} limit 1`)).rows.length);
    });
    const [count] = counts;
    if (count === undefined) refused.push(column);
    else if (count > 0) read.push(column);
  }
  if (refused.length === columns.length) return 'refused';
  if (read.length === 0) return 'nothing';
  return refused.length === 0 ? 'all' : `all but ${refused.join(', ')}`;
}

async function putOf(db: WaymarkDatabase, actor: ActingAccount, table: WholeTable): Promise<TableReach['put']> {
  let seen = new Set<string>();
  await undone(db, actor, async (run) => {
    const { rows } = await run(sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table.name)} t`);
    seen = new Set(rows.map(({ row }) => row));
  });
  const hidden = table.rows
    .filter((row) => !seen.has(row))
    .slice(0, 5)
    .map((row) => asNextOfItsChain(row, table.rows));
  if (hidden.length === 0) return 'nothing hidden';
  for (const row of hidden) {
    const columns = sql.join(table.columns.map((column) => sql.ref(column)));
    const into = sql`insert into ${sql.table(table.name)} (${columns})
      select ${columns} from jsonb_populate_record(null::${sql.table(table.name)}, ${row}::jsonb)`;
    let stoppedBy: string | null = null;
    await undone(
      db,
      actor,
      async (run) => void (await run(into)),
      (fault) => {
        stoppedBy = isRefusal(fault) ? 'refused' : codeOf(fault);
      },
    );
    if (stoppedBy !== 'refused') return stoppedBy === null ? 'accepted' : `stopped by ${String(stoppedBy)}`;
  }
  return 'refused';
}

/** A row of a chain with the place and the hash that come next in it, so that the chain would have nothing against it. */
function asNextOfItsChain(row: string, all: readonly string[]): string {
  const read = (text: string) => chained.parse(JSON.parse(text));
  const one = read(row);
  if (one.previous_hash === undefined) return row;
  const last = all
    .map(read)
    .filter(({ chain, case_id }) => chain === one.chain && case_id === one.case_id)
    .reduce((latest, each) => (each.sequence! > latest.sequence! ? each : latest));
  return JSON.stringify({ ...JSON.parse(row), sequence: last.sequence! + 1, previous_hash: last.hash });
}

const chained = z.object({
  chain: z.string().optional(),
  case_id: z.string().nullish(),
  sequence: z.number().optional(),
  previous_hash: z.string().optional(),
  hash: z.string().optional(),
});

type Run = <Row>(statement: ReturnType<typeof sql<Row>>) => Promise<{
  readonly rows: readonly Row[];
  readonly numAffectedRows?: bigint;
}>;

/** A transaction that never commits. What the database refuses ends it quietly; anything else is the test's fault. */
async function undone(
  db: WaymarkDatabase,
  actor: ActingAccount,
  work: (run: Run) => Promise<void>,
  refused: (fault: unknown) => void = (fault) => {
    if (!isRefusal(fault)) throw fault;
  },
): Promise<void> {
  await asActor(db, actor, async (tx) => {
    await work((statement) => statement.execute(tx));
    throw new Undone();
  }).catch((fault: unknown) => {
    if (!(fault instanceof Undone)) refused(fault);
  });
}

/** No privilege, a policy, or a trigger that will not have it. */
function isRefusal(fault: unknown): boolean {
  const code = codeOf(fault);
  return code === '42501' || code === 'P0001' || code === '428C9';
}

/** PostgreSQL's five characters; the fault's own words where it has none. */
function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : String(fault);
}
