import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Connection } from '../../src/db/connection.ts';
import { serverConnection } from '../../src/db/embedded/probe.ts';
import { BROWSER_IS_SLOWER_MS } from '../slow-machines.ts';
import { startProgram, type Program } from './program.ts';
import { smallDisk, whyNoDisk, type SmallDisk } from './small-disk.ts';
import { Visitor } from './visitor.ts';
import { startWriting } from './write-stream.ts';

const DISK_MEGABYTES = 300;
/** The program promises an answer in twenty-five seconds; how soon it writes again is for the database to say. */
const RECOVERED_WITHIN_MS = 60_000;

const reason = whyNoDisk();

describe.skipIf(reason !== null)(`Where the disk is full${reason === null ? '' : ` (not tried: ${reason})`}`, () => {
  let disk: SmallDisk;
  let program: Program;

  beforeAll(async () => {
    disk = smallDisk(DISK_MEGABYTES);
    program = await startProgram({ folder: disk.folder });
  }, BROWSER_IS_SLOWER_MS);
  afterAll(async () => {
    disk.empty();
    await program.stop();
    disk.remove();
  });

  /** Fills the disk again and again, as what the database frees by itself would let a write through. */
  const fillUntil = async (isEnough: () => boolean, meanwhile: () => Promise<unknown> = async () => null) => {
    for (const from = performance.now(); !isEnough(); await pause(100)) {
      if (performance.now() - from > BROWSER_IS_SLOWER_MS / 2) throw new Error('It was never refused anything');
      disk.fill();
      await meanwhile();
    }
  };

  test(
    'under the database, writes and uploads are answered 503 with what became of them, and go on by themselves',
    async () => {
      const evaluator = new Visitor(program.url);
      await evaluator.signIn('evaluator@evaluation.example');
      const token = await evaluator.tokenOn('/evaluations/new');
      const stream = await startWriting(program.url);
      await stream.recovered();
      await fillUntil(() => stream.counts.refused >= 5);

      const file = 'content-disposition: form-data; name="cohort"; filename="cohort.csv"';
      const field = 'content-disposition: form-data; name="_csrf"';
      const raw = `--x\r\n${field}\r\n\r\n${token}\r\n--x\r\n${file}\r\n\r\n${'x'.repeat(2_000_000)}\r\n--x--\r\n`;
      const headers = { 'content-type': 'multipart/form-data; boundary=x' };
      const upload = await evaluator.send('/evaluations/new', { method: 'POST', raw, headers });
      expect([upload.status, upload.body]).toEqual([503, expect.stringContaining('Nothing was saved')]);

      disk.empty();
      expect(await stream.recovered()).toBeLessThan(RECOVERED_WITHIN_MS);
      const { odd, lost, unanswered } = await stream.end();
      expect({ odd, lost, unanswered }).toEqual({ odd: [], lost: [], unanswered: 0 });
      expect(program.isAlive()).toBe(true);
    },
    BROWSER_IS_SLOWER_MS,
  );

  test(
    'under the log of the database too, which ends its server, the program lives and has it started again',
    async () => {
      const stream = await startWriting(program.url);
      await stream.recovered();
      const { postmaster } = await program.database();
      // Each asks for another file of the log, and the server ends itself where none can be made.
      const switchLog = async (): Promise<void> => {
        let client: Connection | null = null;
        try {
          client = new Connection({ ...serverConnection(await program.socketFolder()), database: 'waymark' });
          await client.connect();
          await client.query('select pg_logical_emit_message(true, $1, $2), pg_switch_wal()', ['full', 'x']);
        } catch {
          hasFailed += 1;
        } finally {
          await client?.end().catch(() => undefined);
        }
      };
      let hasFailed = 0;
      await fillUntil(() => hasFailed >= 3 && stream.counts.refused >= 5, switchLog);
      disk.empty();
      expect(await stream.recovered()).toBeLessThan(RECOVERED_WITHIN_MS);
      const { odd, lost, unanswered } = await stream.end();
      expect({ odd, lost, unanswered }).toEqual({ odd: [], lost: [], unanswered: 0 });
      expect(program.isAlive()).toBe(true);
      expect((await program.database()).postmaster).not.toBe(postmaster);
    },
    BROWSER_IS_SLOWER_MS,
  );
});

describe.skipIf(reason !== null)(
  `Where the disk of the logs is full${reason === null ? '' : ` (not tried: ${reason})`}`,
  () => {
    let disk: SmallDisk;
    let program: Program;
    const logFile = (): string => join(disk.folder, 'waymark.log');

    beforeAll(async () => {
      disk = smallDisk(1);
      program = await startProgram({ logFile: logFile(), environment: { LOG_LEVEL: 'info' } });
    }, BROWSER_IS_SLOWER_MS);
    afterAll(async () => {
      disk.empty();
      await program.stop();
      disk.remove();
    });

    test(
      'everything goes on as if it were not, and the log says afterwards how many lines it is short of',
      async () => {
        const stream = await startWriting(program.url);
        await stream.recovered();
        disk.fill();
        const before = stream.counts.saved;
        while (stream.counts.saved < before + 30) await pause(100);
        const full = readFileSync(logFile(), 'utf8');
        disk.empty();
        await stream.recovered();
        const counts = await stream.end();
        expect(counts).toMatchObject({ odd: [], lost: [], unanswered: 0, refused: 0 });
        expect(program.isAlive()).toBe(true);
        const since = readFileSync(logFile(), 'utf8').slice(full.length);
        expect(since).toMatch(/\(\d+ lines before this could not be written\)/);
      },
      BROWSER_IS_SLOWER_MS,
    );
  },
);
