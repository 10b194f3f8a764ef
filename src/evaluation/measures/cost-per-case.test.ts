import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { cohortOf, reoffenceOf, studyRows } from '../domain/cohort/study-row.test-support.ts';
import { turningPointSaving } from '../domain/costs/turning-point.ts';
import { deflated, parseUnitCosts, type UnitCost, type UnitCosts } from '../domain/costs/unit-costs.ts';
import { loadTurningPoint, loadUnitCosts } from '../store/unit-costs-file.ts';
import { warningsOf } from './warnings.test-support.ts';
import { costPerCase } from './cost-per-case.ts';

const shipped = await loadUnitCosts();
const turningPoint = await loadTurningPoint();
const item = (id: string, counts: UnitCost['counts'], different: Partial<UnitCost>): UnitCost => ({
  ...{ id, says: id, counts, codes: [], pounds: null, priceYear: '2023-24', spread: null },
  ...{ source: null, standing: 'assumed' },
  ...different,
});
const table = (...items: readonly UnitCost[]): UnitCosts => ({ ...shipped, items: [...items] });

const treated = studyRows(
  30,
  { arm: 'diversion', policeMinutes: 120, appearedInCourt: false, startedOn: calendarDayOf('2023-01-20') },
  'D',
);
const usual = studyRows(20, { arm: 'usual', policeMinutes: 240, appearedInCourt: true }, 'U');
const cohort = cohortOf(
  [...treated, ...usual],
  usual.slice(0, 10).map((row) => reoffenceOf(row, '2023-05-01', { offenceCode: 'A' })),
);
const hour = item('hour', 'police-hour', { pounds: 50 });
const court = item('court', 'court-case', { pounds: 1000 });

describe('cost per case', () => {
  test('adds up what was used times what it costs, and gives the saving of one group against another', () => {
    const unitCosts = table(hour, court, item('place', 'scheme-place', { pounds: 300 }));
    const { figures, ...measured } = costPerCase(cohort, {
      by: 'arm',
      unitCosts,
      saving: { of: 'diversion', against: 'usual' },
    });
    const value = (of: string, what: string) => figures.find((figure) => figure.of === of && figure.what === what);
    expect(value('diversion', 'cost per case')).toMatchObject({ n: 30, value: 400, unit: 'pounds' });
    expect(value('usual', 'cost per case')).toMatchObject({ n: 20, value: 1200 });
    expect(value('usual', 'of which: court')).toMatchObject({ value: 1000 });
    expect(value('all', 'saving per case: usual less diversion')).toMatchObject({ n: 50, value: 800 });
    expect(warningsOf(measured)).toContain('Assumed unit costs: hour, court, place.');
  });

  test('has wider intervals where unit costs are less certain, about the same middle, and repeats with its seed', () => {
    const at = (spread: number | null) => {
      const unitCosts = table(item('court', 'court-case', { pounds: 1000, spread }));
      return costPerCase(cohortOf(usual), { unitCosts, seed: 4 }).figures[0]!;
    };
    expect(at(null)).toMatchObject({ value: 1000, low: null });
    // gamma of mean 1000 and spread 0.3: shape 11.1, its 2.5% and 97.5% at 502 and 1665
    expect(at(0.3).value).toBe(1000);
    expect(Math.abs(at(0.3).low! - 502)).toBeLessThan(25);
    expect(Math.abs(at(0.3).high! - 1665)).toBeLessThan(40);
    expect(at(0.3)).toEqual(at(0.3));
  });

  test('prices a reoffence by the item that lists its code, and others by the item that lists none', () => {
    const unitCosts = table(
      item('a', 'reoffence', { pounds: 100, codes: ['A'] }),
      item('any other', 'reoffence', { pounds: 7 }),
    );
    const more = cohortOf(usual, [reoffenceOf(usual[0]!, '2023-05-01', { offenceCode: 'B' }), ...cohort.reoffences]);
    const { figures } = costPerCase(more, { unitCosts });
    const value = (what: string) => figures.find((figure) => figure.what === what)?.value;
    expect(value('of which: a')).toBeCloseTo(50, 9);
    expect(value('of which: any other')).toBeCloseTo(7 / 20, 9);
  });

  test('leaves out and names what has no unit cost, and rows of which something priced is not known', () => {
    const unitCosts = table(hour, item('court', 'court-case', {}));
    const { figures, ...measured } = costPerCase(cohortOf([...usual, ...studyRows(3, {}, 'X')]), { unitCosts });
    expect(figures[0]).toMatchObject({ n: 20, value: 200 });
    expect(warningsOf(measured)[0]).toBe(
      'No unit cost is known, and nothing is counted, for: court. What it comes to is too low by these.',
    );
    expect(warningsOf(measured).at(-1)).toContain('3 of 23 rows are left out');
    expect(costPerCase(cohortOf(usual), { unitCosts: table() }).figures[0]).toMatchObject({
      value: null,
      why: 'no item has a unit cost',
    });
  });
});

describe('the table of unit costs', () => {
  test('brings prices to one year', () => {
    const { deflator, pricesOf } = shipped;
    const robbery = shipped.items.find(({ id }) => id === 'robbery')!;
    expect(deflated(robbery, shipped)).toBeCloseTo(
      (11_320 * deflator.index[pricesOf]!) / deflator.index['2015-16']!,
      9,
    );
    expect(deflator.standing).toBe('assumed');
  });

  test('has no figure said to be sourced that was not read in a source', () => {
    expect(shipped.items.filter(({ standing, pounds }) => standing === 'sourced' && pounds !== null)).toEqual([]);
    const claimed = { ...shipped, items: [item('x', 'court-case', { pounds: 1, standing: 'sourced' })] };
    expect(() => parseUnitCosts(claimed)).toThrow('x: it is said to be sourced and names no source');
    expect(() => parseUnitCosts(table(item('x', 'other', { priceYear: '1999-00' })))).toThrow('no year 1999-00');
  });
});

describe('Turning Point', () => {
  test('cannot be reproduced from what is published, and says which inputs are not', () => {
    expect(turningPointSaving(turningPoint)).toMatchObject({
      ok: false,
      refusal: {
        missing: [{ input: 'courtCasesAsUsual' }, { input: 'poundsPerCourtCase' }, { input: 'poundsPerContract' }],
      },
    });
  });

  test('is worked out where somebody gives them', () => {
    const figure = (value: number) => ({ value, says: '', source: 'own', standing: 'assumed' as const });
    const own = {
      ...turningPoint,
      courtCasesAsUsual: figure(0.9),
      poundsPerCourtCase: figure(2000),
      poundsPerContract: figure(200),
    };
    // 0.9 × 0.68 × 2000 − 200
    expect(turningPointSaving(own)).toEqual({ ok: true, value: 0.9 * 0.68 * 2000 - 200 });
  });
});
