import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { rightsOf, type Actor } from '../../access/index.ts';
import type { EvaluationEnd, EvaluationTransaction } from '../store/evaluations-store.ts';
import type { EvaluateAnswer } from '../store/thread/thread-task.ts';
import { evaluationQueue, type QueuedEvaluation } from './evaluation-queue.ts';
import type { EvaluationMeans } from './evaluation-means.ts';

const actor: Actor = {
  accountId: 'a',
  name: 'Evaluator (made up)',
  role: 'evaluator',
  organisationId: 'o',
  force: null,
  rights: rightsOf('evaluator'),
};
const found = { dataHash: 'd', results: '{}', resultsForBoard: '{}' };
const queued = (id: string): QueuedEvaluation => ({
  id,
  actor,
  planText: id,
  source: { kind: 'generated', people: 1, seed: 1 },
});

/** What the queue works with, and what it did. */
function given(answers: Record<string, () => Promise<EvaluateAnswer>> = {}) {
  const [ends, audited, removed, faults] = [
    new Map<string, EvaluationEnd>(),
    [] as string[],
    [] as string[],
    [] as unknown[],
  ];
  const kept: Partial<EvaluationTransaction> = {
    progress: async (id) => !ends.has(id),
    earlier: async () => [],
    end: async (id, end) => (ends.has(id) ? false : (ends.set(id, end), true)),
    audit: async ({ id, action }) => void audited.push(`${id} ${action}`),
  };
  let [running, mostAtOnce] = [0, 0];
  const means: EvaluationMeans = {
    store: { as: (_, work) => work(kept as EvaluationTransaction), closeLeftOver: async () => 0 },
    uploads: {
      folderOf: (id) => id,
      keep: async () => undefined,
      remove: async (id) => void removed.push(id),
      removeAll: async () => undefined,
    },
    threads: {
      check: async () => null,
      evaluate: async ({ planText }, { signal }) => {
        mostAtOnce = Math.max(mostAtOnce, (running += 1));
        try {
          await pause(5, undefined, { signal }).catch(() => signal?.throwIfAborted());
          return await (answers[planText]?.() ?? Promise.resolve({ found }));
        } finally {
          running -= 1;
        }
      },
      pdf: async () => new Uint8Array(),
      stop: async () => undefined,
    },
    clock: () => new Date('2026-03-02T09:00:00.000Z'),
    onFault: (fault) => faults.push(fault),
  };
  return { means, ends, audited, removed, faults, atOnce: () => mostAtOnce };
}

describe('The queue of evaluations', () => {
  test('carries them out one at a time, in their order, and removes the files of each', async () => {
    const { means, ends, audited, removed, atOnce } = given();
    const queue = evaluationQueue(means);
    for (const id of ['1', '2', '3']) queue.add(queued(id));
    await queue.idle();
    expect(atOnce()).toBe(1);
    expect(audited).toEqual(['1 evaluation-done', '2 evaluation-done', '3 evaluation-done']);
    expect(removed).toEqual(['1', '2', '3']);
    expect(ends.get('2')).toMatchObject({ state: 'done', ...found });
  });

  test('goes on after one that fails, and says so without its inner words', async () => {
    const { means, ends, faults, removed } = given({ 1: () => Promise.reject(new Error('a secret of the inside')) });
    const queue = evaluationQueue(means);
    queue.add(queued('1'));
    queue.add(queued('2'));
    await queue.idle();
    expect(ends.get('1')).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('Run it again') as string,
    });
    expect(JSON.stringify(ends.get('1'))).not.toContain('secret');
    expect(ends.get('2')).toMatchObject({ state: 'done' });
    expect(faults).toHaveLength(1);
    expect(removed).toEqual(['1', '2']);
  });

  test('says which row was at fault where the data can’t be used after all', async () => {
    const fault = { file: 'cohort.csv', row: 3, column: 'sex', problem: 'is "x"', remedy: 'write male' };
    const { means, ends } = given({ 1: async () => ({ faults: { first: [fault], count: 1 } }) });
    const queue = evaluationQueue(means);
    queue.add(queued('1'));
    await queue.idle();
    expect(ends.get('1')).toMatchObject({
      problem: 'The data could not be used. cohort.csv row 3: is "x"; write male.',
    });
  });

  test('stops with the program: what it had not finished is left for the next start, without its files', async () => {
    const { means, ends, removed, faults } = given();
    const queue = evaluationQueue(means);
    queue.add(queued('1'));
    queue.add(queued('2'));
    await pause(1);
    await queue.stop();
    expect([ends.size, faults.length]).toEqual([0, 0]);
    expect(removed).toEqual(['1', '2']);
  });

  test('stops one that is cancelled, runs none that was cancelled while it waited, and stores neither', async () => {
    const { means, ends, removed, faults } = given();
    const cancel = (id: string): void => {
      ends.set(id, { state: 'cancelled', finishedAt: new Date() });
      queue.cancel(id);
    };
    const queue = evaluationQueue(means);
    queue.add(queued('1'));
    queue.add(queued('2'));
    queue.add(queued('3'));
    cancel('2');
    await pause(1);
    cancel('1');
    await queue.idle();
    expect([...ends].map(([id, { state }]) => `${id} ${state}`).sort()).toEqual([
      '1 cancelled',
      '2 cancelled',
      '3 done',
    ]);
    expect(removed).toEqual(['1', '2', '3']);
    expect(faults).toEqual([]);
  });
});
