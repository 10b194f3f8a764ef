import { expect, test } from 'vitest';
import { madeOnce } from './made-once.ts';

/** Makes a kilobyte of each text, and counts how often. */
function counted(bytesAtMost: number) {
  const made: string[] = [];
  const madeOrKept = madeOnce({ bytesAtMost });
  const ask = (text: string): Promise<Uint8Array> =>
    madeOrKept(text, async () => {
      made.push(text);
      if (text === 'broken') throw new Error('It cannot be made');
      return new Uint8Array(1024).fill(text.length);
    });
  return { made, ask };
}

test('Of many who ask for the same at once, and again later, it is made for one', async () => {
  const { made, ask } = counted(10_000);
  const answers = await Promise.all([ask('a'), ask('a'), ask('a')]);
  answers.push(await ask('a'));
  expect(new Set(answers).size).toBe(1);
  expect(made).toEqual(['a']);
});

test('What an evaluator sees is never given to a board, whose text is another', async () => {
  const { made, ask } = counted(10_000);
  const [evaluator, board] = [await ask('{"audience":"evaluator"}'), await ask('{"audience":"board"}')];
  expect(board).not.toEqual(evaluator);
  expect(made).toHaveLength(2);
});

test('No more is kept than there is room for, and the longest unasked for goes first', async () => {
  const { made, ask } = counted(2048);
  for (const text of ['a', 'bb', 'a', 'ccc', 'a', 'bb']) await ask(text);
  expect(made).toEqual(['a', 'bb', 'ccc', 'bb']);
});

test('What is larger than the room is made each time, and puts nothing else out', async () => {
  const { made, ask } = counted(1000);
  for (const text of ['a', 'a']) await ask(text);
  expect(made).toEqual(['a', 'a']);
});

test('What could not be made is tried again for whoever asks next', async () => {
  const { made, ask } = counted(10_000);
  for (let time = 0; time < 2; time += 1) await expect(ask('broken')).rejects.toThrow('cannot be made');
  expect(made).toEqual(['broken', 'broken']);
});
