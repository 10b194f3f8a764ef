import { describe, expect, test } from 'vitest';
import {
  cumulativeIncidence,
  cumulativeIncidenceTest,
  incidenceAt,
  kaplanMeier,
  restrictedMean,
} from '../../../src/statistics/index.ts';
import { expectAgreement, readReference, valueOf } from '../agreement.ts';

interface RisksSet {
  readonly data: { readonly [column in 'time' | 'cause' | 'group']: readonly number[] };
  readonly groups: number;
  readonly test: { readonly [part in 'chiSquared' | 'df' | 'p']: readonly number[] };
  readonly at: readonly number[];
  readonly points: readonly { readonly [part in 'first' | 'second' | 'se']: readonly number[] }[];
  readonly to: number;
  readonly means: readonly number[];
  readonly errors: readonly number[];
}

const { seed, sets } = readReference('competing-risks') as { readonly seed: number; readonly sets: RisksSet[] };
const numbered = sets.map((set, at) => [at + 1, set] as const);

function ofGroup({ data }: RisksSet, group: number) {
  const rows = [...data.group.keys()].filter((row) => data.group[row] === group);
  return { time: rows.map((row) => data.time[row]!), cause: rows.map((row) => data.cause[row]!) };
}

describe(`random sets with two causes (R’s seed ${seed})`, () => {
  test.each(numbered)('set %i has Robert Gray’s test of cmprsk', (_, set) => {
    for (const [at, chiSquared] of set.test.chiSquared.entries()) {
      const found = cumulativeIncidenceTest({ ...set.data, of: at + 1, groups: set.groups });
      // cmprsk answers −1 where the variance cannot be inverted.
      if (chiSquared < 0) expect(found).toMatchObject({ ok: false, refusal: { code: 'no-variation' } });
      else expectAgreement({ ...valueOf(found) }, { chiSquared, df: set.test.df[at], p: set.test.p[at] }, 1e-8);
    }
  });

  test.each(numbered)('set %i has the incidence and errors of survfit', (_, set) => {
    for (const [group, points] of set.points.entries()) {
      const curves = valueOf(cumulativeIncidence({ ...ofGroup(set, group), causes: 2 }));
      for (const [place, time] of set.at.entries()) {
        const [first, second] = [incidenceAt(curves, 1, time), incidenceAt(curves, 2, time)];
        expectAgreement([first.incidence, second.incidence], [points.first[place], points.second[place]]);
        // An error of nothing is some 1e-9 in the one and 1e-17 in the other.
        expect(Math.abs(first.standardError - points.se[place]!)).toBeLessThan(1e-7);
      }
    }
  });

  test.each(numbered)('set %i has the restricted means of survfit', (_, set) => {
    for (let group = 0; group < set.groups; group += 1) {
      const { time, cause } = ofGroup(set, group);
      const curve = valueOf(kaplanMeier({ time, event: cause.map((code) => Number(code > 0)) }));
      const { estimate, standardError } = valueOf(restrictedMean(curve, set.to));
      expectAgreement([estimate, standardError], [set.means[group], set.errors[group]], 1e-8);
    }
  });
});

describe('Robert Gray’s test', () => {
  const rows = { time: [1, 2, 3, 4], cause: [1, 2, 1, 0], group: [0, 1, 0, 1] };

  test.each([
    ['one group', { ...rows, of: 1, groups: 1 }, 'no-comparison'],
    ['a group that nobody is in', { ...rows, of: 1, groups: 3 }, 'no-comparison'],
    ['a cause that nobody met', { ...rows, of: 3, groups: 2 }, 'no-events'],
    ['a time below nought', { ...rows, time: [1, -2, 3, 4], of: 1, groups: 2 }, 'out-of-range'],
    ['columns of unequal length', { ...rows, time: [1, 2], of: 1, groups: 2 }, 'unequal-lengths'],
  ])('refuses %s', (_, task, code) => {
    expect(cumulativeIncidenceTest(task)).toMatchObject({ ok: false, refusal: { code } });
  });
});
