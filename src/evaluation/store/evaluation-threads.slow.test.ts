import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { demonstrationFiles } from '../demonstration/demonstration-files.ts';
import { evaluationIn } from '../report/results-json.ts';
import { TooMuchForAThread } from '../domain/lifecycle/too-much-for-a-thread.ts';
import { evaluationThreads } from './evaluation-threads.ts';
import type { UploadedFiles } from './study-uploads.ts';

const HEADINGS = 'person,index_event,force,indexed_on,followed_until';
/** A thread loads the whole of the room before it begins. */
const LONG_MS = 60_000;
const planText = await readFile(new URL('../../../docs/evaluation/randomised.yaml', import.meta.url), 'utf8');
const begunAt = new Date('2026-03-03T09:00:00.000Z');
const before = { planText, begunAt: new Date('2026-03-02T09:00:00.000Z'), rows: 600, reoffences: 100 };
const source = { kind: 'generated', people: 600, seed: 4 } as const;
const threads = evaluationThreads();
const written = demonstrationFiles(source);

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function uploaded(cohort: string | Uint8Array<ArrayBuffer>): UploadedFiles {
  const reoffences = bytes(written['reoffences.csv'] ?? '');
  return { kind: 'uploaded', cohort: typeof cohort === 'string' ? bytes(cohort) : cohort, reoffences };
}

afterAll(() => threads.stop());

