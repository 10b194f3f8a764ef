import { describe, expect, test } from 'vitest';
import { jobsHealth, type KindAtWork } from './jobs-health.ts';

const idle: KindAtWork = { kind: 'carry-out', failed: 0, leftWaitingSeconds: null };
const healthWith = (different: Partial<KindAtWork>, isRunning = true) =>
  jobsHealth({ isRunning, kinds: [{ ...idle, ...different }] });

describe('The jobs', () => {
  test('are well where this program does them and none has failed or is left waiting', () => {
    expect(healthWith({})).toEqual({
      ok: true,
      status: 'ok',
      jobs: { state: 'running', failed: {}, leftWaiting: [], toDo: [] },
    });
  });

  test('are degraded where some failed for good, counted by kind, with what to do', () => {
    const { ok, status, jobs } = healthWith({ failed: 2 });
    expect([ok, status, jobs.failed]).toEqual([true, 'degraded', { 'carry-out': 2 }]);
    expect(jobs.toDo).toEqual([expect.stringContaining('begin it again')]);
  });

  test.each([
    [119, 'ok'],
    [120, 'degraded'],
  ])('that nobody has taken for %i seconds: %s', (leftWaitingSeconds, expected) => {
    const { status, jobs } = healthWith({ leftWaitingSeconds });
    expect(status).toBe(expected);
    expect(jobs.leftWaiting).toEqual(expected === 'ok' ? [] : ['carry-out']);
    expect(jobs.toDo).toEqual(expected === 'ok' ? [] : [expect.stringContaining('no program takes them')]);
  });

  test('are degraded where this program does none', () => {
    const { status, jobs } = healthWith({}, false);
    expect([status, jobs.state]).toEqual(['degraded', 'not running']);
    expect(jobs.toDo).toEqual([expect.stringContaining('Start it again')]);
  });

  test('are not known where the database cannot be asked, which the database’s own health tells', () => {
    const { ok, status, jobs } = jobsHealth({ isRunning: true, kinds: null });
    expect([ok, status, jobs.state]).toEqual([true, 'ok', 'not known']);
  });
});
