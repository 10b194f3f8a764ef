import { describe, expect, test } from 'vitest';
import { fileOf, run } from '../../fake-terminal.test-support.ts';

const file = fileOf(
  [
    'reoffended,age,sex,force,events,years',
    ...Array.from({ length: 60 }, (_, at) => {
      const reoffended = (at * 7) % 5 < 2 ? 'yes' : 'no';
      return [
        reoffended,
        18 + ((at * 11) % 30),
        at % 3 === 0 ? 'female' : 'male',
        at % 4,
        (at * 5) % 3,
        1 + (at % 2),
      ].join(',');
    }),
    'yes,,male,1,0,1',
  ].join('\n'),
  'records.csv',
);

async function answerOf(...words: readonly string[]): Promise<{ readonly [key: string]: unknown }> {
  const { printed, status, fault } = await run('statistics', ...words, '--json');
  expect([status, fault]).toEqual([0, null]);
  return JSON.parse(printed) as { readonly [key: string]: unknown };
}

describe('statistics logistic', () => {
  const words = ['logistic', '--data', file, '--outcome', 'reoffended', '--covariates', 'age,sex'];

  test('gives odds ratios, with robust errors by cluster', async () => {
    const [plain, clustered] = await Promise.all([answerOf(...words), answerOf(...words, '--cluster', 'force')]);
    expect(plain).toMatchObject({ n: 60, events: 24, rowsLeftOut: 1 });
    expect(Object.keys(plain['terms'] as object)).toEqual(['(Intercept)', 'age', 'sexmale']);
    expect(clustered).toMatchObject({
      terms: { age: { oddsRatio: expect.any(Number) as number, robustSe: expect.any(Number) as number } },
    });
  });

  test('says in words what it found', async () => {
    expect((await run('statistics', ...words)).printed).toContain('Logistic regression of 60 rows, in 24 of which');
  });

  test('offers the penalised fit where a column foretells the outcome without fail, and gives it', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at < 6 || at % 3 === 0 ? 1 : 0},${at < 6 ? 1 : 0}`);
    const separated = fileOf(['y,x', ...rows].join('\n'), 'separated.csv');
    const own = ['logistic', '--data', separated, '--outcome', 'y', '--covariates', 'x'];
    expect((await run('statistics', ...own)).fault).toContain('--firth has a penalised fit');
    const answer = await answerOf(...own, '--firth');
    expect(answer).toMatchObject({ n: 20, terms: { x: { oddsRatio: expect.any(Number) as number } } });
    expect((await run('statistics', ...own, '--firth')).printed).toContain('Firth’s penalised fit');
  });

  test('refuses an outcome that nobody had', async () => {
    const none = fileOf('y,x\n0,1\n0,2\n0,3\n', 'none.csv');
    const { fault } = await run('statistics', 'logistic', '--data', none, '--outcome', 'y', '--covariates', 'x');
    expect(fault).toContain('Nobody had the outcome');
  });
});

describe('statistics rate-ratio', () => {
  test('compares counts that are given', async () => {
    const words = ['--events-a', '12', '--time-a', '100', '--events-b', '20', '--time-b', '90'];
    const answer = await answerOf('rate-ratio', ...words);
    expect(answer).toMatchObject({ ratio: 0.54, reference: 'b', groups: { a: { rate: 0.12 } } });
    const logs = await answerOf('rate-ratio', ...words, '--interval', 'log');
    expect(logs['low']).not.toBe(answer['low']);
  });

  test('compares the groups of a file with the first, or with the one named', async () => {
    const words = ['rate-ratio', '--data', file, '--events', 'events', '--time', 'years', '--by', 'force'];
    const answer = await answerOf(...words);
    expect(Object.keys(answer['ratios'] as object)).toEqual(['1', '2', '3']);
    expect(answer).not.toHaveProperty('ratio');
    expect(await answerOf(...words, '--reference', '3')).toMatchObject({ reference: '3' });
    expect((await run('statistics', ...words)).printed).toContain('Rates compared with those of 0');
  });

  test.each([
    [['--events-a', '12'], '--time-a is missing'],
    [['--events-a', 'many', '--time-a', '1'], '--events-a is a number of at least 0; not many'],
    [['--events-a', '0', '--time-a', '1', '--events-b', '0', '--time-b', '1'], 'Neither side has an event'],
    [
      ['--data', file, '--events', 'events', '--time', 'years', '--by', 'force', '--reference', '9'],
      'there is no group "9"',
    ],
    [
      ['--data', fileOf('e,t,g\n1,2,x\n', 'one.csv'), '--events', 'e', '--time', 't', '--by', 'g'],
      'everybody is in one group',
    ],
  ])('%j is refused in one line', async (words, line) => {
    expect((await run('statistics', 'rate-ratio', ...words)).fault).toContain(line);
  });
});

describe('statistics power', () => {
  test('gives the power of a size and the size of a power', async () => {
    expect(await answerOf('power', '--p1', '0.21', '--p2', '0.18', '--n', '1000')).toMatchObject({
      power: expect.closeTo(0.394725853759183, 12) as number,
    });
    expect(await answerOf('power', '--p1', '0.21', '--p2', '0.18', '--ratio', '2')).toMatchObject({ power: 0.8 });
    expect(await answerOf('power', '--hazard-ratio', '0.5', '--event-share', '0.25')).toMatchObject({
      events: expect.closeTo(65.345, 2) as number,
      n: expect.closeTo(261.38, 1) as number,
    });
    expect(await answerOf('power', '--hazard-ratio', '0.5', '--events', '66')).toMatchObject({
      power: expect.closeTo(0.8035, 3) as number,
    });
  });

  test('says it in words', async () => {
    const { printed } = await run('statistics', 'power', '--p1', '0.3', '--p2', '0.2', '--power', '0.9');
    expect(printed).toMatch(/^Risks of 0\.3 and 0\.2 are told apart with a power of 90\.0% by 392 and 392 people/);
    expect((await run('statistics', 'power', '--hazard-ratio', '0.7')).printed).toContain('247 events');
  });

  test.each([
    [[], 'what to compare is missing'],
    [['--p1', '0.2'], '--p2 is missing; write --p2 RISK'],
    [['--p1', '0.2', '--p2', '0.2'], 'The two risks are equal'],
    [['--p1', '20', '--p2', '0.2'], '--p1 is a number above 0 and below 1; not 20'],
    [['--hazard-ratio', '1'], 'A hazard ratio of 1 is no difference'],
  ])('%j is refused in one line', async (words, line) => {
    expect((await run('statistics', 'power', ...words)).fault).toContain(line);
  });
});
