import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateWindow } from './duplicate-window.ts';
import { RowPrint } from './row-print.ts';

const print = new RowPrint();

/** The print of a row, field by field. */
function printOf(fields: readonly string[]): RowPrint {
  print.begin();
  for (const field of fields) print.text(field);
  return print.end();
}

describe('A row’s print', () => {
  const copyOf = (fields: readonly string[]) => {
    const { high, low } = printOf(fields);
    return { high, low };
  };

  test('is the same for the same fields, and another where a field, its place or a blank is another', () => {
    expect(copyOf(['a', 'bc'])).toEqual(copyOf(['a', 'bc']));
    for (const other of [['ab', 'c'], ['a', 'bd'], ['bc', 'a'], ['a', 'bc', ''], ['a', 'bc '], ['abc']]) {
      expect(copyOf(other)).not.toEqual(copyOf(['a', 'bc']));
    }
  });

  test('tells whether a row is ASCII and whether a field has a line end, however long the row', () => {
    expect(printOf(['plain', 'row'])).toMatchObject({ isAscii: true, hasLineBreak: false });
    expect(printOf(['caf\u00e9'])).toMatchObject({ isAscii: false });
    expect(printOf(['x'.repeat(100_000), 'two\nlines'])).toMatchObject({ isAscii: true, hasLineBreak: true });
  });

  test('differs among all of many rows that differ in one field', () => {
    const prints = Array.from({ length: 50_000 }, (_, minute) => {
      const { high, low } = printOf(['Person search', `2019-12-01 ${minute}`, 'Male', '18-24']);
      return `${high} ${low}`;
    });
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('A window of rows', () => {
  test('knows a row again while no more rows have passed than it holds', () => {
    const rows = fc.array(
      fc.integer({ min: 0, max: 40 }).map((value) => [String(value)]),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const window = duplicateWindow(16);
        const newAt = new Map<string, number>();
        let different = 0;
        for (const row of list) {
          const key = row.join();
          const seen = window.hasSeen(printOf(row));
          const since = newAt.has(key) ? different - newAt.get(key)! : Infinity;
          if (since <= 16) expect(seen).toBe(true);
          if (since > 32) expect(seen).toBe(false);
          if (!seen) newAt.set(key, ++different);
        }
      }),
    );
  });

  test('tells new rows from old ones where there are many', () => {
    const window = duplicateWindow();
    const seen = (from: number, to: number): number => {
      let count = 0;
      for (let row = from; row < to; row += 1) count += Number(window.hasSeen(printOf([`row ${row}`, 'Male'])));
      return count;
    };
    expect(seen(0, 60_000)).toBe(0);
    expect(seen(0, 70_000)).toBe(60_000);
  });
});
