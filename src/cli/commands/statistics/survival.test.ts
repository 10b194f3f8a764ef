import { describe, expect, test } from 'vitest';
import { seededDraws } from '../../../statistics/seeded-draws.test-support.ts';
import { cox } from '../../../statistics/index.ts';
import { fileOf, run } from '../../fake-terminal.test-support.ts';

const draws = seededDraws(71);
const people = Array.from({ length: 90 }, (_, at) => {
  const sex = draws.bernoulli(0.7) === 1 ? 'male' : 'female';
  const age = 18 + Math.floor(draws.uniform() * 40);
  const until = Math.ceil(draws.exponential(0.004 * (sex === 'male' ? 1.5 : 1)));
  return {
    sex,
    age,
    days: Math.min(until, 365),
    reoffended: until <= 365 ? 1 : 0,
    arm: at % 3 === 0 ? 'b' : 'a',
    place: at % 4,
  };
});
const file = fileOf(
  [
    'sex,age,days,reoffended,arm,place,country',
    ...people.map(({ sex, age, days, reoffended, arm, place }) =>
      [sex, age, days, reoffended, arm, place, 'UK'].join(','),
    ),
    'male,,12,1,a,1,UK',
    'male,NA,13,0,a,1,UK',
  ].join('\n'),
  'people.csv',
);
const survival = ['--data', file, '--time', 'days', '--event', 'reoffended'];

async function answerOf(...words: readonly string[]): Promise<{ readonly [key: string]: unknown }> {
  const { printed, status, fault } = await run('statistics', ...words, '--json');
  expect([status, fault]).toEqual([0, null]);
  return JSON.parse(printed) as { readonly [key: string]: unknown };
}

describe('statistics cox', () => {
  const words = ['cox', ...survival, '--covariates', 'sex,age,country'];

  test('gives each term, the likelihood and the concordance, and says what was left out', async () => {
    const answer = await answerOf(...words);
    const fit = cox({
      time: people.map(({ days }) => days),
      event: people.map(({ reoffended }) => reoffended),
      covariates: [
        { name: 'sexmale', values: people.map(({ sex }) => (sex === 'male' ? 1 : 0)) },
        { name: 'age', values: people.map(({ age }) => age) },
      ],
    });
    const terms = Object.fromEntries(fit.ok ? fit.value.terms.map(({ name, ...term }) => [name, term]) : []);
    expect(answer).toMatchObject({ n: 90, terms, rowsLeftOut: 2 });
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(['events', 'loglik', 'concordance', 'proportionalHazards']),
    );
    expect(answer['notes']).toEqual([
      '2 of 92 rows were left out for a missing value (age 2)',
      'sex is text: its 2 levels are compared with sexfemale',
      'country is UK in every row and was left out',
    ]);
  });

  test('takes ties, strata, clusters and weights', async () => {
    const [plain, breslow, clustered] = await Promise.all([
      answerOf(...words),
      answerOf(...words, '--ties', 'breslow', '--strata', 'arm,place', '--weights', 'place'),
      answerOf(...words, '--cluster', 'place'),
    ]);
    expect(breslow['loglik']).not.toBe(plain['loglik']);
    expect(breslow['ties']).toBe('breslow');
    expect(clustered).toMatchObject({ terms: { age: { robustSe: expect.any(Number) as number } } });
  });

  test('takes fractions for weights with robust errors and a word, and counts no row of weight 0', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [1 + (at % 7), (at * 3) % 5 < 3 ? 1 : 0, (at * 7) % 11, at === 3 ? 0 : 0.5 + (at % 3)]); // prettier-ignore
    const weighted = fileOf(['t,e,x,w', ...rows.map((row) => row.join())].join('\n'), 'weighted.csv');
    const own = ['cox', '--data', weighted, '--time', 't', '--event', 'e', '--covariates', 'x', '--weights', 'w'];
    const answer = await answerOf(...own);
    expect(answer).toMatchObject({ n: 39, terms: { x: { robustSe: expect.any(Number) as number } } });
    expect(answer['notes']).toEqual([
      '1 rows have the weight 0: they change nothing and are not counted',
      'the weights are no whole numbers, so the errors are robust ones',
    ]);
  });

  test('says in words what it found', async () => {
    const { printed } = await run('statistics', ...words);
    expect(printed).toContain("Cox's model of 90 rows");
    expect(printed).toContain('Hazard ratio');
    expect(printed).toContain('Whether effects change with time');
  });

  test.each([
    [['cox'], '--data is missing; write --data FILE.csv'],
    [['cox', ...survival, '--covariates', 'agee'], 'there is no column "agee"; did you mean "age"?'],
    [['cox', ...survival, '--covariates', 'age', '--ties', 'exact'], '--ties is efron or breslow; not exact'],
    [['cox', ...survival, '--covariates', 'country'], 'no covariate is left'],
    [['cox', ...survival, '--covariates', 'age', '--level', '95'], '--level is a number above 0 and below 1; not 95'],
    [['cox', '--data', file, '--time', 'sex', '--event', 'reoffended', '--covariates', 'age'], 'which is no number'],
    [
      ['cox', '--data', file, '--time', 'days', '--event', 'place', '--covariates', 'age'],
      'write 0 and 1, or no and yes',
    ],
    [['cox', ...survival, '--covariates', 'age', 'sex'], '"sex" is one word too many'],
  ])('%j is refused in one line', async (words, line) => {
    const { printed, fault, status } = await run('statistics', ...words);
    expect([printed, status]).toEqual(['', 2]);
    expect(fault).toContain(line);
  });

  test('refuses what can’t be fitted, with the reason', async () => {
    const alone = fileOf('t,d,x\n1,1,1\n2,1,1\n3,0,0\n4,0,0\n', 'separated.csv');
    const { fault } = await run(
      'statistics',
      'cox',
      '--data',
      alone,
      '--time',
      't',
      '--event',
      'd',
      '--covariates',
      'x',
    );
    expect(fault).toContain('The effect of x has no finite estimate');
    const empty = fileOf('t,d,x\n1,1,\n2,0,NA\n', 'empty.csv');
    const none = await run('statistics', 'cox', '--data', empty, '--time', 't', '--event', 'd', '--covariates', 'x');
    expect(none.fault).toContain('no row has a value in each of t, d, x');
  });
});

