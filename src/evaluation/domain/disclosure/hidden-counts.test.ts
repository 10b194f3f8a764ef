import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenCounts, LARGEST_SMALL_COUNT, type Sum } from './hidden-counts.ts';

/** A table of counts with its margins, as named counts and the sums that a reader knows. */
function tableOf(cells: readonly (readonly number[])[]): { counts: Map<string, number>; sums: Sum[] } {
  const rows = cells.map((_, row) => `${row}`);
  const columns = (cells[0] ?? []).map((_, column) => `${column}`);
  const counts = new Map<string, number>();
  for (const [row, line] of cells.entries())
    for (const [column, count] of line.entries()) counts.set(`${row},${column}`, count);
  const add = (whole: string, parts: readonly string[]) => {
    counts.set(
      whole,
      parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0),
    );
    return { whole, parts };
  };
  const sums = [
    ...rows.map((row) =>
      add(
        `${row},all`,
        columns.map((column) => `${row},${column}`),
      ),
    ),
    ...columns.map((column) =>
      add(
        `all,${column}`,
        rows.map((row) => `${row},${column}`),
      ),
    ),
    add(
      'all,all',
      rows.map((row) => `${row},all`),
    ),
  ];
  return { counts, sums: [...sums, { whole: 'all,all', parts: columns.map((column) => `all,${column}`) }] };
}

/**
 * What a reader who knows the sums, and that nothing hidden is 0, can find out: all values that each count may
 * have. By trying every value of the hidden cells, with no algebra in common with what is tested.
 */
function possible(
  cells: readonly (readonly number[])[],
  hidden: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const { counts } = tableOf(cells);
  const most = 14;
  const places = cells.flatMap((line, row) => line.map((_, column) => ({ row, column, name: `${row},${column}` })));
  const unknown = places.filter(({ name }) => hidden.has(name));
  const guess = cells.map((line) => [...line]);
  const found = new Map([...counts.keys()].map((name) => [name, new Set<number>()]));
  const fits = (isFull: boolean): boolean => {
    const margins = tableOf(guess).counts;
    return [...counts].every(([name, count]) => {
      if (!name.includes('all')) return true;
      if (hidden.has(name)) return !isFull || (margins.get(name) ?? 0) >= 1;
      return isFull ? margins.get(name) === count : (margins.get(name) ?? 0) <= count;
    });
  };
  const tryFrom = (at: number): void => {
    const place = unknown[at];
    if (place === undefined) {
      if (fits(true)) for (const [name, count] of tableOf(guess).counts) found.get(name)?.add(count);
      return;
    }
    const line = guess[place.row] ?? [];
    const rest = unknown.slice(at + 1).map(({ row, column }) => [guess[row] ?? [], column] as const);
    for (const [other, column] of rest) other[column] = 0;
    for (let value = 1; value <= most; value += 1) {
      line[place.column] = value;
      for (const [other, column] of rest) other[column] = 0;
      // More of one cell is more of every margin that it is in: none of the larger values fits either.
      if (!fits(false)) break;
      tryFrom(at + 1);
    }
  };
  tryFrom(0);
  return found;
}

/** What is hidden, by name. */
function hiddenIn(...args: Parameters<typeof hiddenCounts>): readonly string[] {
  return [...hiddenCounts(...args)].sort();
}