describe('A thread', () => {
  test(
    'carries a plan out and gives the numbers twice: all of them, and those for a board',
    async () => {
      const steps: number[] = [];
      const answer = await threads.evaluate(
        { planText, data: source, begunAt, earlier: [] },
        { onProgress: ({ share }) => steps.push(share) },
      );
      if (!('found' in answer)) throw new Error('There were faults');
      const [full, board] = [answer.found.results, answer.found.resultsForBoard].map(evaluationIn);
      expect([full?.audience, board?.audience]).toEqual(['evaluator', 'board']);
      expect(full?.command).toContain('demonstration cohort --people 600 --seed 4');
      expect(full?.result.flow.sides[0].stages.length).toBeGreaterThan(0);
      expect(board?.result.flow.sides[0].stages).toEqual([]);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      expect(steps.at(-1)).toBeGreaterThan(0.9);

      const earlier = [
        { ...before, planHash: 'f'.repeat(64), dataHash: answer.found.dataHash },
        { ...before, planHash: 'e'.repeat(64), dataHash: 'e'.repeat(64) },
      ];
      const again = await threads.evaluate({ planText, data: source, begunAt, earlier }, {});
      const history = 'found' in again ? evaluationIn(again.found.results).history : null;
      expect(history).toMatchObject({ version: 3, isExplored: true });
      expect(history?.says[0]).toBe(
        'This is the third version of the plan, first seen on 2026-03-03; the first was run on these data.',
      );
      expect(history?.says).toContain('From the first version to the second: spacing and comments alone.');
      expect('found' in again && evaluationIn(again.found.results).earlier.map(({ planHash }) => planHash)).toEqual([
        'f'.repeat(64),
      ]);

      const pdf = await threads.pdf(answer.found.resultsForBoard, new Date('2026-03-02T09:00:00.000Z'));
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    },
    LONG_MS,
  );

  test(
    'says what is wrong with a study’s files, without the path they lie at',
    async () => {
      const cohort = written['cohort.csv'] ?? '';
      const faultsOf = async (files: UploadedFiles) =>
        (await threads.check({ planText, readFiles: async () => files })).faults;
      expect(await faultsOf(uploaded(cohort))).toBeNull();
      expect(await faultsOf({ kind: 'uploaded', cohort: null, reoffences: null })).toMatchObject({ count: 1 });
      const faults = await faultsOf(uploaded(cohort.replaceAll(',male,', ',mael,')));
      expect(faults?.first[0]).toMatchObject({ file: 'cohort.csv', column: 'sex' });
      expect(faults?.first).toHaveLength(20);
      expect(faults?.count).toBeGreaterThan(20);
      const unreadable = await faultsOf(uploaded(Uint8Array.from([0xff, 0xfe, 0x41])));
      expect(unreadable?.first[0]?.file).toMatch(/^cohort\.csv/);
    },
    LONG_MS,
  );

  test(
    'says what a plan is, and what is wrong with one',
    async () => {
      const read = await threads.check({ planText, readFiles: null });
      expect(read.plan.ok && read.plan.value.hash).toMatch(/^[0-9a-f]{64}$/);
      const faulty = await threads.check({ planText: '- no plan', readFiles: null });
      expect(faulty.plan).toMatchObject({ ok: false, refusal: [{ line: 1 }] });
    },
    LONG_MS,
  );

  test(
    'that takes longer than it may is ended, and says that it was too much',
    async () => {
      const rows = uploaded(`${'a,'.repeat(2_000)}\n`.repeat(1_000));
      const short = evaluationThreads({ check: { withinMs: 50, megabytes: 512 } });
      await expect(short.check({ planText, readFiles: async () => rows })).rejects.toThrow(TooMuchForAThread);
    },
    LONG_MS,
  );

  const MUCH = 20_000_000;
  test.each([
    ['cells', 'a,'.repeat(MUCH / 2)],
    ['empty lines', '\n'.repeat(MUCH)],
    ['headings', `${'a,'.repeat(2_000_000)}\n${','.repeat(2_000_000)}`],
    ['faulty cells', `person,index_event,force,indexed_on,followed_until\n${'a,b,c,d,e\n'.repeat(900_000)}`],
    ['faulty rows', `person,index_event\n${'a\n'.repeat(4_000_000)}`],
    ['rows that are all one person’s', `${HEADINGS}\n${'P1,E1,durham,2023-01-10,2024-12-31\n'.repeat(200_000)}`],
    ['quotation marks', '"a""'.repeat(MUCH / 4)],
  ])(
    'that is sent a bomb of %s answers with faults, within its memory',
    async (_, cohort) => {
      const small = evaluationThreads({ check: { withinMs: LONG_MS, megabytes: 2048 } });
      const { faults } = await small.check({ planText, readFiles: async () => uploaded(cohort) });
      expect(faults?.count).toBeGreaterThan(0);
    },
    LONG_MS,
  );

  test(
    'draws a report once for all who hold the same results, and another for a board',
    async () => {
      const answer = await threads.evaluate({ planText, data: source, begunAt, earlier: [] }, {});
      if (!('found' in answer)) throw new Error('There were faults');
      const { results, resultsForBoard } = answer.found;
      const [first, meanwhile] = await Promise.all([
        threads.pdf(results, new Date(0)),
        threads.pdf(results, new Date()),
      ]);
      expect(meanwhile).toBe(first);
      expect(await threads.pdf(results, new Date())).toBe(first);
      expect(await threads.pdf(resultsForBoard, new Date(0))).not.toEqual(first);
    },
    LONG_MS,
  );

  test(
    'leaves the thread that answers requests free while it reads what is hard to read',
    async () => {
      const keys = Array.from({ length: 9_000 }, (_, at) => `k${at}: 1`).join('\n');
      let longestMs = 0;
      let before = performance.now();
      const beat = setInterval(() => {
        longestMs = Math.max(longestMs, performance.now() - before);
        before = performance.now();
      }, 5);
      await threads.check({ planText: keys, readFiles: async () => uploaded('a,'.repeat(500_000)) });
      clearInterval(beat);
      expect(longestMs).toBeLessThan(1_000);
    },
    LONG_MS,
  );

  test(
    'ends at once when it is not wanted any more',
    async () => {
      const stop = new AbortController();
      const asked = threads.evaluate(
        { planText, data: { ...source, people: 200_000 }, begunAt, earlier: [] },
        { onProgress: () => stop.abort(new Error('not wanted')), signal: stop.signal },
      );
      await expect(asked).rejects.toThrow('not wanted');
    },
    LONG_MS,
  );
});
