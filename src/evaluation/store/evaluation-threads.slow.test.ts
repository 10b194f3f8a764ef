import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { demonstrationFiles } from '../demonstration/demonstration-files.ts';
import { evaluationIn } from '../report/results-json.ts';
import { evaluationThreads } from './evaluation-threads.ts';
import type { UploadedFiles } from './study-uploads.ts';

/** A thread loads the whole of the room before it begins. */
const LONG_MS = 60_000;
const planText = await readFile(new URL('../../../docs/evaluation/randomised.yaml', import.meta.url), 'utf8');
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
        { planText, data: source, earlier: [] },
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
        { planHash: 'f'.repeat(64), dataHash: answer.found.dataHash },
        { planHash: 'e'.repeat(64), dataHash: 'e'.repeat(64) },
      ];
      const again = await threads.evaluate({ planText, data: source, earlier }, {});
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
      expect(await threads.check(uploaded(cohort))).toBeNull();
      expect(await threads.check({ kind: 'uploaded', cohort: null, reoffences: null })).toMatchObject({ count: 1 });
      const faults = await threads.check(uploaded(cohort.replaceAll(',male,', ',mael,')));
      expect(faults?.first[0]).toMatchObject({ file: 'cohort.csv', column: 'sex' });
      expect(faults?.first).toHaveLength(20);
      expect(faults?.count).toBeGreaterThan(20);
      const unreadable = await threads.check(uploaded(Uint8Array.from([0xff, 0xfe, 0x41])));
      expect(unreadable?.first[0]?.file).toMatch(/^cohort\.csv/);
    },
    LONG_MS,
  );

  test(
    'ends at once when it is not wanted any more',
    async () => {
      const stop = new AbortController();
      const asked = threads.evaluate(
        { planText, data: { ...source, people: 200_000 }, earlier: [] },
        { onProgress: () => stop.abort(new Error('not wanted')), signal: stop.signal },
      );
      await expect(asked).rejects.toThrow('not wanted');
    },
    LONG_MS,
  );
});
