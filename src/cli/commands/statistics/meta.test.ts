import { describe, expect, test } from 'vitest';
import expected from '../../../../tests/reference/meta-analysis/expected.json' with { type: 'json' };
import { fileOf, run } from '../../fake-terminal.test-support.ts';

const { input, ...answers } = expected.bcg;
const Z = 1.959963984540054;

/** The trials as a paper gives them: risk ratios with their intervals. */
const ratios = fileOf(
  [
    'trial,rr,from,to',
    ...input.yi.map((y, at) => {
      const reach = Z * Math.sqrt(input.vi[at]!);
      return [`trial ${at + 1}`, ...[y, y - reach, y + reach].map(Math.exp)].join(',');
    }),
  ].join('\n'),
  'bcg.csv',
);
const columns = ['--estimates', ratios, '--estimate', 'rr', '--low', 'from', '--high', 'to'];

async function answerOf(...words: readonly string[]): Promise<{ readonly [name: string]: unknown }> {
  const { printed, status, fault } = await run('statistics', 'meta', ...words, '--json');
  expect([status, fault]).toEqual([0, null]);
  return JSON.parse(printed) as { readonly [name: string]: unknown };
}

describe('statistics meta --json', () => {
  test.each(['reml', 'dl', 'hk'] as const)('pools the ratios of a file as metafor does: %s', async (method) => {
    const answer = await answerOf(...columns, '--scale', 'ratio', '--method', method);
    const { estimate, low, high, predictionLow, predictionHigh, p, tauSquared, iSquared } = answers[method];
    const theirs = {
      ...{ pooled: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high), p, tauSquared, iSquared },
      ...{ predictionLow: Math.exp(predictionLow), predictionHigh: Math.exp(predictionHigh) },
    };
    expect(Object.keys(answer).slice(0, 8)).toEqual([
      ...['pooled', 'low', 'high', 'p', 'tauSquared', 'iSquared', 'predictionLow', 'predictionHigh'],
    ]);
    for (const [name, value] of Object.entries(theirs)) {
      expect(Math.abs(Number(answer[name]) / value - 1), name).toBeLessThan(1e-8);
    }
  });

  test('of two studies alike, hk says that it is narrow by luck and hk-modified is wide', async () => {
    const file = fileOf('y,error\n-0.30,0.2\n-0.31,0.1414213562373095\n', 'two.csv');
    const words = ['--estimates', file, '--estimate', 'y', '--se', 'error', '--scale', 'difference', '--method'];
    const [hk, modified] = [await answerOf(...words, 'hk'), await answerOf(...words, 'hk-modified')];
    expect(String(hk['notes'])).toContain('narrower than the normal one by luck');
    expect(modified['notes']).toEqual([]);
    expect(Number(modified['low']) / expected.twoAlike.modified.low).toBeCloseTo(1, 8);
  });

  test('pools differences with standard errors, and leaves out what is missing', async () => {
    const rows = input.yi.map((y, at) => `${y},${Math.sqrt(input.vi[at]!)}`);
    const file = fileOf(['y,error', ...rows, 'NA,0.2', '0.3,'].join('\n'), 'differences.csv');
    const answer = await answerOf('--estimates', file, '--estimate', 'y', '--se', 'error', '--scale', 'difference');
    expect(Number(answer['pooled'])).toBeCloseTo(answers.reml.estimate, 10);
    expect(answer['notes']).toEqual(['2 of 15 rows were left out for a missing value (y 1, error 1)']);
  });

  test('takes the level of the intervals into account, and says where an estimate is not in the middle', async () => {
    const file = fileOf('estimate,low,high\n1,0,2\n3,2,4\n4,1,4.5\n', 'levels.csv');
    const at95 = await answerOf('--estimates', file, '--scale', 'difference');
    const at50 = await answerOf('--estimates', file, '--scale', 'difference', '--level', '0.5');
    expect(Number(at50['standardError'])).toBeGreaterThan(Number(at95['standardError']));
    expect(at95['notes']).toEqual([
      'the estimate of row 3 is not midway between its low and its high: its standard error is rough',
    ]);
  });
});

describe('statistics meta', () => {
  test('says in words what it found', async () => {
    const { printed } = await run('statistics', 'meta', ...columns, '--study', 'trial');
    expect(printed).toContain('Pooled ratio     0.4894 (95% 0.3441 to 0.6962), p 0.00007054');
    expect(printed).toContain('trial 1 5.1%');
  });

  test.each([
    { words: [], fault: 'name the file of studies: --estimates FILE.csv' },
    { words: ['--estimates', ratios], fault: 'there is no column "estimate"' },
    {
      words: [...columns, '--method', 'ml'],
      fault: 'there is no method "ml"; write --method reml, dl, hk or hk-modified',
    },
    { words: [...columns, '--scale', 'log'], fault: 'there is no scale "log"' },
    { words: [...columns, '--level', '95'], fault: 'a level lies between 0 and 1' },
    {
      words: ['--estimates', fileOf('estimate,low,high\n-1,-2,1\n', 'm.csv')],
      fault: 'row 1 of estimate is -1, and a ratio is above zero; for others write --scale difference',
    },
    {
      words: ['--estimates', fileOf('estimate,low,high\n1,2,3\n', 'm.csv')],
      fault: 'the estimate of row 1 does not lie between its low and its high',
    },
    {
      words: ['--estimates', fileOf('estimate,low,high\n2,1,4\n', 'm.csv')],
      fault: 'Spread between studies needs two of them at least; there are 1.',
    },
  ])('refuses in one line: $fault', async ({ words, fault }) => {
    const ran = await run('statistics', 'meta', ...words);
    expect(ran.status).toBe(2);
    expect(ran.fault).toContain(fault);
    expect(ran.printed).toBe('');
  });
});
