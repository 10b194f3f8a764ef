import { describe, expect, test } from 'vitest';
import { byWords, countWord, WordColumn } from './word-column.ts';

const SEXES = byWords(
  new Map([
    ['Male', 1],
    ['M', 1],
    ['Female', 2],
  ]),
);

describe('The words of a column', () => {
  test('that mean the same have one number, and those that mean nothing have 0', () => {
    const column = new WordColumn(1, SEXES);
    const codes = ['Male', ' male', 'M', 'Female', 'Dragon', '', 'NA'].map((word) => column.of(['x', word]).code);
    expect(codes).toEqual([1, 1, 1, 2, 0, 0, 0]);
    expect(['Male', 'Dragon', 'NULL'].map((word) => column.of(['', word]).sort)).toEqual([
      'known',
      'unknown',
      'missing',
    ]);
  });

  test('are one and the same each time, however many lie between', () => {
    const column = new WordColumn(0, SEXES);
    const first = column.of(['Male']);
    for (let other = 0; other < 5000; other += 1) countWord(column.of([`word ${other % 3000}`]), other + 1);
    expect(column.of(['Male'])).toBe(first);
    const counted = column.counted();
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    expect(counted.length).toBeLessThanOrEqual(2001);
  });

  test('have prints that tell them apart, also beyond those that are remembered', () => {
    const column = new WordColumn(0, SEXES);
    const prints = Array.from({ length: 4000 }, (_, at) => column.of([`word ${at}`])).map(
      ({ high, low }) => `${high} ${low}`,
    );
    expect(new Set(prints).size).toBe(4000);
    const again = column.of(['word 3999']);
    expect(`${again.high} ${again.low}`).toBe(prints[3999]);
  });

  test('are missing in every row where the file does not have the column', () => {
    expect(new WordColumn(-1, SEXES).of(['Male'])).toMatchObject({ sort: 'missing', code: 0, meaning: undefined });
  });
});
