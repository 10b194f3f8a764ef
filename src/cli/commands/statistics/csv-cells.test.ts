import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvCells } from './csv-cells.ts';
import { numberAt } from './number-at.ts';

/** Every cell, cut out. */
function cut(text: string): unknown {
  const found = csvCells(text);
  if (found === null || !('text' in found)) return found;
  const width = found.headings.length + 1;
  return Array.from({ length: found.rows }, (_, row) =>
    found.headings.map((_, column) => {
      const at = row * width + column;
      return found.text.slice(found.starts[at], found.starts[at + 1]! - 1);
    }),
  );
}

describe('the cells of a file', () => {
  test.each([
    [
      'plain lines',
      'a,b\n1,2\n3,4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['no line end after the last', 'a,b\n1,2', [['1', '2']]],
    [
      'the line ends of Windows',
      'a,b\r\n1,2\r\n,4\r\n',
      [
        ['1', '2'],
        ['', '4'],
      ],
    ],
    ['the line ends of old Macs', 'a,b\r1,2\r', [['1', '2']]],
    [
      'blank lines, also of separators alone',
      '\na,b\n\n1,2\n , \n3,4\n\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['semicolons', 'a;b\n1,5;2\n', [['1,5', '2']]],
    ['tabs', 'a\tb\n1\t2\n', [['1', '2']]],
    ['quotation marks', 'a,b\n"1, and ""more""",2\n', [['1, and "more"', '2']]],
    ['a line end inside quotation marks', 'a,b\n"1\n2",3\n', [['1\n2', '3']]],
    ['one column', 'a\n1\n\n2\n', [['1'], ['2']]],
    ['headings alone', 'a,b\n', []],
    ['a row that is too short', 'a,b\n1,2\n3\n', { row: 2, problem: 'width', cells: 1, columns: 2 }],
    ['a row that is too long', 'a,b\n1,2,3\n', { row: 1, problem: 'width', cells: 3, columns: 2 }],
    ['a quoted row that is too long', 'a,b\n"1",2,3\n', { row: 1, problem: 'width', cells: 3, columns: 2 }],
    ['a quotation mark that is never closed', 'a,b\n1,2\n"3,4\n5,6\n', { row: 2, problem: 'unclosed-quote' }],
    ['nothing', '\n\n', null],
  ])('are found with %s', (_, text, cells) => expect(cut(text)).toEqual(cells));

  test('are those that papaparse finds, with quotation marks and without', () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[a-z0-9 .-]{0,4}$/),
      fc.stringMatching(/^[a-z,\n" ]{0,5}$/).map((text) => `"${text.replaceAll('"', '""')}"`),
    );
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.record({
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
        lineEnd: fc.constantFrom('\n', '\r\n'),
        isEnded: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(table, ({ rows, lineEnd, isEnded }) => {
        const headings = rows[0]?.map((_, at) => `c${at}`) ?? [];
        const text = [headings, ...rows].map((row) => row.join(',')).join(lineEnd) + (isEnded ? lineEnd : '');
        const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: lineEnd, skipEmptyLines: 'greedy' });
        expect(cut(text)).toEqual(data.slice(1));
      }),
      { numRuns: 500 },
    );
  });

  test('of many rows are all found', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [`${row}`, `${row / 7}`]);
    expect(cut(`a,b\n${rows.map((row) => row.join(',')).join('\n')}`)).toEqual(rows);
  });
});

describe('a number in a text', () => {
  test('is the one that Number reads', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), (value) => {
        for (const written of [`${value}`, value.toFixed(3), value.toExponential(5)]) {
          expect(numberAt(`x${written},`, 1, written.length + 1)).toBe(Number(written));
        }
      }),
    );
  });

  test.each(['', ' ', '-', '.', '1.2.3', 'NA', '1,2', 'Infinity', '--1'])('is not "%s"', (text) => {
    expect(numberAt(text, 0, text.length)).toBeNaN();
  });

  test('may have blanks around it', () => expect(numberAt(' 1.5 ', 0, 5)).toBe(1.5));
});
