import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../shared/seeded-random.ts';
import { fileOf, run } from '../../fake-terminal.test-support.ts';

interface Answer {
  readonly n: number;
  readonly rowsLeftOut: number;
  readonly matchedTreated: number;
  readonly matchedControls: number;
  readonly caliper: { readonly deviations: number; readonly width: number } | null;
  readonly propensity: { readonly [name: string]: number };
  readonly balance: {
    readonly [name: string]: { readonly [point in 'before' | 'after']: { readonly standardisedDifference: number } };
  };
  readonly pairs: readonly { readonly treated: number; readonly controls: readonly number[] }[];
  readonly notes: readonly string[];
}

const random = SeededRandom.of('people to match');
const people = Array.from({ length: 160 }, (_, at) => {
  const age = 18 + random.below(40);
  const treated = random.next() < 1 / (1 + Math.exp(1 + (age - 34) / 12)) ? 'yes' : 'no';
  return { treated, age, place: ['north', 'south', 'east'][at % 3]!, force: 'one' };
});
const file = fileOf(
  [
    'treated,age,place,force',
    ...people.map(({ treated, age, place, force }) => `${treated},${age},${place},${force}`),
  ].join('\n') + '\nyes,,north,one\n',
  'people.csv',
);
const columns = ['--data', file, '--treatment', 'treated', '--covariates', 'age,place,force'];

async function answerOf(...words: readonly string[]): Promise<Answer> {
  const { printed, status, fault } = await run('statistics', 'match', ...words, '--json');
  expect([status, fault]).toEqual([0, null]);
  return JSON.parse(printed) as Answer;
}

describe('statistics match --json', () => {
  test('matches within the caliper and makes the groups more alike', async () => {
    const answer = await answerOf(...columns, '--caliper', '0.2');
    expect(answer.caliper?.deviations).toBe(0.2);
    expect(answer.matchedTreated).toBe(answer.pairs.length);
    expect(answer.matchedControls).toBe(answer.matchedTreated);
    const { before, after } = answer.balance['age']!;
    expect(Math.abs(after.standardisedDifference)).toBeLessThan(Math.abs(before.standardisedDifference) / 4);
    for (const { treated, controls } of answer.pairs) {
      expect(people[treated - 1]?.treated).toBe('yes');
      for (const control of controls) expect(people[control - 1]?.treated).toBe('no');
    }
  });

  test('says what it did with text, with a constant and with what is missing', async () => {
    const answer = await answerOf(...columns);
    expect(answer.notes).toEqual([
      '1 of 161 rows were left out for a missing value (age 1)',
      'place is text: its 3 levels are compared with placeeast',
      'force is one in every row and was left out',
    ]);
    expect([answer.n, answer.rowsLeftOut, answer.caliper]).toEqual([160, 1, null]);
    expect(Object.keys(answer.propensity)).toEqual(['(Intercept)', 'age', 'placenorth', 'placesouth']);
    expect(Object.keys(answer.balance)).toEqual(['distance', 'age', 'placeeast', 'placenorth', 'placesouth']);
  });

  test('keeps to exact columns, gives several controls, and lets them be shared', async () => {
    const { pairs } = await answerOf(...columns, '--exact', 'place', '--ratio', '2', '--reuse', 'all', '--on', 'logit');
    for (const { treated, controls } of pairs) {
      expect(controls.length).toBe(2);
      for (const control of controls) expect(people[control - 1]?.place).toBe(people[treated - 1]?.place);
    }
  });
});

describe('statistics match', () => {
  test('says in words how many were matched and how alike they are', async () => {
    const { printed } = await run('statistics', 'match', ...columns, '--caliper', '0.2');
    expect(printed).toMatch(
      /^\d+ of \d+ treated rows were matched, to \d+ of \d+ controls, within 0\.2 standard deviations/,
    );
    expect(printed).toContain('SMD before');
  });

  test.each([
    { words: [], fault: '--data is missing; write --data FILE.csv' },
    { words: ['--data', file, '--treatment', 'treatd', '--covariates', 'age'], fault: 'did you mean "treated"?' },
    { words: ['--data', file, '--treatment', 'age', '--covariates', 'place'], fault: 'of age is' },
    {
      words: [...columns, '--caliper', 'wide'],
      fault: '--caliper is a number of standard deviations, as 0.2; not wide',
    },
    { words: [...columns, '--reuse', '0'], fault: '--reuse is a whole number from 1; not 0' },
    { words: [...columns, '--on', 'odds'], fault: '--on is score, logit; not odds' },
    {
      words: ['--data', file, '--treatment', 'treated', '--covariates', 'age', 'sex'],
      fault: '"sex" is one word too many',
    },
  ])('refuses in one line: $fault', async ({ words, fault }) => {
    const ran = await run('statistics', 'match', ...words);
    expect(ran.status).toBe(2);
    expect(ran.fault).toContain(fault);
  });
});

describe('statistics', () => {
  test('names its methods where there is none of that name', async () => {
    expect((await run('statistics', 'mach')).fault).toContain('did you mean "match"?');
    expect((await run('statistics')).fault).toContain('the method is missing');
  });

  test.each([
    { content: '', fault: 'is empty; the first line names the columns' },
    { content: 'a,a\n1,2\n', fault: 'two columns are headed "a"' },
    { content: 'a,b\n1\n', fault: 'row 1 below the headings has 1 cells for 2 columns' },
    { content: 'a,b\n', fault: 'has headings and no rows below them' },
  ])('refuses a file that $fault', async ({ content, fault }) => {
    const ran = await run(
      'statistics',
      'match',
      '--data',
      fileOf(content, 'odd.csv'),
      '--treatment',
      'a',
      '--covariates',
      'b',
    );
    expect(ran.fault).toContain(fault);
  });
});
