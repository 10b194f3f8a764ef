import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addManyCases } from '../../bench/lists/many-cases.ts';
import { listPages, type ListPage } from '../../bench/lists/pages.ts';
import { explain, nodeWords, watched, type Explained, type WatchedDatabase } from '../../bench/lists/statements-of.ts';
import { demonstrationPlayers } from '../../src/cases/store/demonstration-players.ts';
import { asActor } from '../../src/db/index.ts';
import { compose, type Waymark } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { makeTestDatabase, type TestDatabase } from '../database/test-database.ts';

const FORCE = 'west-midlands';
const CASES = 16_000;
/** What a page and the counts of its lists may read at most of one table: a little more than is counted up to. */
const ROWS_READ = 1_100;
/** What a search may: a little more than it finds by words, or looks through. */
const ROWS_SEARCHED = 2_100;
const TABLES_OF_PEOPLE = new Set([
  ...['cases', 'case_progress', 'case_events', 'case_words', 'audit_entries'],
  ...['referrals', 'referral_words', 'triage_drafts'],
]);

const folder = mkdtempSync(join(tmpdir(), 'waymark-lists-'));
let database: TestDatabase;
let waymark: Waymark;
let seen: WatchedDatabase;
let pages: readonly ListPage[] = [];

beforeAll(async () => {
  const [template] = inject('testTemplates');
  if (template === undefined) throw new Error('There is no database to test with');
  database = await makeTestDatabase(template);
  seen = watched(database.db);
  const config = readConfig({ WAYMARK_DATA: folder, WAYMARK_DEMONSTRATION_PASSWORD: 'kelo-rabo-timu-suni' });
  waymark = compose(config, { database: seen.db });
  await waymark.demonstration();
  await database.asMaker((maker) => addManyCases(maker, { cases: CASES, force: FORCE }));
  const players = (await demonstrationPlayers(seen.db)).find(({ force }) => force === FORCE);
  if (players === undefined) throw new Error(`Nobody plays in ${FORCE}`);
  pages = listPages({ db: seen.db, cases: await waymark.cases(), triage: await waymark.triage() }, players);
}, 180_000);
afterAll(async () => {
  await waymark.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

async function explained(page: ListPage): Promise<readonly Explained[]> {
  const statements = (await seen.statementsOf(page.read)).filter(({ sql }) => !sql.includes('set_config'));
  return Promise.all(statements.map((statement) => explain(database.db, page.actor, statement)));
}

/** What of a plan no list may do, in words. */
function faultsOf({ sql, nodes }: Explained, { isSearch }: ListPage): readonly string[] {
  const most = isSearch ? ROWS_SEARCHED : ROWS_READ;
  return nodes.flatMap((node) => {
    const table = node['Relation Name'];
    if (table === undefined || !TABLES_OF_PEOPLE.has(table)) return [];
    const read =
      node['Actual Rows'] * node['Actual Loops'] + (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'];
    if (node['Node Type'] === 'Seq Scan') return [`reads all of ${table}: ${sql}`];
    return read > most ? [`reads ${read} rows by ${nodeWords(node)}: ${sql}`] : [];
  });
}

async function faultsOn(page: ListPage): Promise<readonly string[]> {
  return (await explained(page)).flatMap((statement) => faultsOf(statement, page));
}

test('No list and no search of any role reads a whole table of people, or more of one than it counts', async () => {
  const faults: Record<string, readonly string[]> = {};
  for (const page of pages) {
    const found = await faultsOn(page);
    if (found.length > 0) faults[page.name] = found;
  }
  expect(pages.length).toBeGreaterThan(25);
  expect(faults).toEqual({});
}, 180_000);

test.each([
  ['case_progress_by_status', 'supervisor: to-decide'],
  ['case_progress_by_last_change', 'coordinator: all'],
  ['cases_by_opener', 'officer: mine'],
  ['referrals_by_provider', 'provider: engaging'],
  ['case_events_otherwise', 'supervisor: overrides'],
  ['triage_drafts_unfinished', 'officer: unfinished triages'],
  ['audit_entries_by_force', 'information-officer: audit'],
])('Without the index %s that would not hold of %s', async (index, name) => {
  expect(await without(index, () => faultsOn(pageCalled(name)))).not.toEqual([]);
});

/** How often a search reads a whole table for its words. What its function reads stands in no plan. */
async function wholeTablesRead({ actor }: ListPage, of: 'cases' | 'referrals'): Promise<number> {
  return asActor(database.db, actor, async (tx) => {
    const names = sql.ref(`${of}_with_words`);
    const words = of === 'cases' ? 'case_words' : 'referral_words';
    await sql`select ${names}('{zoe,ashbury}', 1000)`.execute(tx);
    const { rows } = await sql<{
      scans: number;
    }>`select pg_stat_get_xact_numscans(${words}::regclass) as scans`.execute(tx);
    return rows[0]?.scans ?? Number.NaN;
  });
}

test.each([
  ['case_words_by_gram', 'cases', 'coordinator: all'],
  ['referral_words_by_gram', 'referrals', 'provider: finished'],
] as const)('Words are found by the index %s, and without it in the whole table', async (index, of, name) => {
  const page = pageCalled(name);
  expect(await wholeTablesRead(page, of)).toBe(0);
  expect(await without(index, () => wholeTablesRead(page, of))).toBe(1);
});

function pageCalled(name: string): ListPage {
  const page = pages.find((each) => each.name === name);
  if (page === undefined) throw new Error(`There is no page ${name}`);
  return page;
}

/** Does something while there is no such index. */
async function without<Answer>(index: string, work: () => Promise<Answer>): Promise<Answer> {
  const made = await database.asOwner(async (owner) => {
    const { rows } = await owner.query<{ made: string }>('select pg_get_indexdef($1::regclass) as made', [index]);
    await owner.query(`drop index ${index}`);
    return rows[0]?.made ?? '';
  });
  const answer = await work();
  await database.asOwner((owner) => owner.query(made));
  return answer;
}
