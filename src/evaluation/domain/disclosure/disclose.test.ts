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

function measured(
  figures: readonly Figure[],
  sums: readonly LineSum[] = [],
  warnings: readonly Sentence[] = [],
): Measured {
  return { measure: 'm', header: words, figures, warnings, sums };
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
    expect(shownOf([small])).toEqual(['all x: 62 of 300', 'A x: ? of 100', 'B x: ? of 100', 'C x: 40 of 100']);
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
