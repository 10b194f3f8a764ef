import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/imputation/chained-equations.json' with { type: 'json' };
import { SeededRandom } from '../../shared/seeded-random.ts';
import { leastSquares } from '../linear-models/least-squares.ts';
import { normalVariate } from '../random/normal-variate.ts';
import { categoryDraw } from './category-draw.ts';
import { chainedEquations, type Imputations, type ImputationTask } from './chained-equations.ts';
import { multinomialLogistic } from './multinomial-logistic.ts';
import { rubinsRules } from './rubins-rules.ts';

function impute(task: ImputationTask): Imputations {
  const answer = chainedEquations(task);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

type Summary = readonly [estimate: number, standardError: number];

function pooled({ completed }: Imputations, of: (columns: ReadonlyMap<string, Float64Array>) => Summary) {
  const parts = completed.map(of);
  const answer = rubinsRules({ estimates: parts.map(([q]) => q), standardErrors: parts.map(([, u]) => u) });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

function meanOf(values: Float64Array): Summary {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return [mean, Math.sqrt(variance / values.length)];
}

function slopeOf(outcome: Float64Array, covariates: readonly Float64Array[]): Summary {
  const fit = leastSquares({ outcome, covariates: covariates.map((values, at) => ({ name: `x${at}`, values })) });
  if (!fit.ok) throw new Error(fit.refusal.message);
  const { coefficients, unscaledCovariance, residualVariance, names } = fit.value;
  return [coefficients[1]!, Math.sqrt(unscaledCovariance[names.length + 1]! * residualVariance)];
}

describe('multiple imputation by chained equations', () => {
  const holes = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN);
  const { data } = expected;
  const columns = [
    { name: 'age', kind: 'number', values: holes(data.age) },
    { name: 'group', kind: 'category', values: holes(data.group) },
    { name: 'charged', kind: 'category', values: holes(data.charged) },
    { name: 'priors', kind: 'number', values: data.priors },
  ] as const;
  const ours = impute({ columns, imputations: 200, random: SeededRandom.of('against mice') });

  test.each([
    { name: 'the mean of a number', theirs: expected.meanAge, of: (d) => meanOf(d.get('age')!) },
    { name: 'the share of a yes', theirs: expected.charged, of: (d) => meanOf(d.get('charged')!) },
    {
      name: 'the share of the second of three',
      theirs: expected.second,
      of: (d) => meanOf(d.get('group')!.map((level) => Number(level === 2))),
    },
    {
      name: 'the share of the third',
      theirs: expected.third,
      of: (d) => meanOf(d.get('group')!.map((level) => Number(level === 3))),
    },
    {
      name: 'a slope',
      theirs: expected.slope,
      of: (d) => slopeOf(d.get('priors')!, [d.get('age')!, d.get('charged')!]),
    },
  ] as { name: string; theirs: typeof expected.slope; of: (d: ReadonlyMap<string, Float64Array>) => Summary }[])(
    'gives $name as mice does, but for the chance of the draws',
    ({ theirs, of }) => {
      const { estimate, standardError, between } = pooled(ours, of);
      const chance = Math.sqrt(between / 200 + theirs.between / 200);
      expect(Math.abs(estimate - theirs.estimate)).toBeLessThan(4 * chance);
      // mice leaves out that the coefficients of three levels are themselves estimated, and so says a little less.
      expect(standardError / theirs.standardError).toBeGreaterThan(0.95);
      expect(standardError / theirs.standardError).toBeLessThan(1.1);
      // The variance of two hundred draws is known to a tenth.
      expect(between / theirs.between).toBeGreaterThan(0.5);
      expect(between / theirs.between).toBeLessThan(1.7);
    },
  );

  test('leaves alone what was seen, fills with values that occur, and says how many holes there were', () => {
    const seenAges = new Set(data.age.filter((age) => age !== null));
    for (const completed of ours.completed) {
      for (const { name, values } of columns) {
        const given = completed.get(name)!.map((value, row) => (Number.isNaN(values[row]!) ? Number.NaN : value));
        expect(given).toEqual(Float64Array.from(values));
      }
      expect(completed.get('age')!.every((age) => seenAges.has(age))).toBe(true);
      expect(completed.get('group')!.every((level) => [1, 2, 3].includes(level))).toBe(true);
    }
    expect(Object.fromEntries(ours.holes)).toEqual({ charged: 60, group: 62, age: 73 });
    expect(ours.traces.get('age')!.map((chain) => chain.length)).toEqual(Array(200).fill(10));
  });

  test('is the same for the same seed', () => {
    const draw = () => impute({ columns, imputations: 2, rounds: 2, random: SeededRandom.of(4) });
    expect(draw()).toEqual(draw());
  });

  test('covers a mean which the rows seen alone miss, about as often as it says', () => {
    const random = SeededRandom.of('coverage of imputation');
    const runs = 250;
    let [covered, missed] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const x = Float64Array.from({ length: 120 }, () => normalVariate(random));
      const y = x.map((value) => 1 + value + normalVariate(random));
      const holed = y.map((value, row) =>
        random.next() < 1 / (1 + Math.exp(-1.2 * x[row]! + 0.4)) ? Number.NaN : value,
      );
      const { completed } = impute({
        columns: [{ name: 'x', kind: 'number', values: x }, { name: 'y', kind: 'number', values: holed }], // prettier-ignore
        imputations: 8,
        rounds: 1,
        random,
      });
      const parts = completed.map((columns) => meanOf(columns.get('y')!));
      const answer = rubinsRules({
        estimates: parts.map(([q]) => q),
        standardErrors: parts.map(([, u]) => u),
        completeDegreesOfFreedom: 119,
      });
      if (!answer.ok) throw new Error(answer.refusal.message);
      if (answer.value.low <= 1 && 1 <= answer.value.high) covered += 1;
      const [mean, error] = meanOf(holed.filter((value) => !Number.isNaN(value)));
      if (Math.abs(mean - 1) > 1.96 * error) missed += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.89);
    expect(covered / runs).toBeLessThan(0.985);
    expect(missed / runs).toBeGreaterThan(0.5);
  });

  const some = { name: 'a', kind: 'number', values: [1, 2, NaN] } as const;
  const random = SeededRandom.of(1);
  test.each([
    { name: 'no columns', task: { columns: [], imputations: 2 }, code: 'no-observations' },
    { name: 'no imputation', task: { columns: [some], imputations: 0 }, code: 'out-of-range' },
    {
      name: 'a column all missing',
      task: { columns: [some, { ...some, name: 'b', values: [NaN, NaN, NaN] }], imputations: 2 },
      code: 'no-observations',
    },
    {
      name: 'an infinite value',
      task: { columns: [{ ...some, values: [1, Infinity, NaN] }], imputations: 2 },
      code: 'not-a-number',
    },
    {
      name: 'columns of two lengths',
      task: { columns: [some, { ...some, name: 'b', values: [1] }], imputations: 2 },
      code: 'unequal-lengths',
    },
    { name: 'two columns of one name', task: { columns: [some, some], imputations: 2 }, code: 'out-of-range' },
  ])('refuses $name', ({ task, code }) => {
    const answer = chainedEquations({ ...task, random });
    expect(answer.ok || answer.refusal.code).toBe(code);
  });

  test('leaves a constant and a column that others give out of its models', () => {
    const x = Float64Array.from({ length: 40 }, () => normalVariate(random));
    const { completed } = impute({
      columns: [
        { name: 'x', kind: 'number', values: x },
        { name: 'twice', kind: 'number', values: x.map((value) => 2 * value) },
        { name: 'same', kind: 'category', values: x.map(() => 1) },
        { name: 'hole', kind: 'number', values: x.map((value, row) => (row < 9 ? Number.NaN : value + 10)) },
      ],
      imputations: 1,
      random,
    });
    expect(completed[0]!.get('hole')!.every(Number.isFinite)).toBe(true);
  });

  test('draws a category that another column foretells without fail, and gives it no infinite coefficient', () => {
    const x = Float64Array.from({ length: 60 }, (_, row) => row - 30);
    const values = x.map((value, row) => (row % 6 === 0 ? Number.NaN : Number(value > 0)));
    const rows = Int32Array.from(values.keys());
    const drawn = categoryDraw({
      values,
      levels: [0, 1],
      seen: rows.filter((row) => row % 6 !== 0),
      missing: rows.filter((row) => row % 6 === 0),
      predictors: [new Float64Array(60).fill(1), x],
      random,
    });
    expect([...drawn.slice(0, 4), ...drawn.slice(-4)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });
});

describe('multinomial logistic regression', () => {
  const { data, two, three } = expected.fits;
  const x = [data.age.map(() => 1), data.age, data.priors].map((column) => Float64Array.from(column));
  const weights = new Float64Array(x[0]!.length).fill(1);

  test.each([
    { name: 'glm, for two levels', y: data.charged, levels: 2, theirs: two, places: 8 },
    // multinom stops short: it climbs without second derivatives.
    { name: 'multinom, for three', y: data.group.map((level) => level - 1), levels: 3, theirs: three, places: 4 },
  ])('has the coefficients and covariance of $name', ({ y, levels, theirs, places }) => {
    const { coefficients, information } = multinomialLogistic({ x, y: Int32Array.from(y), weights, levels });
    const covariance = information.inverse();
    for (const [at, value] of theirs.coefficients.entries()) expect(coefficients[at]! / value).toBeCloseTo(1, places);
    for (const [at, value] of theirs.covariance.entries()) expect(covariance[at]! / value).toBeCloseTo(1, places - 1);
  });
});
