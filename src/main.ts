import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import {
  accessPages,
  actorOf,
  demonstrationNotice,
  hashOfToken,
  isPassword,
  newSessionToken,
  recogniseVisitors,
  visitorOf,
  type AccessWork,
} from './access/index.ts';
import { accessInDatabase } from './access/store/access-in-database.ts';
import { loadDemonstrationPeople } from './access/store/demonstration.ts';
import { keptSecret, newDemonstrationPassword, newSecret } from './access/store/kept-secret.ts';
import { casePages, compileCatalogue, loadDemonstrationCases, type CaseWork } from './cases/index.ts';
import { databaseCaseStore } from './cases/store/database-case-store.ts';
import { demonstrationPlayers } from './cases/store/demonstration-players.ts';
import { ConfigFault, readConfig, type Config } from './config.ts';
import { databaseHealth, DatabaseFault, oneAtATime, openDatabase, type WaymarkDatabase } from './db/index.ts';
import {
  closeLeftOver,
  evaluationPages,
  evaluationQueue,
  loadDemonstrationEvaluation,
  type EvaluationMeans,
  type EvaluationWork,
} from './evaluation/index.ts';
import { demonstrationEvaluator } from './evaluation/store/demonstration-evaluator.ts';
import { evaluationThreads } from './evaluation/store/evaluation-threads.ts';
import { evaluationsInDatabase } from './evaluation/store/evaluations-in-database.ts';
import { loadExamplePlans, type ExamplePlan } from './evaluation/store/example-plans.ts';
import { studyUploadsIn } from './evaluation/store/study-uploads.ts';
import { schemePages } from './schemes/index.ts';
import { CatalogueFault, loadCatalogue } from './schemes/store/catalogue-files.ts';
import { loadVocabulary } from './reference/store/reference-lists.ts';
import { loadReferenceWords } from './reference/store/reference-words.ts';
import { londonDayOf } from './shared/calendar-day.ts';
import { type Visitor } from './web/markup/index.ts';
import { buildServer, seeOther } from './web/server/index.ts';

const clock = (): Date => new Date();
const say = (line: string): void => console.error(`Waymark: ${line}`);

/** What has to be closed when the program ends, in the order in which it was opened. */
const opened: (() => Promise<unknown>)[] = [];

const PORT_FREE_WITHIN_MS = 5_000;
const CLOSED_WITHIN_MS = 30_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  await waitForPort(config);
  const db = await openDatabase({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl, say });
  opened.push(() => db.close());
  const cases = await caseWork(config, db);
  const demonstration = config.demonstration ? await oneAtATime(db, () => loadDemonstration(config, db, cases)) : null;
  const evaluations = await evaluationWork(config, db);
  const examples = await loadExamplePlans();
  const server = await serve(config, { db, cases, evaluations, examples, hasDemonstration: demonstration !== null });
  opened.push(() => server.close());
  await server.listen({ port: config.port, host: config.host });
  console.log(`\nWaymark answers on ${addressOf(server, config.host)}\n`);
  if (demonstration === null) return;
  console.log(`${demonstration}\n`);
  await beginDemonstrationEvaluation(db, evaluations, examples);
}

/** The evaluation to look at, carried out beside the server, which answers meanwhile. */
async function beginDemonstrationEvaluation(
  db: WaymarkDatabase,
  work: EvaluationWork,
  examples: readonly ExamplePlan[],
): Promise<void> {
  const evaluator = await demonstrationEvaluator(db);
  const plan = examples.find(({ name }) => name === 'randomised');
  if (!evaluator || !plan) return;
  await oneAtATime(db, () => loadDemonstrationEvaluation(work, evaluator, plan.text)).catch((fault: Error) =>
    say(`The demonstration has no evaluation: ${fault.message}`),
  );
}

async function evaluationWork({ dataFolder }: Config, db: WaymarkDatabase): Promise<EvaluationWork> {
  const threads = evaluationThreads();
  const means: EvaluationMeans = {
    store: evaluationsInDatabase(db, await keptSecret(dataFolder, 'runner', randomUUID)),
    uploads: studyUploadsIn(join(dataFolder, 'uploads')),
    threads,
    clock,
    onFault: (fault, id) => console.error(`Waymark: evaluation ${id} failed:`, fault),
  };
  await closeLeftOver(means);
  const queue = evaluationQueue(means);
  opened.push(() => Promise.all([queue.stop(), threads.stop()]));
  return { ...means, queue, newId: randomUUID };
}

/** How to sign in, or null where the database is in use for real work. */
async function loadDemonstration(config: Config, db: WaymarkDatabase, cases: CaseWork): Promise<string | null> {
  const password =
    config.demonstrationPassword ??
    (await keptSecret(config.dataFolder, 'demonstration-password', newDemonstrationPassword));
  if (!(await loadDemonstrationPeople(db, password))) return null;
  await loadDemonstrationCases(cases, await demonstrationPlayers(db));
  return demonstrationNotice(password);
}

