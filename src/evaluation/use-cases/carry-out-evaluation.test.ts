import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { CarryOutEvaluation } from '../domain/lifecycle/carry-out-evaluation-job.ts';
import type { StoredEvaluation } from '../domain/lifecycle/stored-evaluation.ts';
import type { EvaluationEnd, EvaluationTransaction } from '../store/evaluations-store.ts';
import type { EvaluateAnswer } from '../store/thread/thread-task.ts';
import { carryOutEvaluation } from './carry-out-evaluation.ts';
import type { EvaluationResources } from './evaluation-resources.ts';

const board = { resultsForBoard: '{}', resultsForBoardRounded: '{}' };
const found = { dataHash: 'd', results: '{}', ...board, people: [], forces: [], rows: 1, reoffences: 0 };
const job: CarryOutEvaluation = {
  evaluationId: '1',
  begunBy: { accountId: 'a', organisationId: 'o', role: 'evaluator' },
  source: { kind: 'generated', people: 1, seed: 1 },
};
const STORED: StoredEvaluation = {
  id: '1',
  title: 'A trial',
  state: 'queued',
  share: 0,
  doing: '',
  problem: null,
  begunByName: 'Evaluator (made up)',
  begunAt: new Date('2026-03-02T08:00:00.000Z'),
  finishedAt: null,
  planHash: 'h',
  isDemonstration: false,
  sharedWithBoardsAt: null,
};
const never = new AbortController().signal;

/** What it works with, and what it did. `answer` is what the thread finds, after a while. */
function resourcesWith(answer: () => Promise<EvaluateAnswer> = async () => ({ found }), takesMs = 5) {
  const ends: EvaluationEnd[] = [];
  const [audited, removed] = [[] as string[], [] as string[]];
  const faults: unknown[] = [];
  const transaction: Partial<EvaluationTransaction> = {
    find: async () => STORED,
    planText: async () => 'title: A trial',
    progress: async () => ends.length === 0,
    earlierThan: async () => [],
    end: async (_, end) => ends.length === 0 && ends.push(end) > 0,
    audit: async ({ action }) => void audited.push(action),
  };
  const resources: EvaluationResources = {
    store: { as: (_, work) => work(transaction as EvaluationTransaction), closeLeftOver: async () => 0 },
    uploads: {
      keep: async () => undefined,
      read: async () => ({ kind: 'uploaded', cohort: null, reoffences: null }),
      remove: async (_, id) => void removed.push(id),
    },
    threads: {
      check: async () => ({ plan: { ok: true, value: { title: 'A trial', hash: 'h' } }, faults: null }),
      evaluate: async (_, { signal }) => {
        await pause(takesMs, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
        return answer();
      },
      pdf: async () => new Uint8Array(),
      stop: async () => undefined,
    },
    clock: () => new Date('2026-03-02T09:00:00.000Z'),
    onFault: (fault) => faults.push(fault),
  };
  return { resources, ends, audited, removed, faults };
}

describe('Carrying an evaluation out', () => {
  test('stores what was found, and removes its files', async () => {
    const { resources, ends, audited, removed } = resourcesWith();
    await carryOutEvaluation(resources, job, never);
    expect(ends).toMatchObject([{ state: 'done', ...found }]);
    expect([audited, removed]).toEqual([['evaluation-done'], ['1']]);
  });

  test('that fails says so without its inner words, and is not tried again', async () => {
    const { resources, ends, faults, removed } = resourcesWith(() =>
      Promise.reject(new Error('a secret of the inside')),
    );
    await carryOutEvaluation(resources, job, never);
    expect(ends).toMatchObject([{ state: 'failed', problem: expect.stringContaining('Run it again') as string }]);
    expect(JSON.stringify(ends)).not.toContain('secret');
    expect([faults.length, removed]).toEqual([1, ['1']]);
  });

  test('says which row was at fault where the data can’t be used after all', async () => {
    const fault = { file: 'cohort.csv', row: 3, column: 'sex', problem: 'is "x"', remedy: 'write male' };
    const { resources, ends } = resourcesWith(async () => ({ faults: { first: [fault], count: 1 } }));
    await carryOutEvaluation(resources, job, never);
    expect(ends).toMatchObject([{ problem: 'The data could not be used. cohort.csv row 3: is "x"; write male.' }]);
  });

  test('is left as it stands when the program stops, with its files, to be done again', async () => {
    const { resources, ends, removed, faults } = resourcesWith(undefined, 60_000);
    const stopping = new AbortController();
    const carried = carryOutEvaluation(resources, job, stopping.signal);
    await pause(5);
    stopping.abort(new Error('The program stops'));
    await expect(carried).rejects.toThrow('The program stops');
    expect([ends, removed, faults]).toEqual([[], [], []]);
  });

  test('stops within a second or so when it is cancelled, through whichever program, and stores nothing', async () => {
    const { resources, ends, removed, faults } = resourcesWith(undefined, 60_000);
    const carried = carryOutEvaluation(resources, job, never);
    await pause(5);
    ends.push({ state: 'cancelled', finishedAt: new Date() });
    await carried;
    expect([ends.length, removed, faults]).toEqual([1, ['1'], []]);
  });

  test('that had ended before is not begun', async () => {
    const { resources, ends, audited, removed } = resourcesWith(() => Promise.reject(new Error('It was begun')));
    ends.push({ state: 'cancelled', finishedAt: new Date() });
    await carryOutEvaluation(resources, job, never);
    expect([ends.length, audited, removed]).toEqual([1, [], ['1']]);
  });
});