describe('hiddenCounts', () => {
  test('hides nothing where nothing is small, and no 0', () => {
    const { counts, sums } = tableOf([
      [0, 5],
      [9, 12],
    ]);
    expect([...hiddenCounts(counts, sums)]).toEqual([]);
  });

  test('hides a second cell in the row and the column of a small one, and prefers cells to margins', () => {
    const { counts, sums } = tableOf([
      [3, 40, 7],
      [20, 30, 60],
      [9, 50, 80],
    ]);
    expect([...hiddenCounts(counts, sums)].sort()).toEqual(['0,0', '0,2', '2,0', '2,2']);
  });

  test('hides the margin where the row has nothing else', () => {
    const { counts, sums } = tableOf([
      [3, 0],
      [20, 30],
    ]);
    expect([...hiddenCounts(counts, sums)]).toContain('0,all');
  });

  test('hides enough where two small ones would give each other away', () => {
    // 1 and 1 of a row of 2 would be known to be 1 and 1, as nothing hidden is 0.
    const { counts, sums } = tableOf([[1, 1, 30]]);
    const hidden = hiddenCounts(counts, sums);
    expect(hidden.has('0,2') || hidden.has('0,all')).toBe(true);
  });

  test('keeps what is hidden elsewhere from being worked out here', () => {
    const { counts, sums } = tableOf([
      [10, 20],
      [30, 40],
    ]);
    const hidden = hiddenCounts(counts, sums, { alsoHide: new Set(['0,0']) });
    expect(hidden.size).toBeGreaterThanOrEqual(4);
  });

  test('hides what is hidden elsewhere, and does not mind a name that it has no count of', () => {
    const counts = new Map([
      ['A', 10],
      ['B', 20],
      ['none', 0],
      ['all', 30],
    ]);
    const sums = [{ whole: 'all', parts: ['A', 'B', 'none', 'unheard of'] }];
    expect(hiddenIn(counts, sums, { alsoHide: new Set(['A', 'none', 'unheard of']) })).toEqual(['A', 'B']);
    expect(hiddenIn(counts, sums, { alsoHide: new Set(['none', 'unheard of']) })).toEqual([]);
    const weights = new Map([['B', 10]]);
    expect(hiddenIn(counts, sums, { alsoHide: new Set(['A']), weights })).toEqual(['A', 'all']);
  });

  test('hides the cheaper of two: the smaller count, unless it is worth more', () => {
    const counts = new Map([
      ['all', 63],
      ['A', 3],
      ['B', 40],
      ['C', 20],
    ]);
    const sums = [{ whole: 'all', parts: ['A', 'B', 'C'] }];
    expect(hiddenIn(counts, sums)).toEqual(['A', 'C']);
    expect(hiddenIn(counts, sums, { weights: new Map([['C', 10]]) })).toEqual(['A', 'B']);
  });

  test('hides sooner what is hidden already, whatever it is worth', () => {
    const counts = new Map([
      ['all', 27],
      ['A', 3],
      ['B', 4],
      ['C', 20],
    ]);
    const sums = [{ whole: 'all', parts: ['A', 'B', 'C'] }];
    expect(hiddenIn(counts, sums, { weights: new Map([['B', 10]]) })).toEqual(['A', 'B']);
  });

  test('counts 4 as small and 5 as not, and makes room for 5 as the truth', () => {
    const counts = (A: number, B: number) =>
      new Map([
        ['all', A + B],
        ['A', A],
        ['B', B],
      ]);
    const sums = [{ whole: 'all', parts: ['A', 'B'] }];
    expect(hiddenIn(counts(4, 90), sums)).toEqual(['A', 'B']);
    expect(hiddenIn(counts(5, 90), sums)).toEqual([]);
  });

  test('asks of a count hidden elsewhere no more than that it can be something else', () => {
    // A may grow and B fall. B could not grow: A would have to fall below 1.
    const counts = new Map([
      ['all', 66],
      ['A', 1],
      ['B', 5],
      ['C', 60],
    ]);
    const sums = [{ whole: 'all', parts: ['A', 'B', 'C'] }];
    expect(hiddenIn(counts, sums, { alsoHide: new Set(['B']) })).toEqual(['A', 'B']);
  });

  test('looks after each small count, though another one has been seen to', () => {
    // A is all that there is of its whole: both grow. C is another’s part, and D has to fall for it.
    const counts = new Map([
      ['all', 3],
      ['A', 3],
      ['whole', 42],
      ['C', 2],
      ['D', 40],
    ]);
    const sums = [
      { whole: 'all', parts: ['A'] },
      { whole: 'whole', parts: ['C', 'D'] },
    ];
    expect(hiddenIn(counts, sums)).toEqual(['A', 'C', 'D', 'all']);
  });

  test('lets a difference of two counts that is below nothing go where it likes', () => {
    const counts = new Map([
      ['change', -2],
      ['fallen', 3],
      ['left', -5],
      ['worth more', 40],
      ['its rest', 37],
    ]);
    const sums = [
      { whole: 'change', parts: ['fallen', 'left'] },
      { whole: 'worth more', parts: ['fallen', 'its rest'] },
    ];
    expect(hiddenIn(counts, sums)).toEqual(['change', 'fallen', 'its rest']);
    expect(hiddenIn(counts, sums, { weights: new Map([['change', 10]]) })).toEqual(['fallen', 'its rest', 'left']);
  });

  test('lets a count fall to 1 and no further, and hides another one as well where that is too little', () => {
    // For A to be 5, 4 must go elsewhere: 4 of the 5 of B would leave 1; of the 6 of C 2.
    const counts = (B: number) =>
      new Map([
        ['all', 61 + B],
        ['A', 1],
        ['B', B],
        ['C', 60],
      ]);
    const sums = [{ whole: 'all', parts: ['A', 'B', 'C'] }];
    expect(hiddenIn(counts(5), sums)).toEqual(['A', 'B']);
    expect(hiddenIn(counts(4), sums)).toEqual(['A', 'B', 'C']);
  });

  test('hides another count where the small ones could not take what one of them needs to be 5', () => {
    const counts = (small: Readonly<Record<string, number>>) => new Map(Object.entries({ all: 68, C: 60, ...small }));
    const sums = [{ whole: 'all', parts: ['A', 'B', 'C', 'D'] }];
    // 2 and 3 are 5 together, and none of them may be nothing.
    expect(hiddenIn(counts({ all: 65, A: 2, B: 3 }), sums)).toEqual(['A', 'B', 'C']);
    expect(hiddenIn(counts({ A: 2, B: 3, D: 3 }), sums)).toEqual(['A', 'B', 'D']);
  });

  test('asks of a small count that it can grow, and not only that it can fall', () => {
    const { counts, sums } = tableOf([
      [3, 3],
      [4, 1],
    ]);
    expect([...counts.keys()].filter((name) => !hiddenIn(counts, sums).includes(name))).toEqual(['all,all']);
  });

  test('hides everything but nothing where the sums are no sums of the counts', () => {
    const counts = new Map([
      ['all', 3],
      ['A', 0],
      ['other', 60],
    ]);
    expect(hiddenIn(counts, [{ whole: 'all', parts: ['A'] }])).toEqual(['all', 'other']);
  });

  test('leaves five as possible as the truth for every small count of a table, whoever tries to work it out', () => {
    const count = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
      { weight: 2, arbitrary: fc.integer({ min: 5, max: 9 }) },
    );
    const table = fc.oneof(
      fc.array(fc.array(count, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 }),
      fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 1 }),
      fc.array(fc.array(count, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    );
    fc.assert(
      fc.property(table, (cells) => {
        const { counts, sums } = tableOf(cells);
        const hidden = hiddenCounts(counts, sums);
        const found = possible(cells, hidden);
        for (const [name, count] of counts) {
          if (count < 1 || count > LARGEST_SMALL_COUNT) continue;
          expect(hidden.has(name), `${name} is hidden`).toBe(true);
          const values = found.get(name) ?? new Set();
          expect(values.has(count), `${name} may be what it is`).toBe(true);
          expect(values.has(LARGEST_SMALL_COUNT + 1), `${name} may be five`).toBe(true);
        }
      }),
      // The reader who tries everything is slow.
      { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 40) },
    );
  });
});
