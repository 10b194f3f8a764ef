import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fileOf, run } from '../../fake-terminal.test-support.ts';

const file = fileOf(
  [
    'y,count,years,reached,after,place,time,event,cause,age,sex,month',
    ...Array.from({ length: 80 }, (_, at) => {
      const place = at % 8;
      return [
        ((at * 7) % 11) + (place < 4 && at >= 40 ? 3 : 0),
        (at * 5) % 4,
        1 + (at % 3),
        place < 4 ? 1 : 0,
        at >= 40 ? 1 : 0,
        `place-${place}`,
        1 + ((at * 13) % 30),
        at % 3 === 0 ? 0 : 1,
        at % 3,
        at % 9 === 4 ? '' : 18 + ((at * 11) % 30),
        at % 13 === 5 ? 'NA' : at % 2 === 0 ? 'female' : 'male',
        at + 1,
      ].join(',');
    }),
  ].join('\n'),
  'designs.csv',
);

async function answerOf(...words: readonly string[]): Promise<{ readonly [key: string]: unknown }> {
  const { printed, status, fault } = await run('statistics', ...words, '--json');
  expect([status, fault]).toEqual([0, null]);
  return JSON.parse(printed) as { readonly [key: string]: unknown };
}

async function wordsOf(...words: readonly string[]): Promise<string> {
  const { printed, status, fault } = await run('statistics', ...words);
  expect([status, fault]).toEqual([0, null]);
  return printed;
}

async function faultOf(...words: readonly string[]): Promise<string | null> {
  return (await run('statistics', ...words)).fault;
}

const aNumber = expect.any(Number) as number;