describe('statistics kaplan-meier', () => {
  test('gives survival at times by group, the median and the restricted mean', async () => {
    const answer = await answerOf('kaplan-meier', ...survival, '--by', 'arm', '--at', '90,400', '--mean-to', '300');
    expect(Object.keys(answer['groups'] as object)).toEqual(['a', 'b']);
    expect(answer).toMatchObject({
      n: 92,
      groups: {
        a: {
          at: [
            { time: 90, survival: expect.any(Number) as number },
            { time: 400, survival: null },
          ],
          restrictedMean: { mean: expect.any(Number) as number },
        },
      },
    });
    expect(answer['notes']).toContain(
      'nobody in group a was watched for longer than 365, so survival at 400 is not known',
    );
  });

  test('takes an event of 1 and 2 as R does, and says so', async () => {
    const coded = fileOf('t,status\n1,2\n2.5,1\n4,2.0\n', 'coded.csv');
    const answer = await answerOf('kaplan-meier', '--data', coded, '--time', 't', '--event', 'status', '--at', '1');
    expect(answer).toMatchObject({ events: 2, notes: ['status is 1 and 2: 2 was taken as the event'] });
  });

  test('says in words what it found, and refuses times that are none', async () => {
    const { printed } = await run('statistics', 'kaplan-meier', ...survival, '--at', '90');
    expect(printed).toContain('Median time');
    const { fault } = await run('statistics', 'kaplan-meier', ...survival, '--at', 'soon');
    expect(fault).toContain('--at is times with commas between them, as 90,365; not soon');
  });
});

describe('statistics log-rank', () => {
  test('gives the test and the groups, in strata too', async () => {
    const [plain, stratified] = await Promise.all([
      answerOf('log-rank', ...survival, '--by', 'arm'),
      answerOf('log-rank', ...survival, '--by', 'arm', '--strata', 'sex'),
    ]);
    expect(plain).toMatchObject({ df: 1, groups: { a: { n: 62 }, b: { n: 30 } } });
    expect(stratified['chiSquared']).not.toBe(plain['chiSquared']);
  });

  test('says in words what it found, and why it can’t compare one group with none', async () => {
    expect((await run('statistics', 'log-rank', ...survival, '--by', 'arm')).printed).toContain(
      'Log-rank test: chi-squared',
    );
    const { fault } = await run('statistics', 'log-rank', ...survival, '--by', 'country');
    expect(fault).toContain('Everybody is in one group');
  });
});
