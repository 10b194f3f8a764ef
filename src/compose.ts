import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AccessWork, AccountsWork } from './access/index.ts';
import type { Verification, VerifyOptions } from './audit/index.ts';
import type { BackedUp, BackedUpBase, BackUpOptions, Restored, RestoredTo, RestoreOptions } from './backup/index.ts';
import type { CaseWork } from './cases/index.ts';
import type { TriageWork } from './triage/index.ts';
import { ConfigFault, type Config } from './config.ts';
import type { SetUp, WaymarkDatabase } from './db/index.ts';
import type { EvaluationWork, StudiedCase } from './evaluation/index.ts';
import { allowsPlainHttp } from './plain-http.ts';
import type { JobRunner } from './jobs/index.ts';
import type { ProvidersWork } from './providers/index.ts';
import type { Room } from './room.ts';
import { londonDayOf } from './shared/calendar-day.ts';
import { faultForTheLog } from './shared/fault-for-the-log.ts';

/** What is outside of the program. Each has a standard; tests give their own. */
export interface Outside {
  readonly clock: () => Date;
  /** A new random UUID. */
  readonly newId: () => string;
  /** Told, in sentences, what those who run Waymark should know. */
  readonly say: (line: string) => void;
  /** A database that is open already; or whether one is made where there is none. */
  readonly database: WaymarkDatabase | 'made-where-missing' | 'must-exist';
}

/**
 * Waymark, put together: the server, the command line and the tests each take from it what they need. A part is made
 * when it is first asked for, with what it stands on, and its code is loaded then: a command that needs no database opens
 * none, and no command loads the web server.
 */
export interface Waymark {
  readonly config: Config;
  database(): Promise<WaymarkDatabase>;
  /** Signing in and out. */
  access(): Promise<AccessWork>;
  /** Managing organisations and accounts. */
  accounts(): Promise<AccountsWork>;
  cases(): Promise<CaseWork>;
  triage(): Promise<TriageWork>;
  /** Evaluations: begun here, and carried out by whichever program does jobs. */
  evaluations(): Promise<EvaluationWork>;
  /** The cases of one force, or of all, as a study takes them. */
  studiedCases(force: string | null): Promise<readonly StudiedCase[]>;
  /** Walks every chain of every record, and compares them with heads that were kept, if there are any. */
  verifyRecords(options?: VerifyOptions): Promise<Verification>;
  /** Makes the tables and the logins of a database that somebody else runs. */
  setUpLogins(): Promise<SetUp>;
  /** Writes all that the database holds to a folder, as it stands at one moment. */
  backUp(options: Pick<BackUpOptions, 'to' | 'toPublicKey' | 'onTable'>): Promise<BackedUp>;
  /** Copies the files of the embedded server, from which its archived log goes on. */
  backUpBase(options: { readonly to: string }): Promise<BackedUpBase>;
  /** Goes back to a moment by a base and the log; null where the folder holds none. */
  restoreTo(options: { readonly from: string; readonly at?: Date; readonly log?: string }): Promise<RestoredTo | null>;
  /** Fills a new database with what a backup holds. */
  restore(options: RestoreOptions): Promise<Restored>;
  /** The demonstration, once it is loaded; null where there is none to be. */
  demonstration(): Promise<Demonstration | null>;
  /** Every room, in the order in which the navigation shows them. */
  rooms(): Promise<readonly Room[]>;
  /** The web server with the pages of every room. It does not listen yet. */
  server(): Promise<FastifyInstance>;
  /** Begins to do the jobs of every room, those too that other programs have added. */
  jobs(): Promise<JobRunner>;
  /** Ends what was begun and closes what was opened, the last first. */
  close(): Promise<void>;
}

export interface Demonstration {
  /** How to sign in. */
  readonly notice: string;
  /** Carries out the evaluation to look at; resolves when it is shared with boards. */
  readonly evaluate: () => Promise<void>;
}