async function caseWork({ pcscCautionsCommenced }: Config, db: WaymarkDatabase): Promise<CaseWork> {
  const catalogue = compileCatalogue(await loadVocabulary(), await loadCatalogue());
  return { store: databaseCaseStore(db), catalogue, clock, newId: randomUUID, settings: { pcscCautionsCommenced } };
}

interface Served {
  readonly db: WaymarkDatabase;
  readonly cases: CaseWork;
  readonly evaluations: EvaluationWork;
  readonly examples: readonly ExamplePlan[];
  readonly hasDemonstration: boolean;
}

async function serve(config: Config, served: Served): Promise<FastifyInstance> {
  const { db, cases, evaluations, examples, hasDemonstration } = served;
  const { schemes } = cases.catalogue;
  const words = await loadReferenceWords();
  const access: AccessWork = {
    store: accessInDatabase(db, { admitsDemonstration: config.demonstration }),
    clock,
    isPassword,
    newToken: newSessionToken,
    hashOfToken,
  };
  const server = await buildServer({
    health: async () => {
      const health = await databaseHealth(db);
      return { ok: health.status === 'ok', ...health };
    },
    visitorOf,
    navigationFor: (visitor) => [
      ...(visitor ? [readsEvaluations(visitor) ? EVALUATIONS : CASES] : []),
      { text: 'Schemes', href: '/schemes' },
      { text: 'The rules', href: '/about/rules' },
    ],
    isDemonstration: hasDemonstration,
    cookieSecret: config.sessionSecret ?? (await keptSecret(config.dataFolder, 'session-secret', newSecret)),
    trustProxy: config.trustProxy,
    logger: { level: config.logLevel },
  });
  recogniseVisitors(server, access);
  server.get('/', { config: { access: 'signed-in' } }, (request, reply) =>
    seeOther(reply, (readsEvaluations(visitorOf(request)) ? EVALUATIONS : CASES).href),
  );
  await server.register(accessPages({ work: access, hasDemonstration }));
  await server.register(schemePages({ schemes, words, today: () => londonDayOf(clock()) }));
  await server.register(casePages({ work: cases, words, actorOf }));
  await server.register(evaluationPages({ work: evaluations, actorOf, examples, hasGenerated: hasDemonstration }));
  return server;
}

const CASES = { text: 'Cases', href: '/cases' };
const EVALUATIONS = { text: 'Evaluations', href: '/evaluations' };

/** Evaluators and boards work with evaluations; everybody else with cases. */
function readsEvaluations(visitor: Visitor | null): boolean {
  return visitor?.role === 'evaluator' || visitor?.role === 'board';
}

/** Where a browser on this machine finds it. PORT=0 lets the system choose the port. */
function addressOf(server: FastifyInstance, host: string): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const [address] = server.addresses();
  return `http://${name}:${typeof address === 'object' ? address.port : ''}`;
}

/** A Waymark that was killed a moment ago may still be letting go of the port. */
async function waitForPort({ port, host }: Config): Promise<void> {
  for (const deadline = Date.now() + PORT_FREE_WITHIN_MS; ; await pause(200)) {
    const fault = await tryPort(port, host);
    if (fault === null) return;
    if (fault.code === 'EADDRINUSE' && Date.now() < deadline) continue;
    throw new StartFault(wordsOfPortFault(fault, port, host));
  }
}

function wordsOfPortFault({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program, perhaps another Waymark. Stop that, or choose another: PORT=${port + 1} npm start`;
  if (code === 'EACCES')
    return `Port ${port} needs an administrator's rights. Choose one above 1023: PORT=3000 npm start`;
  return `No port can be opened on ${host}:${port} (${message}). Check HOST and PORT.`;
}

function tryPort(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

/** Ends the program once: at a signal, and when the launcher that started it is gone. */
let isStopping = false;
async function stop(status: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(status || 1), CLOSED_WITHIN_MS).unref();
  for (const close of opened.toReversed()) await close().catch((fault: Error) => say(fault.message));
  process.exit(status);
}

class StartFault extends Error {}

/** What whoever starts Waymark can put right is said in words; of anything else they need to see the place in the code. */
function report(fault: unknown): void {
  const isTheirs = [StartFault, ConfigFault, DatabaseFault, CatalogueFault].some((kind) => fault instanceof kind);
  if (!isTheirs) return console.error(fault);
  for (const line of (fault as Error).message.split('\n')) say(line);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('disconnect', () => void stop(0));
try {
  await start();
} catch (fault) {
  report(fault);
  await stop(1);
}
