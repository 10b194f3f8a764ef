import { describe, expect, test } from 'vitest';
import { compareAreas } from './compare-areas.ts';
import type { Population } from './population.ts';
import { joinedPopulation } from './population.ts';
import { searchDisproportionality } from './search-disproportionality.ts';
import type { SearchCount } from './search-count.ts';
import { searchSteps } from './search-steps.ts';

const NOTHING: SearchCount = {
  object: 'drugs',
  selfDefined: 'W1',
  officerDefined: 'White',
  sex: 'male',
  age: '18-24',
  outcome: 'no further action',
  found: 'no',
  count: 100,
};
const WARNING = { outcome: 'cannabis or khat warning', found: 'yes' } as const;
const SEARCHES: readonly SearchCount[] = [
  NOTHING,
  { ...NOTHING, ...WARNING, count: 20 },
  { ...NOTHING, outcome: 'arrest', found: 'yes', count: 10 },
  { ...NOTHING, outcome: 'arrest', found: 'no', count: 6 },
  { ...NOTHING, selfDefined: 'NS', officerDefined: 'Black', count: 12 },
  { ...NOTHING, selfDefined: 'B1', officerDefined: 'Black', ...WARNING, count: 8 },
  { ...NOTHING, selfDefined: 'M1', officerDefined: 'Black', sex: 'female', count: 5 },
  { ...NOTHING, selfDefined: null, officerDefined: null, object: null, count: 7 },
];
const POPULATION: Population = {
  forces: ['durham'],
  ethnicity: { White: 10_000, Black: 400, Asian: 300, Mixed: 200, Other: 100 },
  age: { 'under 10': 1000, '10-17': 1000, '18-24': 1000, '25-34': 2000, 'over 34': 6000 },
  caution: null,
  source: 'made up',
};

function table(step: string, grouping: Parameters<typeof searchSteps>[1] = 'ethnicity', searches = SEARCHES) {
  const found = searchSteps(searches, grouping, POPULATION).find((one) => one.step === step);
  if (!found) throw new Error(`there is no step ${step}`);
  return found;
}

const countsOf = (step: ReturnType<typeof table>) => step.rates.map(({ group, count, base }) => [group, count, base]);

describe('The steps of searches', () => {
  test('count everybody searched among residents, those of no recorded group too', () => {
    expect(countsOf(table('searched'))).toEqual([
      ['White', 136, 10_000],
      ['Black', 20, 400],
      ['Asian', 0, 300],
      ['Mixed', 5, 200],
      ['Other', 0, 100],
      ['not recorded', 7, null],
    ]);
  });

  test('lose nobody from one step to the next', () => {
    for (const step of searchSteps(SEARCHES, 'ethnicity', POPULATION).filter(
      (one) => one.denominator !== 'population',
    )) {
      const base = step.rates.reduce((sum, rate) => sum + (rate.base ?? 0), 0);
      expect(base).toBe(step.step.endsWith('of finds') ? 38 : 168);
    }
  });

  test('have a row for a group that is in no list, so that each table adds up', () => {
    const odd = [...SEARCHES, { ...NOTHING, sex: 'not said', age: '60 and over', count: 3 }];
    for (const grouping of ['sex', 'age', 'ethnicity', 'ethnicity as the officer saw it'] as const) {
      const { rates } = table('searched', grouping, odd);
      expect(rates.reduce((sum, { count }) => sum + count, 0)).toBe(171);
    }
    const outcomes = searchSteps(odd, 'ethnicity', POPULATION).filter(({ step }) => step.endsWith(' of searches'));
    expect(outcomes.flatMap(({ rates }) => rates).reduce((sum, { count }) => sum + count, 0)).toBe(171);
  });

  test('take what the officer saw alone in a grouping of its own, Mixed among its words', () => {
    expect(countsOf(table('searched', 'ethnicity as the officer saw it'))).toEqual([
      ['White', 136, 10_000],
      ['Black', 25, 400],
      ['Asian', 0, 300],
      ['Mixed', 0, 200],
      ['Other', 0, 100],
      ['not recorded', 7, null],
    ]);
  });

  test('count as a find only what was looked for', () => {
    expect(table('came to something').rates[0]).toMatchObject({ count: 36, base: 136 });
    expect(table('found').rates[0]).toMatchObject({ count: 30, base: 136 });
    expect(table('arrest of finds').rates[0]).toMatchObject({ count: 10, base: 30 });
  });

  test('say that finds cannot be told where the link is mostly missing', () => {
    const linkless = SEARCHES.map((search) => (search.outcome === 'arrest' ? { ...search, found: null } : search));
    expect(table('found', 'ethnicity', linkless)).toMatchObject({
      rates: [],
      why: 'of the searches that came to something, 36% do not say whether that was what was looked for',
    });
    const steps = searchSteps(linkless, 'ethnicity', POPULATION).map(({ step }) => step);
    expect(steps.filter((step) => step.endsWith('of finds'))).toEqual([]);
  });

  test('have no rate by residents where residents are no fair number, or are not at hand', () => {
    const caution = 'few people live there';
    const [searched] = searchSteps(SEARCHES, 'ethnicity', { ...POPULATION, caution });
    expect(searched).toMatchObject({ why: caution });
    expect(searched?.rates.every(({ relative }) => relative === null)).toBe(true);
    expect(searchSteps(SEARCHES, 'sex', POPULATION)[0]?.why).toBe('no number of residents by sex is at hand');
    expect(searchSteps(SEARCHES, 'age', null)[0]?.why).toBe('no number of residents is at hand for this area');
  });
});

describe('Disproportionality of an area', () => {
  const [all, drugs] = searchDisproportionality({ searches: SEARCHES, population: POPULATION, seed: 1 });

  test('is asked of all searches and of those for drugs', () => {
    expect([all?.searches, drugs?.searches]).toEqual([168, 161]);
    expect(all?.ethnicityFrom).toEqual({ selfDefined: 149, officerDefined: 12, neither: 7 });
  });

  test('gives the same imputed rates for the same seed, whatever the order of the searches', () => {
    const again = searchDisproportionality({ searches: SEARCHES.toReversed(), population: POPULATION, seed: 1 });
    expect(again[0]?.sensitivity).toEqual(all?.sensitivity);
  });
});

describe('Areas compared', () => {
  const areas = [
    { name: 'Here', searches: SEARCHES, population: POPULATION, months: 2 },
    { name: 'There', searches: SEARCHES, population: { ...POPULATION, caution: 'few live there' }, months: 1 },
  ];
  const [byResidents, finds] = compareAreas(areas);

  test('are set against the rate of all, by residents and month', () => {
    expect(byResidents?.points).toMatchObject([{ name: 'Here', count: 168, size: 22_000, beyond: 0 }]);
    expect(byResidents?.leftOut).toEqual([{ name: 'There', why: 'few live there' }]);
    expect(finds?.points.map(({ name, rate }) => [name, rate])).toEqual([
      ['Here', 38 / 168],
      ['There', 38 / 168],
    ]);
  });

  test('that lie in one file together have the residents of all', () => {
    const other = { ...POPULATION, forces: ['cleveland'], caution: 'careful', source: 'elsewhere' };
    expect(joinedPopulation([POPULATION, other])).toMatchObject({
      forces: ['durham', 'cleveland'],
      ethnicity: { White: 20_000 },
      age: { '10-17': 2000 },
      caution: 'careful',
      source: 'made up; elsewhere',
    });
    expect(joinedPopulation([])).toBeNull();
  });
});
