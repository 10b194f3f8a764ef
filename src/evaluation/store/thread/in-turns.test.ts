import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => async (): Promise<string> => {
    begun.push(name);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    return name;
  };
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}

test('No more is done at once than may be, and what came first is done first', async () => {
  const inTurn = inTurns({ atOnce: 2, waitingAtMost: 10 });
  const { begun, work, end } = held();
  const all = ['a', 'b', 'c', 'd'].map((name) => inTurn(never, work(name)));
  await soon();
  expect(begun).toEqual(['a', 'b']);
  end('b');
  await soon();
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c']) end(name);
  await soon();
  end('d');
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

test('Who finds too many waiting is told so at once', async () => {
  const inTurn = inTurns({ atOnce: 1, waitingAtMost: 1 });
  const { work, end } = held();
  const [first, second] = [inTurn(never, work('a')), inTurn(never, work('b'))];
  await expect(inTurn(never, work('c'))).rejects.toMatchObject({ statusCode: 503, saved: 'nothing' });
  end('a');
  await first;
  await soon();
  end('b');
  expect(await second).toBe('b');
});

test('What is not wanted any more is not begun, and what fails hands its turn on', async () => {
  const inTurn = inTurns({ atOnce: 1, waitingAtMost: 5 });
  const { begun, work, end } = held();
  const first = inTurn(never, work('a'));
  const stop = new AbortController();
  const second = inTurn(stop.signal, work('b'));
  const third = inTurn(never, async () => {
    begun.push('c');
    throw new Error('It failed');
  });
  const fourth = inTurn(never, async () => 'd');
  stop.abort(new Error('not wanted'));
  await expect(second).rejects.toThrow('not wanted');
  end('a');
  await first;
  await expect(third).rejects.toThrow('It failed');
  expect(await fourth).toBe('d');
  expect(begun).toEqual(['a', 'c']);
});
