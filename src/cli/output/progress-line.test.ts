import { describe, expect, test } from 'vitest';
import { progressLine } from './progress-line.ts';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('A progress line', () => {
  test('is written over, not more than five times a second, and taken away at the end', () => {
    const to = screen(true);
    let milliseconds = 0;
    const line = progressLine(to, () => milliseconds);
    for (const [at, text] of [
      [0, '10 rows'],
      [150, '20 rows'],
      [250, '30 rows'],
    ] as const) {
      milliseconds = at;
      line.show(text);
    }
    line.clear();
    expect(to.written).toEqual(['\r\u001b[K10 rows', '\r\u001b[K30 rows', '\r\u001b[K']);
  });

  test('is not shown where the output is no screen', () => {
    const to = screen(false);
    const line = progressLine(to, () => 0);
    line.show('10 rows');
    line.clear();
    expect(to.written).toEqual([]);
  });
});