describe('statistics poisson and negative-binomial', () => {
  const words = ['poisson', '--data', file, '--outcome', 'count', '--covariates', 'age', '--exposure', 'years'];

  test('give rate ratios, by time watched', async () => {
    const answer = await answerOf(...words);
    expect(answer).toMatchObject({ method: 'poisson', hasExposure: true, rowsLeftOut: 9 });
    expect(answer).toMatchObject({ terms: { age: { rateRatio: aNumber, low: aNumber, high: aNumber, p: aNumber } } });
    expect(await wordsOf(...words)).toContain('Rate ratio');
  });

  test('say so where counts vary no more than Poisson counts do', async () => {
    expect(await faultOf('negative-binomial', ...words.slice(1, -2))).toContain('vary no more than Poisson');
  });

  test('fit counts that vary more, and Poisson’s errors say that they are too small', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `${at % 7 === 0 ? 9 : at % 2},${at % 3}`);
    const wide = fileOf(['n,x', ...rows].join('\n'), 'wide.csv');
    const own = ['--data', wide, '--outcome', 'n', '--covariates', 'x'];
    expect(await answerOf('negative-binomial', ...own)).toMatchObject({ theta: aNumber, thetaSe: aNumber });
    expect(await wordsOf('poisson', ...own)).toContain('errors are too small');
  });

  test('offer the penalised fit where a group has no event, and give it', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at < 8 ? 0 : 1 + (at % 3)},${at < 8 ? 1 : 0}`);
    const none = fileOf(['n,x', ...rows].join('\n'), 'none.csv');
    const own = ['poisson', '--data', none, '--outcome', 'n', '--covariates', 'x'];
    expect(await faultOf(...own)).toContain('--firth has a penalised fit');
    expect(await answerOf(...own, '--firth')).toMatchObject({ terms: { x: { rateRatio: aNumber } } });
  });

  test('refuse a time watched of nothing', async () => {
    const own = ['poisson', '--data', file, '--outcome', 'count', '--covariates', 'age', '--exposure', 'after'];
    expect(await faultOf(...own)).toContain('a time watched is above zero');
  });
});

describe('statistics difference-in-differences', () => {
  const words = [
    'difference-in-differences',
    '--data',
    file,
    '--outcome',
    'y',
    '--reached',
    'reached',
    '--after',
    'after',
  ];

  test('gives the effect with errors by cluster, and warns of few', async () => {
    const answer = await answerOf(...words, '--cluster', 'place');
    expect(answer).toMatchObject({ effect: { coefficient: aNumber, p: aNumber }, clusters: 8, rows: 80 });
    expect(await wordsOf(...words, '--cluster', 'place')).toContain('only 8 clusters run short');
  });

  test('says what it takes for granted where no cluster is named', async () => {
    expect(await wordsOf(...words)).toContain('rows are taken for independent');
  });

  test('refuses where nothing came before', async () => {
    const fault = await faultOf(...words.slice(0, 5), '--reached', 'reached', '--after', 'reached');
    expect(fault).toContain('There is no row of');
  });
});

describe('statistics interrupted-series', () => {
  const words = ['interrupted-series', '--data', file, '--outcome', 'y', '--interrupted-at', '41'];

  test('gives the jump and the change of slope, with a season too', async () => {
    const parts = { coefficient: aNumber, low: aNumber, high: aNumber, p: aNumber };
    expect(await answerOf(...words)).toMatchObject({
      levelChange: parts,
      slopeChange: parts,
      trend: parts,
      points: 80,
    });
    expect(await answerOf(...words, '--season', '12', '--waves', '1')).toMatchObject({ degreesOfFreedom: 74 });
    expect(await wordsOf(...words)).toContain('errors by Newey and West with lag 3');
  });

  test.each([
    [['--interrupted-at', '2'], '3 points on each side'],
    [['--interrupted-at', '3.5'], 'a whole number'],
  ])('refuses %j', async (more, said) => {
    expect(await faultOf(...words.slice(0, 5), ...more)).toContain(said);
  });

  test('refuses a series with a hole', async () => {
    expect(await faultOf(...words.slice(0, 3), '--outcome', 'age', '--interrupted-at', '41')).toContain(
      'a series has a value at every time',
    );
  });
});

describe('statistics restricted-mean', () => {
  const words = [
    'restricted-mean',
    '--data',
    file,
    '--time',
    'time',
    '--event',
    'event',
    '--by',
    'reached',
    '--to',
    '20',
  ];

  test('gives the mean of each group and their difference', async () => {
    expect(await answerOf(...words)).toMatchObject({
      to: 20,
      groups: { 0: { mean: aNumber, se: aNumber }, 1: { mean: aNumber } },
      difference: { of: '1', less: '0', estimate: aNumber, p: aNumber },
    });
    const { groups, difference } = z
      .object({
        groups: z.record(z.string(), z.object({ mean: z.number() })),
        difference: z.object({ estimate: z.number() }),
      })
      .parse(await answerOf(...words));
    expect(difference.estimate).toBeCloseTo((groups['1']?.mean ?? 0) - (groups['0']?.mean ?? 0), 12);
    expect(await wordsOf(...words)).toContain('1 less 0:');
  });

  test('refuses a time beyond which nobody was watched', async () => {
    const short = fileOf('time,event,by\n1,1,a\n5,0,a\n2,1,b\n6,0,b\n', 'short.csv');
    const own = ['--data', short, '--time', 'time', '--event', 'event', '--by', 'by', '--to', '9'];
    expect(await faultOf('restricted-mean', ...own)).toContain('a: Nobody was watched for longer than 5');
  });
});

describe('statistics competing-risks', () => {
  const words = ['competing-risks', '--data', file, '--time', 'time', '--cause', 'cause'];

  test('gives the incidence of each cause, and Robert Gray’s test between groups', async () => {
    const answer = await answerOf(...words, '--by', 'reached', '--at', '10,20');
    expect(answer).toMatchObject({
      groups: { 0: { causes: { 1: { events: aNumber }, 2: { events: aNumber } } } },
      tests: { 1: { chiSquared: aNumber, df: 1, p: aNumber }, 2: { df: 1 } },
    });
    expect(await wordsOf(...words, '--by', 'reached')).toContain('Robert Gray’s test');
  });

  test('refuses a cause that is no number of one', async () => {
    expect(await faultOf(...words.slice(0, 5), '--cause', 'age')).toContain('write 0 where nothing came');
  });
});

describe('statistics cluster-trial, and the power of one', () => {
  const words = ['cluster-trial', '--data', file, '--outcome', 'y', '--arm', 'reached', '--cluster', 'place'];

  test('compares the clusters’ means, and says how alike people of one are', async () => {
    expect(await answerOf(...words)).toMatchObject({
      difference: aNumber,
      p: aNumber,
      degreesOfFreedom: 6,
      icc: aNumber,
      designEffect: aNumber,
      arms: { 0: { clusters: 4, people: 40 }, 1: { clusters: 4, people: 40 } },
    });
    expect(await wordsOf(...words)).toContain('Intracluster correlation');
  });

  test('refuses clusters with people of both arms', async () => {
    expect(await faultOf(...words.slice(0, 5), '--arm', 'after', '--cluster', 'place')).toContain('both arms');
  });

  test('needs more clusters the more alike their people are', async () => {
    const sized = ['power', '--p1', '0.4', '--p2', '0.3', '--cluster-size', '50'];
    const few = await answerOf(...sized, '--icc', '0.01');
    const many = await answerOf(...sized, '--icc', '0.05', '--cv', '0.6');
    expect(Number(many['clustersPerArm'])).toBeGreaterThan(Number(few['clustersPerArm']));
    expect(Number(few['power'])).toBeGreaterThanOrEqual(0.8);
    expect(await answerOf(...sized, '--icc', '0.01', '--clusters', '12')).toMatchObject({ clustersPerArm: 12 });
  });

  test('says where a number of clusters has no size', async () => {
    expect(await faultOf('power', '--p1', '0.4', '--p2', '0.3', '--icc', '0.01')).toContain('needs --cluster-size');
  });
});

describe('statistics impute', () => {
  const words = ['impute', '--data', file, '--covariates', 'age,sex', '--imputations', '4', '--rounds', '2'];

  test.each([
    [['--model', 'logistic', '--outcome', 'event']],
    [['--model', 'linear', '--outcome', 'y']],
    [['--model', 'poisson', '--outcome', 'count']],
    [['--model', 'cox', '--time', 'time', '--event', 'event']],
  ])('fills what is missing and pools the model %j', async (model) => {
    const answer = await answerOf(...words, ...model);
    expect(answer).toMatchObject({ n: 80, imputations: 4, missing: { age: 9, sex: 6 } });
    expect(answer).toMatchObject({ terms: { age: { coef: aNumber, se: aNumber }, sexmale: { p: aNumber } } });
    expect(await answerOf(...words, ...model)).toEqual(answer);
    expect(await wordsOf(...words, ...model)).toContain('pooled by Rubin’s rules');
  });

  test('is the plain model where nothing is missing', async () => {
    const own = ['--data', file, '--outcome', 'event', '--covariates', 'month,reached'];
    const termsOf = z.object({ terms: z.record(z.string(), z.object({ coef: z.number(), se: z.number() })) });
    const plain = termsOf.parse(await answerOf('logistic', ...own));
    const filled = termsOf.parse(await answerOf('impute', '--model', 'logistic', '--imputations', '2', ...own));
    for (const [name, { coef, se }] of Object.entries(plain.terms)) {
      expect(filled.terms[name]?.coef).toBeCloseTo(coef, 10);
      expect(filled.terms[name]?.se).toBeCloseTo(se, 10);
    }
    expect(await wordsOf('impute', ...own)).toContain('nothing is missing in the covariates');
  });

  test('refuses one data set, and an outcome left out', async () => {
    const one = [...words.slice(0, 5), '--imputations', '1', '--outcome', 'event'];
    expect(await faultOf(...one)).toContain('--imputations is a number of at least 2');
    expect(await faultOf(...words, '--model', 'linear')).toContain('--outcome is missing');
  });
});