/** The only place that joins adapters to use-cases. Does nothing until something is asked of it. */
export function compose(config: Config, outside: Partial<Outside> = {}): Waymark {
  // Until the database is open there is nothing to date.
  let databaseTime = (): Date => new Date();
  const clock = outside.clock ?? (() => databaseTime());
  const newId = outside.newId ?? randomUUID;
  const say = outside.say ?? (() => undefined);
  const opened: (() => Promise<unknown>)[] = [];
  let doesJobs = false;

  const database = once(async () => {
    const given = outside.database ?? 'made-where-missing';
    if (typeof given === 'object') return given;
    const { databaseClock, openDatabase } = await import('./db/index.ts');
    const db = await openDatabase({ ...config, say, mustExist: given === 'must-exist' });
    opened.push(() => db.close());
    const { now, stop } = await databaseClock(db, say);
    databaseTime = now;
    opened.push(async () => stop());
    return db;
  });

  const access = once(async (): Promise<AccessWork> => {
    const { hashOfToken, isPassword, newSessionToken, signInGate } = await import('./access/index.ts');
    const { accessInDatabase } = await import('./access/store/access-in-database.ts');
    const store = accessInDatabase(await database(), { admitsDemonstration: config.demonstration });
    return {
      store,
      clock,
      gate: signInGate(),
      isPassword,
      newPassword: await newPassword(),
      newToken: newSessionToken,
      hashOfToken,
    };
  });

  const accounts = once(async (): Promise<AccountsWork> => {
    const { accountsInDatabase } = await import('./access/store/accounts-in-database.ts');
    const store = accountsInDatabase(await database());
    const { guess, hash } = await newPassword();
    return { store, clock, newId, guessPassword: guess, hashPassword: hash };
  });

  const newPassword = once(async (): Promise<AccessWork['newPassword']> => {
    const { hashPassword, passwordGuesser } = await import('./access/index.ts');
    const { loadForces } = await import('./reference/store/forces.ts');
    const places = (await loadForces()).flatMap(({ id, name }) => [id, name, ...name.split(' ')]);
    return { guess: passwordGuesser(places), hash: hashPassword };
  });

  const catalogue = once(async () => {
    const { compileCatalogue } = await import('./triage/index.ts');
    const { loadCatalogue } = await import('./schemes/store/catalogue-files.ts');
    const { loadLaw } = await import('./schemes/store/law-files.ts');
    const { loadReferenceLists } = await import('./reference/store/reference-lists.ts');
    const reference = await loadReferenceLists();
    return compileCatalogue(reference.vocabulary, await loadCatalogue(undefined, reference), await loadLaw(reference));
  });

  /** A finished triage opens its case in its own transaction: neither room knows how the other keeps anything. */
  const triage = once(async (): Promise<TriageWork> => {
    const { databaseTriageStore } = await import('./triage/store/database-triage-store.ts');
    const { earlierDiversions, openCase } = await import('./cases/index.ts');
    const store = databaseTriageStore(await database());
    const work = await cases();
    return {
      store,
      catalogue: await catalogue(),
      clock,
      newId,
      openCase: (transaction, actor, opening) => openCase(work, actor, { transaction, opening }),
      earlierDiversions: (actor, person) => earlierDiversions(work, actor, person),
    };
  });

  const cases = once(async (): Promise<CaseWork> => {
    const { databaseCaseStore } = await import('./cases/store/database-case-store.ts');
    const { pcscCautionsCommenced } = config;
    const store = databaseCaseStore(await database());
    return { store, catalogue: await catalogue(), clock, newId, settings: { pcscCautionsCommenced } };
  });

  const providers = once(async (): Promise<ProvidersWork> => {
    const { providersInDatabase } = await import('./providers/store/providers-in-database.ts');
    return { store: providersInDatabase(await database()), clock, newId };
  });

  const evaluations = once(async (): Promise<EvaluationWork> => {
    const { evaluationThreads } = await import('./evaluation/store/evaluation-threads.ts');
    const { evaluationsInDatabase } = await import('./evaluation/store/evaluations-in-database.ts');
    const { studyUploadsInDatabase } = await import('./evaluation/store/study-uploads.ts');
    const db = await database();
    const threads = evaluationThreads();
    opened.push(() => threads.stop());
    return {
      store: evaluationsInDatabase(db),
      uploads: studyUploadsInDatabase(db),
      threads,
      clock,
      newId,
      onFault: (fault, id) => say(`Evaluation ${id}: ${faultForTheLog(fault)}`),
    };
  });

  const examples = once(async () => (await import('./evaluation/store/example-plans.ts')).loadExamplePlans());
  const words = once(async () => {
    const { loadReferenceWords } = await import('./reference/store/reference-words.ts');
    return loadReferenceWords((await catalogue()).schemes);
  });

  const demonstration = once(async (): Promise<Demonstration | null> => {
    if (!config.demonstration) return null;
    const { demonstrationNotice } = await import('./access/index.ts');
    const { loadDemonstrationPeople } = await import('./access/store/demonstration.ts');
    const { newDemonstrationPassword } = await import('./access/store/stored-secret.ts');
    const { loadDemonstrationCases } = await import('./cases/index.ts');
    const { demonstrationPlayers } = await import('./cases/store/demonstration-players.ts');
    const { oneAtATime } = await import('./db/index.ts');
    const { publishDemonstrationPlaces } = await import('./providers/index.ts');
    const { demonstrationPublishers } = await import('./providers/store/demonstration-publishers.ts');
    const db = await database();
    const work = await cases();
    const password = config.demonstrationPassword ?? (await secret('demonstration-password', newDemonstrationPassword));
    return oneAtATime(db, 'load-demonstration', async () => {
      if (!(await loadDemonstrationPeople(db, password))) return null;
      const { store: triages } = await triage();
      const players = await demonstrationPlayers(db);
      await publishDemonstrationPlaces(await providers(), await demonstrationPublishers(db));
      await loadDemonstrationCases({ ...work, triages }, players);
      return { notice: demonstrationNotice(password), evaluate: evaluateDemonstration };
    });
  });

  async function evaluateDemonstration(): Promise<void> {
    const { loadDemonstrationEvaluation } = await import('./evaluation/index.ts');
    const { demonstrationEvaluator } = await import('./evaluation/store/demonstration-evaluator.ts');
    const { oneAtATime } = await import('./db/index.ts');
    const db = await database();
    const work = await evaluations();
    const evaluator = await demonstrationEvaluator(db);
    const plan = (await examples()).find(({ name }) => name === 'randomised');
    if (evaluator && plan)
      await oneAtATime(db, 'evaluate-demonstration', () => loadDemonstrationEvaluation(work, evaluator, plan.text));
  }

  const rooms = once(async (): Promise<readonly Room[]> => {
    const { accessRoom, actorOf } = await import('./access/index.ts');
    const { auditInDatabase } = await import('./access/store/audit-in-database.ts');
    const { casesRoom } = await import('./cases/index.ts');
    const { providersRoom } = await import('./providers/index.ts');
    const { triageRoom } = await import('./triage/index.ts');
    const { evaluationRoom } = await import('./evaluation/index.ts');
    const { schemesRoom } = await import('./schemes/index.ts');
    const { loadSchemesNotFound } = await import('./schemes/store/schemes-not-found.ts');
    const hasDemonstration = (await demonstration()) !== null;
    const { schemes, laws } = await catalogue();
    const site = { actorOf, words: await words() };
    return [
      accessRoom({ work: await access(), audit: auditInDatabase(await database()), hasDemonstration }),
      casesRoom({ ...site, work: await cases(), triage: await triage() }),
      providersRoom({ ...site, work: await providers() }),
      triageRoom({ ...site, work: await triage() }),
      evaluationRoom({
        ...site,
        work: await evaluations(),
        examples: await examples(),
        hasGenerated: hasDemonstration,
      }),
      schemesRoom({
        ...site,
        schemes,
        laws,
        notFound: await loadSchemesNotFound(),
        today: () => londonDayOf(clock()),
      }),
    ];
  });

  const server = once(async (): Promise<FastifyInstance> => {
    const { newSecret } = await import('./access/store/stored-secret.ts');
    const { databaseHealth } = await import('./db/index.ts');
    const { jobsHealth } = await import('./jobs/index.ts');
    const { kindsAtWork } = await import('./jobs/store/kinds-at-work.ts');
    const { logStream } = await import('./process/index.ts');
    const { serveRooms } = await import('./serve-rooms.ts');
    const { healthOf } = await import('./web/server/index.ts');
    const db = await database();
    const made = await serveRooms({
      rooms: await rooms(),
      access: await access(),
      health: async () => {
        const [health, kinds] = await Promise.all([databaseHealth(db), kindsAtWork(db)]);
        // Anybody may ask: which versions run here is nobody's business but theirs who run it.
        const { state, kind } = health.database;
        return healthOf([
          { ok: health.status === 'ok', status: health.status, database: { state, kind } },
          jobsHealth({ isRunning: doesJobs, kinds }),
        ]);
      },
      isDemonstration: (await demonstration()) !== null,
      cookieSecret: config.sessionSecret ?? (await secret('session-secret', newSecret)),
      trustedProxies: config.trustedProxies,
      plainHttp: allowsPlainHttp(config),
      logger: { level: config.logLevel, stream: logStream },
    });
    opened.push(() => made.close());
    return made;
  });

  const jobs = once(async (): Promise<JobRunner> => {
    const { closeLeftOver } = await import('./evaluation/index.ts');
    const { runJobs } = await import('./jobs/store/job-runner.ts');
    const runner = await runJobs({
      db: await database(),
      jobs: (await rooms()).flatMap((room) => room.jobs),
      onFault: (where, fault) => say(`${where}: ${faultForTheLog(fault)}`),
    });
    doesJobs = true;
    opened.push(() => {
      doesJobs = false;
      return runner.stop();
    });
    await closeLeftOver(await evaluations());
    return runner;
  });

  /** A secret that is made once and then stays in the data folder. */
  async function secret(name: string, make: () => string): Promise<string> {
    const { storedSecret } = await import('./access/store/stored-secret.ts');
    const stored = await storedSecret(config.dataFolder, name, make);
    // As a disk that was full leaves it. What is signed with nothing anybody can sign.
    if (stored.length >= SHORTEST_SECRET) return stored;
    const what = stored === '' ? 'is empty' : 'is cut off';
    throw new ConfigFault(
      `The secret in ${join(config.dataFolder, name)} ${what}: put it back from a backup, or remove the file and a new one is made`,
    );
  }

  return {
    config,
    database,
    access,
    accounts,
    cases,
    triage,
    evaluations,
    demonstration,
    rooms,
    server,
    jobs,

    async studiedCases(force) {
      const { newSecret } = await import('./access/store/stored-secret.ts');
      const { studiedCases } = await import('./evaluation/store/study-case-rows.ts');
      const db = await database();
      return studiedCases(db, { pseudonymKey: await secret('pseudonym-key', newSecret), force, at: clock() });
    },

    async verifyRecords(options) {
      const { auditEntries, rowEntries, verifyChains } = await import('./audit/index.ts');
      const { caseEvents } = await import('./cases/store/case-log.ts');
      return verifyChains(await database(), [auditEntries, caseEvents, rowEntries], options);
    },

    async setUpLogins() {
      const { setUpLogins } = await import('./db/index.ts');
      return setUpLogins(config);
    },

    async backUp(options) {
      const { backUp, recordBackupBegun, recordBackupMade } = await import('./backup/index.ts');
      const { openOwned } = await import('./db/index.ts');
      const { programVersion } = await import('./process/index.ts');
      const recording = { database: await database(), clock };
      const open = async () => {
        const owned = await openOwned({ ...config, say, mustExist: true });
        await recordBackupBegun(recording, options.toPublicKey !== undefined);
        return owned;
      };
      const made = await backUp(open, { ...options, program: programVersion(), clock });
      const { manifest, sha256 } = made;
      await recordBackupMade(recording, { isEncrypted: manifest.encryptedTo !== null, sha256 });
      return made;
    },

    async backUpBase({ to }) {
      const { backUpBase, recordBackupBegun, recordBackupMade } = await import('./backup/index.ts');
      const { copyBase } = await import('./db/index.ts');
      const { programVersion } = await import('./process/index.ts');
      const recording = { database: await database(), clock };
      const made = await backUpBase({
        to,
        program: programVersion(),
        copyBase: async (copy) => {
          await recordBackupBegun(recording, false);
          return copyBase({ ...config, say }, copy);
        },
      });
      await recordBackupMade(recording, { isEncrypted: false, sha256: made.sha256 });
      return made;
    },

    async restoreTo(options) {
      const { baseIn, restoreTo } = await import('./backup/index.ts');
      const { openOwned, restoreBase } = await import('./db/index.ts');
      const base = await baseIn(options.from);
      if (base === null) return null;
      return restoreTo(base, {
        ...options,
        restoreBase: (restoring) => restoreBase({ ...config, say }, restoring),
        open: () => openOwned({ ...config, say }),
      });
    },

    async restore(options) {
      const { restore } = await import('./backup/index.ts');
      const { openOwned } = await import('./db/index.ts');
      return restore(() => openOwned({ ...config, say }), options);
    },

    async close() {
      for (const close of opened.splice(0).toReversed()) await close();
    },
  };
}

/** The shortest that is made: a password of the demonstration. */
const SHORTEST_SECRET = 19;

/** What `make` makes, made at the first call and no sooner; every later call has the same. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => (made ??= make());
}
