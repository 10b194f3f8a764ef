import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { ensureDatabase } from '../../src/db/embedded/ensure-database.ts';
import { joinEmbeddedServer } from '../../src/db/embedded/embedded-server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { connect } from '../../src/db/open-database.ts';
import { serveRooms } from '../../src/serve-rooms.ts';
import { median, type Bench, type Figure } from '../figure.ts';
import { referredCases } from './referred-cases.ts';
import { Visit } from './visit.ts';

const PASSWORD = 'kelo-rabo-timu-suni';
const BARE = 'a bare INSERT';
const ROUNDS = 12;
/** Of each kind in a round, after one round that is not counted. */
const EACH = 5;

/** What an officer and a provider send, beside a bare route with one INSERT on the same database, in turns. */
export const bench: Bench = async (say) => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  await chmod(folder, 0o711);
  const server = await joinEmbeddedServer({ dataFolder: folder, say: () => undefined });
  try {
    const { owner, logins } = await ensureDatabase(server.socketFolder, 'waymark_bench');
    await within(owner, migrate);
    const db = connect('embedded', logins, async () => undefined);
    const waymark = compose(readConfig({ WAYMARK_DATA: folder, WAYMARK_DEMONSTRATION_PASSWORD: PASSWORD }), {
      database: db,
    });
    await waymark.demonstration();
    const program = await serveRooms({
      rooms: await waymark.rooms(),
      access: await waymark.access(),
      health: () => Promise.resolve({ ok: true }),
      cookieSecret: 'a secret for a bench that is long enough',
      requestsPerMinute: 10_000_000,
    });
    const bare = await bareRoute(owner);
    const officer = await Visit.signedIn(program, { email: 'officer@west-midlands.example', password: PASSWORD });
    const waiting = await referredCases(waymark, db, (ROUNDS + 1) * EACH);
    const worker = await Visit.signedIn(program, { email: waiting.email, password: PASSWORD });
    say(`${waiting.caseIds.length} cases referred`);
    const times = await inTurns(
      [
        { name: BARE, run: () => bare.send() },
        { name: 'a triage begun', run: async () => void (await begin(officer)) },
        { name: 'a whole triage, begun and finished', run: async () => finish(officer, await begin(officer)) },
        { name: 'a referral accepted', run: () => accept(worker, waiting.caseIds) },
      ],
      say,
    );
    await bare.close();
    await program.close();
    await waymark.close();
    await db.close();
    return report(times);
  } finally {
    await server.leave();
    await rm(folder, { recursive: true, force: true });
  }
};

interface Kind {
  readonly name: string;
  readonly run: () => Promise<void>;
}

interface Taken {
  readonly ms: number;
  readonly statements: number;
}

/** What each kind takes, by round: the middle of the round. All kinds in turn in every round. */
async function inTurns(kinds: readonly Kind[], say: (line: string) => void): Promise<Map<string, Taken[]>> {
  const sent = countedStatements();
  const rounds = new Map<string, Taken[]>(kinds.map(({ name }) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, run } of kinds) {
      const taken: number[] = [];
      const before = sent.count;
      for (let one = 0; one < EACH; one += 1) {
        const began = performance.now();
        await run();
        taken.push(performance.now() - began);
      }
      if (round > 0) rounds.get(name)?.push({ ms: median(taken), statements: (sent.count - before) / EACH });
    }
    say(round === 0 ? 'warmed up' : `round ${round} of ${ROUNDS}`);
  }
  sent.stop();
  return rounds;
}

/** How many statements go to the database, those that begin and end a transaction among them. */
function countedStatements() {
  const described = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  const query: unknown = described?.value;
  if (typeof query !== 'function') throw new Error('The database’s client has no query');
  const sent = { count: 0, stop: () => Object.defineProperty(pg.Client.prototype, 'query', { ...described }) };
  Object.defineProperty(pg.Client.prototype, 'query', {
    ...described,
    value(this: unknown, ...given: unknown[]): unknown {
      sent.count += 1;
      return Reflect.apply(query, this, given);
    },
  });
  return sent;
}

function report(times: ReadonlyMap<string, readonly Taken[]>) {
  const bare = times.get(BARE) ?? [];
  const figures = [...times].map(([name, taken]): Figure => {
    const ratio = median(taken.map(({ ms }, round) => ms / (bare[round]?.ms ?? Number.NaN)));
    const statements = median(taken.map((each) => each.statements));
    return {
      name,
      value: median(taken.map(({ ms }) => ms)),
      unit: `ms, 1:${ratio.toFixed(1)}, ${statements} statements`,
    };
  });
  return {
    figures,
    notes: [
      `Requests with forms, answered without a socket; ${ROUNDS} rounds of ${EACH} of each kind in turn. A figure is the median of the rounds’ medians, a ratio that of each round’s ratios to its own bare INSERT.`,
      'A bare INSERT: a Fastify route of its own with a pool of its own, one row of JSON, committed to the same database, with the settings that the program runs it with.',
      'Aims: a whole triage 1:10, a referral accepted 1:4.',
    ],
  };
}

async function begin(officer: Visit): Promise<string> {
  const fields = {
    name: 'Robin Sample',
    when: 'today',
    'born-on-day': '3',
    'born-on-month': '4',
    'born-on-year': '1999',
  };
  const location = await officer.send('/triages/new', fields);
  const [path] = /^\/triages\/[0-9a-f-]{36}/.exec(location) ?? [];
  if (path === undefined) throw new Error(`A triage led to ${location}`);
  return path;
}

async function finish(officer: Visit, path: string): Promise<void> {
  const location = await officer.send(`${path}/finish`, {});
  if (!location.startsWith('/cases/')) throw new Error(`A finished triage led to ${location}`);
}

async function accept(worker: Visit, caseIds: string[]): Promise<void> {
  const caseId = caseIds.pop();
  if (caseId === undefined) throw new Error('No more cases are referred');
  const location = await worker.send(`/cases/${caseId}/accept-referral`, { seen: String(4) });
  if (location !== `/cases/${caseId}`) throw new Error(`An accepted referral led to ${location}`);
}

/** A form's route as small as it can be: one row of JSON, and on to the next page. */
async function bareRoute(owner: pg.ClientConfig) {
  const pool = new pg.Pool({ ...owner, max: 1 });
  await pool.query('create table bench_rows (id bigint generated always as identity primary key, data jsonb not null)');
  const server: FastifyInstance = fastify();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body: string, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body)));
    },
  );
  server.post('/rows', async (request, reply) => {
    await pool.query('insert into bench_rows (data) values ($1)', [JSON.stringify(request.body)]);
    return reply.redirect('/rows', 303);
  });
  return {
    async send() {
      const payload = new URLSearchParams({ name: 'Robin Sample', when: 'today' }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const { statusCode } = await server.inject({ method: 'POST', url: '/rows', headers, payload });
      if (statusCode !== 303) throw new Error(`The bare route answered ${statusCode}`);
    },
    async close() {
      await server.close();
      await pool.end();
    },
  };
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
