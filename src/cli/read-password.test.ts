import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readPassword } from './read-password.ts';

function reading(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const prompts: string[] = [];
  const answer = readPassword('accounts add', 'pc@surrey.example', { input, prompt: (text) => prompts.push(text) });
  return { input, prompts, answer };
}

describe('A password', () => {
  test.each([
    ['two words\n', 'two words'],
    [' spaces count \r\n', ' spaces count '],
    ['no end of line', 'no end of line'],
  ])('is the one line of standard input: %j', async (piped, password) => {
    const { input, prompts, answer } = reading(false);
    input.end(piped);
    expect(await answer).toBe(password);
    expect(prompts).toEqual([]);
  });

  test.each([
    ['', 'the password is missing'],
    ['\n', 'the password is missing'],
    ['one\ntwo\n', 'more than one line'],
  ])('is not taken from %j', async (piped, fault) => {
    const { input, answer } = reading(false);
    input.end(piped);
    await expect(answer).rejects.toThrow(fault);
  });

  test('is asked for twice on a terminal', async () => {
    const { input, prompts, answer } = reading(true);
    input.write('kelo-rabo-timu\r');
    await expect.poll(() => prompts.length).toBe(3);
    input.write('kelo-rabo-timu\r');
    expect(await answer).toBe('kelo-rabo-timu');
    expect(prompts).toEqual(['New password for pc@surrey.example: ', '\n', 'The same again: ', '\n']);
  });

  test('is not taken where the two differ, or where whoever is asked stops', async () => {
    const { input, prompts, answer } = reading(true);
    const fault = answer.catch((refused: Error) => refused.message);
    input.write('kelo-rabo-timu\r');
    await expect.poll(() => prompts.length).toBe(3);
    input.write('kelo-rabo-tima\r');
    expect(await fault).toContain('the two passwords differ');
    const stopped = reading(true);
    stopped.input.write('\u0003');
    await expect(stopped.answer).rejects.toThrow('no password was given');
  });
});
