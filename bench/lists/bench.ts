import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { CompiledQuery } from 'kysely';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { demonstrationPlayers } from '../../src/cases/store/demonstration-players.ts';
import type { ActingAccount } from '../../src/db/index.ts';
import { ensureDatabase } from '../../src/db/embedded/ensure-database.ts';
import { joinEmbeddedServer } from '../../src/db/embedded/embedded-server.ts';
import { serverConnection } from '../../src/db/embedded/probe.ts';
import { migrate } from '../../src/db/migrate.ts';
import { connect } from '../../src/db/open-database.ts';
import { median, type Bench, type Figure } from '../figure.ts';
import { addManyCases } from './many-cases.ts';
import { listPages } from './pages.ts';
import { explain, explainedBy, nodeWords, watched, type Explained, type ExplainedRow } from './statements-of.ts';

const FORCE = 'west-midlands';
const ROUNDS = 3;
const SOONER = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '8GB',
  shared_buffers: '512MB',
};

/** The time in the database of every list and search, beside the same statements without row-level security. */
export const bench: Bench = async (say, { size = 100_000 } = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  await chmod(folder, 0o711);
  const server = await joinEmbeddedServer({ dataFolder: folder, say: () => undefined, settings: SOONER });
  try {
    const { owner, logins } = await ensureDatabase(server.socketFolder, 'waymark_bench');
    await within(owner, migrate);
    const { db, statementsOf } = watched(connect('embedded', logins, async () => undefined));
    const config = readConfig({ WAYMARK_DATA: folder, WAYMARK_DEMONSTRATION_PASSWORD: 'kelo-rabo-timu-suni' });
    const waymark = compose(config, { database: db });
    await waymark.demonstration();
    const maker = { ...serverConnection(server.socketFolder), database: 'waymark_bench' };
    const began = Date.now();
    await within(maker, (client) => addManyCases(client, { cases: size, force: FORCE }));
    say(`${size.toLocaleString('en-GB')} cases made in ${Math.round((Date.now() - began) / 1000)} s`);
    const players = (await demonstrationPlayers(db)).find(({ force }) => force === FORCE);
    if (players === undefined) throw new Error(`Nobody plays in ${FORCE}`);
    const figures: Figure[] = [];
    for (const page of listPages({ db, cases: await waymark.cases(), triage: await waymark.triage() }, players)) {
      const statements = (await statementsOf(page.read)).filter(
        ({ sql }) => /^(select|\()/i.test(sql) && !sql.includes('set_config'),
      );
      const timed = await timesOf(statements, (statement) => explain(db, page.actor, statement));
      const bare = await within(maker, async (client) => {
        await actingAs(client, page.actor);
        return timesOf(statements, (statement) => explainBare(client, statement));
      });
      figures.push({
        name: page.name,
        value: timed.ms,
        unit: `ms in ${statements.length} statements, ${timed.blocks.toLocaleString('en-GB')} blocks; ${bare.ms.toFixed(1)} ms bare`,
      });
      say(
        `${page.name}: ${timed.ms.toFixed(1)} ms (${bare.ms.toFixed(1)} bare); slowest ${timed.slowest.ms.toFixed(1)}: ${wayOf(timed.slowest)}`,
      );
    }
    await db.close();
    return { figures, notes: notesOf(size, figures) };
  } finally {
    await server.leave();
    await rm(folder, { recursive: true, force: true });
  }
};

function notesOf(size: number, figures: readonly Figure[]): readonly string[] {
  const slowest = (are: (name: string) => boolean): string => {
    const [first] = figures.filter(({ name }) => are(name)).toSorted((a, b) => b.value - a.value);
    return first === undefined ? 'none' : `${first.value.toFixed(1)} ms (${first.name})`;
  };
  const isSearch = (name: string): boolean => name.includes('“');
  return [
    `${size.toLocaleString('en-GB')} copies of the demonstration’s cases in one force. Each figure: planning and execution of every statement that the page sends, the counts of all lists of the role among them; the median of ${ROUNDS} runs, as the application’s role with its settings.`,
    'bare: the same statements in the same run as a superuser, past row-level security (views ask as their owner all the same).',
    `The slowest list: ${slowest((name) => !isSearch(name))}; the slowest search: ${slowest(isSearch)}.`,
  ];
}

interface Timed {
  readonly ms: number;
  readonly blocks: number;
  readonly slowest: Explained;
}

async function timesOf(
  statements: readonly CompiledQuery[],
  run: (statement: CompiledQuery) => Promise<Explained>,
): Promise<Timed> {
  let ms = 0;
  let blocks = 0;
  let slowest: Explained = { sql: '', ms: 0, blocks: 0, nodes: [] };
  for (const statement of statements) {
    const runs: Explained[] = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await run(statement));
    const middle = median(runs.map((each) => each.ms));
    ms += middle;
    blocks += median(runs.map((each) => each.blocks));
    const [one] = runs;
    if (one !== undefined && middle > slowest.ms) slowest = { ...one, ms: middle };
  }
  return { ms, blocks, slowest };
}

function wayOf({ nodes }: Explained): string {
  const reads = nodes.flatMap((node) => ((node['Relation Name'] ?? node['Index Name']) ? [nodeWords(node)] : []));
  return [...new Set(reads)].join(', ');
}

async function explainBare(client: pg.Client, { sql, parameters }: CompiledQuery): Promise<Explained> {
  const { rows } = await client.query<ExplainedRow>(`explain (analyse, buffers, format json) ${sql}`, [...parameters]);
  return explainedBy(sql, rows[0]);
}

async function actingAs(client: pg.Client, actor: ActingAccount): Promise<void> {
  const settings = {
    account_id: actor.accountId,
    organisation_id: actor.organisationId,
    force: actor.force ?? '',
    role: actor.role,
  };
  for (const [name, value] of Object.entries(settings))
    await client.query('select set_config($1, $2, false)', [`waymark.${name}`, value]);
}

async function within<Answer>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
