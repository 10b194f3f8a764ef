import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure, LineSum, Measured } from '../measured.ts';
import { count, countOf, forEvaluators, sentence, setNumber, type Sentence } from './sentence.ts';
import { disclose } from './disclose.ts';

const words = {
  title: '',
  numerator: '',
  denominator: '',
  clock: '',
  window: '',
  base: '',
  censoring: '',
  method: '',
  source: '',
};

function line(what: string, counts: Readonly<Record<string, readonly [number, number]>>): readonly Figure[] {
  return Object.entries(counts).map(([of, [count, n]]) => ({
    of,
    what,
    n,
    count,
    value: count / n,
    low: 0,
    high: 1,
    unit: 'proportion' as const,
    method: 'share',
    why: null,
    suppressed: false,
  }));
}

function measured(figures: readonly Figure[], sums?: readonly LineSum[], warnings: readonly Sentence[] = []): Measured {
  return { measure: 'm', header: words, figures, warnings, ...(sums && { sums }) };
}

/** Each figure as `group line: count of n`, with ? for what is hidden. */
function shownOf(measures: readonly Measured[]): readonly string[] {
  return disclose(measures, 'board').flatMap(({ figures }) =>
    figures.map(({ of, what, count, n, value }) => {
      expect(value === null).toBe(count === null || n === null);
      return `${of} ${what}: ${count ?? '?'} of ${n ?? '?'}`;
    }),
  );
}

