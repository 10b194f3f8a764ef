import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../tests/interchange/stop-and-search-file.ts';
import { bytesAsText } from './bytes-as-text.ts';
import { csvBlocks } from './csv-blocks.ts';

/** The rows of a text that comes in pieces, and which of them are odd. */
async function rowsOf(pieces: readonly string[]) {
  const rows: string[][] = [];
  const odd: [number, string][] = [];
  for await (const block of csvBlocks(each(pieces))) {
    for (const [index, kind] of block.odd) odd.push([rows.length + index, kind]);
    rows.push(...block.rows.map((row) => [...row]));
  }
  return { rows, odd };
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

/** Cuts a text after some of its characters. */
function cutAt(text: string, places: readonly number[]): string[] {
  const ends = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b);
  return [...ends, text.length].map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

const field = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' ', '\u00e9'), maxLength: 6 });
const table = fc.integer({ min: 2, max: 4 }).chain((width) => {
  const row = fc.array(field, { minLength: width, maxLength: width });
  return fc.array(row, { minLength: 1, maxLength: 12 });
});

describe('CSV text', () => {
  test('gives the rows that were written, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.array(fc.nat(400), { maxLength: 8 }), async (rows, places) => {
        const found = await rowsOf(cutAt(csvText(rows), places));
        expect(found.rows).toEqual(rows);
        expect(found.odd).toEqual([]);
      }),
    );
  });

  test('gives blank lines as rows of one empty field', async () => {
    const { rows } = await rowsOf(['a,b\n\nc,d\n']);
    expect(rows).toEqual([['a', 'b'], [''], ['c', 'd']]);
  });

  test('with a quotation mark left open gives that line alone, and goes on with the next', async () => {
    const { rows, odd } = await rowsOf(['a,b\n"c,d\ne,f\n', 'g,h\n']);
    expect(rows).toEqual([
      ['a', 'b'],
      ['"c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
    expect(odd).toEqual([[1, 'unclosed-quote']]);
  });

  test('with one that a later row seems to close gives the rows between', async () => {
    const { rows, odd } = await rowsOf(['a,b\n"c,d\ne,f\n', 'g,"h"\ni,j\n']);
    expect(rows).toEqual([
      ['a', 'b'],
      ['"c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
      ['i', 'j'],
    ]);
    expect(odd).toEqual([[1, 'unclosed-quote']]);
  });

  test('with one left open in a long text does not gather the rest of it', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `${index},row\n`);
    const { rows, odd } = await rowsOf(['a,b\n', '"c,d\n', ...lines]);
    expect(rows).toHaveLength(30_002);
    expect(odd).toEqual([[1, 'unclosed-quote']]);
  });

  test('without a line end in a megabyte is no CSV', async () => {
    const pieces = Array.from({ length: 20 }, () => 'x'.repeat(100_000));
    await expect(rowsOf(pieces)).rejects.toThrow('a line of more than a megabyte');
  });
});

test('Line ends of every kind become one, wherever the bytes are cut', async () => {
  const written = fc.array(fc.constantFrom('a', '\r', '\n', '\r\n'), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(written, fc.array(fc.nat(60), { maxLength: 6 }), async (parts, places) => {
      const text = parts.join('');
      const chunks = cutAt(text, places).map((piece) => Buffer.from(piece));
      let found = '';
      for await (const piece of bytesAsText(each(chunks), 'utf-8')) found += piece;
      expect(found).toBe(text.replaceAll(/\r\n|\r/g, '\n'));
    }),
  );
});