describe('disclose', () => {
  const small = measured(line('x', { all: [62, 300], A: [20, 100], B: [2, 100], C: [40, 100] }));

  test('shows an evaluator everything', () => {
    expect(disclose([small], 'evaluator')).toEqual([small]);
    const [measure] = disclose([measured([], [], [sentence`${count(3)} people died.`])], 'evaluator');
    expect(measure?.warnings).toEqual(['3 people died.']);
  });

  test('hides a small count, and another so that it is not what is left of all', () => {
    expect(shownOf([small])).toEqual([
      'all x: 62 of 300',
      'A x: ? of 100',
      'B x: ? of 100',
      'C x: 40 of 100',
      'groups hidden above, together x: 22 of 200',
    ]);
    const [figure] = disclose([small], 'board')[0]?.figures.slice(1) ?? [];
    expect(figure).toMatchObject({ value: null, low: null, high: null, suppressed: true });
    expect(figure?.why).toContain('1 to 4');
  });

  test('hides a share as large as its rest is small', () => {
    const large = measured(line('x', { all: [258, 300], A: [80, 100], B: [98, 100], C: [80, 100] }));
    expect(shownOf([large])[2]).toBe('B x: ? of 100');
  });

  test.each(['proportion', 'ratio', 'count'] as const)('hides a small rest of a %s', (unit) => {
    const whole = line('x', { all: [98, 100] }).map((figure) => ({ ...figure, unit }));
    expect(shownOf([measured(whole)])).toEqual(['all x: ? of 100']);
  });

  test.each([
    ['nothing is left', [100, 100]],
    ['more than one is counted of each', [102, 100]],
  ] as const)('hides no rest where %s', (_, counted) => {
    expect(shownOf([measured(line('x', { all: counted }))])).toEqual([`all x: ${counted[0]} of 100`]);
  });

  test('leaves a figure that counts nobody as it is', () => {
    const figures = line('x', { all: [40, 100] }).map((figure) => ({ ...figure, count: null }));
    expect(disclose([measured(figures)], 'board')[0]?.figures).toEqual(figures);
  });

  test('hides how many a small group is', () => {
    const group = measured(line('x', { all: [60, 203], A: [20, 100], B: [40, 100], C: [0, 3] }));
    expect(shownOf([group]).filter((words) => words.includes('of ?')).length).toBeGreaterThanOrEqual(2);
  });

  test('hides a part that others and their sum would give away', () => {
    const figures = [...line('p', { all: [3, 90] }), ...line('q', { all: [37, 90] }), ...line('r', { all: [50, 90] })];
    const sums: LineSum[] = [
      { whole: { what: 'p', part: 'n' }, parts: ['p', 'q', 'r'].map((what) => ({ what, part: 'count' })) },
    ];
    expect(shownOf([measured(figures, sums)])).toEqual(['all p: ? of 90', 'all q: ? of 90', 'all r: 50 of 90']);
  });

  test('hides the same count in another line and in another measure', () => {
    const one = measured(line('completed, of the started', { all: [40, 43] }));
    const other = measured(line('completed, of the offered', { all: [40, 81] }));
    expect(shownOf([one, other])).toEqual([
      'all completed, of the started: ? of 43',
      'all completed, of the offered: ? of 81',
    ]);
  });

  test('takes what a mean counts for no part of its n', () => {
    const mean = (count: number, n: number) =>
      line('x', { all: [count, n] }).map((figure) => ({ ...figure, unit: 'mean' as const }));
    expect(shownOf([measured(mean(3, 100))])).toEqual(['all x: ? of 100']);
    expect(shownOf([measured(mean(97, 100))])).toEqual(['all x: 97 of 100']);
  });

  test('hides of how many a figure is that counts nobody', () => {
    const figures = line('x', { all: [0, 3] }).map((figure) => ({ ...figure, count: null }));
    expect(disclose([measured(figures)], 'board')[0]?.figures).toMatchObject([
      { n: null, count: null, value: null, suppressed: true },
    ]);
  });

  test('hides all where a small count is all that there is of it', () => {
    const only = line('x', { all: [3, 200], A: [3, 100], B: [0, 100] });
    expect(shownOf([measured([...only, ...line('y', { all: [60, 200] })])])).toEqual([
      'all x: ? of 200',
      'A x: ? of 100',
      'B x: 0 of 100',
      'all y: 60 of 200',
    ]);
  });

  test('reckons with nobody in a group that a line has no figure of', () => {
    // 60 of all and 57 of A would tell of 3.
    const x = line('x', { all: [60, 203], A: [57, 100], C: [3, 103] });
    const y = line('y', { all: [100, 303], A: [30, 100], B: [30, 100], C: [40, 103] });
    expect(shownOf([measured([...y, ...x])]).filter((words) => words.includes('? of'))).toEqual([
      'A x: ? of 100',
      'C x: ? of 103',
    ]);
  });

  test('hides the total that fewest figures are shares of', () => {
    // 3 of 43 are left. Hiding the 40 would leave two more figures without their n, in whatever measure they stand.
    const first = line('accepted, of the offered', { all: [40, 43] });
    const second = line('started, of the accepted', { all: [25, 40] });
    const third = line('completed, of the accepted', { all: [12, 40] });
    const shown = [
      'all accepted, of the offered: 40 of ?',
      'all started, of the accepted: 25 of 40',
      'all completed, of the accepted: 12 of 40',
    ];
    expect(shownOf([measured([...first, ...second, ...third])])).toEqual(shown);
    expect(shownOf([first, second, third].map((figures) => measured(figures)))).toEqual(shown);
  });

  test('keeps what is hidden in one measure from being worked out in another, whichever comes first', () => {
    const one = measured(line('completed, of the started', { all: [40, 43] }));
    // Where 100 and 60 were shown, 40 would be what is left.
    const other = measured(
      [...line('p', { all: [40, 900] }), ...line('q', { all: [60, 900] }), ...line('r', { all: [10, 100] })],
      [{ whole: { what: 'r', part: 'n' }, parts: ['p', 'q'].map((what) => ({ what, part: 'count' })) }],
    );
    const shown = ['all p: ? of 900', 'all q: ? of 900', 'all r: 10 of 100'];
    expect(shownOf([one, other])).toEqual(['all completed, of the started: ? of 43', ...shown]);
    expect(shownOf([other, one])).toEqual([...shown, 'all completed, of the started: ? of 43']);
  });

  test('knows the same counts again, in whatever order the groups come', () => {
    const one = measured(line('x', { all: [157, 203], A: [97, 100], B: [60, 103] }));
    const other = measured(line('y', { B: [60, 500], A: [97, 400], all: [157, 900] }));
    const hidden = (measures: readonly Measured[]) => shownOf(measures).filter((words) => words.includes(': ?'));
    expect(hidden([other])).toEqual([]);
    expect(hidden([one, other])).toEqual(['A x: ? of 100', 'B x: ? of 103', 'B y: ? of 500', 'A y: ? of 400']);
  });

  test('hides one of two counts of a group that differ by a few, however many steps lie between them', () => {
    const steps = (counts: readonly number[]) =>
      counts.flatMap((count, at) => line(`step ${at}`, { all: [count, 900] }));
    // 103 less 100 are the three who left between the first step and the third.
    expect(shownOf([measured(steps([103, 300, 100]))])).toEqual(
      ['all step 0: ? of 900', 'all step 1: 300 of 900', 'all step 2: ? of 900'].map((words, at) =>
        at === 0 ? 'all step 0: 103 of 900' : words,
      ),
    );
    const apart = [steps([103]), steps([100]).map((figure) => ({ ...figure, what: 'later' }))];
    expect(shownOf(apart.map((figures) => measured(figures))).filter((words) => words.includes('?'))).toHaveLength(1);
    expect(shownOf([measured(steps([105, 100]))]).filter((words) => words.includes('?'))).toEqual([]);
  });

  test('adds up no lines to one that counts nobody', () => {
    const [p] = line('p', { all: [0, 90] });
    const figures = [...line('q', { all: [3, 90] }), ...line('r', { all: [40, 90] })];
    const sums: LineSum[] = [
      { whole: { what: 'p', part: 'count' }, parts: ['q', 'r'].map((what) => ({ what, part: 'count' })) },
    ];
    const none = p === undefined ? [] : [{ ...p, count: null, value: null }];
    expect(shownOf([measured([...none, ...figures], sums)])).toEqual([
      'all p: ? of 90',
      'all q: ? of 90',
      'all r: 40 of 90',
    ]);
  });

  test('shows no small count, and no two counts that a small one is between', () => {
    const counted = fc.integer({ min: 0, max: 12 });
    const group = fc.tuple(counted, counted).map(([some, rest]) => [some, some + rest] as const);
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
        const all = [0, 1].map((at) => groups.reduce((sum, counts) => sum + (counts[at] ?? 0), 0));
        const figures = line('x', { all: [all[0] ?? 0, all[1] ?? 0], ...Object.fromEntries(groups.entries()) });
        for (const { n, count } of disclose([measured(figures)], 'board')[0]?.figures ?? []) {
          for (const told of [n, count, n === null || count === null ? null : n - count]) {
            expect([1, 2, 3, 4]).not.toContain(told);
          }
        }
      }),
    );
  });

  test('takes how many a warning is about out of it', () => {
    const warnings = [
      sentence`At ${setNumber(12)} months ${countOf(2, 40, 'some of the')} rows are not mature (the data end less than ${setNumber(18)} months after the index day).`,
      sentence`${count(3)} people died within ${setNumber(24)} months of the index day.`,
      sentence`The table has no weight for: X${forEvaluators` (${3})`}.`,
    ];
    expect(disclose([measured([], [], warnings)], 'board')[0]?.warnings).toEqual([
      'At 12 months some of the rows are not mature (the data end less than 18 months after the index day).',
      'Some people died within 24 months of the index day.',
      'The table has no weight for: X.',
    ]);
  });
});
