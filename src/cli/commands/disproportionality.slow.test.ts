import { describe, expect, test } from 'vitest';
import {
  COLUMNS,
  csvText,
  searchFile,
  searchRow,
  type SearchRow,
} from '../../../tests/interchange/stop-and-search-file.ts';
import { fileOf, run } from '../fake-terminal.test-support.ts';

const white: SearchRow = { 'Self-defined ethnicity': 'White - Irish', 'Officer-defined ethnicity': 'White' };
const black: SearchRow = {
  'Self-defined ethnicity': 'Black/African/Caribbean/Black British - African',
  'Officer-defined ethnicity': 'Black',
};
const seenBlack: SearchRow = { 'Self-defined ethnicity': '', 'Officer-defined ethnicity': 'Black' };
const arrest: SearchRow = { Outcome: 'Arrest', 'Outcome linked to object of search': 'True' };

const times = (count: number, row: SearchRow): SearchRow[] => Array.from({ length: count }, () => row);
const SEARCHES = [
  ...times(60, white),
  ...times(20, { ...white, ...arrest }),
  ...times(8, black),
  ...times(10, { ...black, ...arrest }),
  ...times(2, seenBlack),
  ...times(3, {}),
  { Type: 'Vehicle search' },
];
const NAME = '2019-12-durham-stop-and-search.csv';

function ask(content: string, ...words: readonly string[]) {
  return run('disproportionality', '--records', fileOf(content, NAME), ...words);
}

describe('waymark disproportionality', () => {
  test('says first what was found, in numbers that can be worked out by hand', async () => {
    const { printed, status } = await ask(searchFile(SEARCHES));
    const plain = printed.replaceAll(/\s+/g, ' ');
    expect(status).toBe(0);
    expect(plain).toContain('Durham Constabulary: searches of persons, December 2019');
    expect(plain).toContain('103 searches, 103 of them for drugs. Ethnicity is what the person said in 95.1%');
    // 20 of 2,441 residents against 80 of 607,196
    expect(plain).toContain('Black people were searched 8.2 times for every 1,000 of them who live in the area');
    expect(plain).toContain('62.2 times as often (95% interval 38.1 to 102); higher by more than chance');
    // 10 of 20 against 20 of 80
    expect(plain).toContain(
      'Of 20 searches of Black people 10 (50.0%) found what was looked for, of 80 of White people',
    );
    // By itself off parity (1.12 to 3.57), and not where it is one of 36.
    expect(plain).toContain('2.00 times as often (95% interval 1.12 to 3.57); among so many comparisons this may be');
    expect(plain).toContain('all searches, searched, Black: 62.2 times the rate of White (38.1 to 102)');
    expect(plain).toContain('Held to all 36 comparisons together (Bonferroni): where there is no difference anywhere');
    expect(plain).toContain('0.00 times as often (95% interval 0.00 to 2.65); too few to tell from chance');
    expect(plain).toContain(`${NAME}: 104 rows, 103 counted, 1 not (1 vehicle-only)`);
    expect(plain).toContain('not recorded – 3 ');
  });

  test('gives every number with --json, with its n and its method', async () => {
    const { printed } = await ask(searchFile(SEARCHES), '--json', '--seed', '5');
    const answer = JSON.parse(printed) as {
      areas: {
        searches: { of: string; steps: { step: string; grouping: string; rates: object[] }[]; sensitivity: object }[];
      }[];
      method: object;
    };
    expect(answer.method).toMatchObject({ sensitivity: { imputations: 20, seed: 5 } });
    const [all, drugs] = answer.areas[0]?.searches ?? [];
    expect([all?.of, drugs?.of]).toEqual(['all searches', 'searches for drugs']);
    const found = all?.steps.find(({ step, grouping }) => step === 'found' && grouping === 'ethnicity');
    expect(found?.rates[1]).toMatchObject({
      group: 'Black',
      count: 10,
      base: 20,
      rate: 0.5,
      relative: 2,
      method: 'log (Katz)',
      explainOrReform: null,
      isBeyondFourFifths: true,
    });
    const searched = all?.steps.find(({ step, grouping }) => step === 'searched' && grouping === 'ethnicity');
    expect(searched?.rates[1]).toMatchObject({ group: 'Black', explainOrReform: 'higher' });
    expect(found?.rates[5]).toMatchObject({ group: 'not recorded', count: 0, base: 3 });
    expect(new Set(all?.steps.map(({ grouping }) => grouping))).toEqual(
      new Set(['ethnicity', 'ethnicity as the officer saw it', 'sex', 'age']),
    );
    expect(all?.sensitivity).toMatchObject({ why: null });
  });

  test('repeats itself to the letter with one seed', async () => {
    const [once, again] = [await ask(searchFile(SEARCHES), '--json'), await ask(searchFile(SEARCHES), '--json')];
    expect(once.printed.replaceAll(/\d+-2019-12/g, '')).toBe(again.printed.replaceAll(/\d+-2019-12/g, ''));
  });

  test('groups by sex or age, with residents by age', async () => {
    expect((await ask(searchFile(SEARCHES), '--by', 'sex')).printed).toContain(
      'no number of residents by sex is at hand',
    );
    expect((await ask(searchFile(SEARCHES), '--by', 'age')).printed).toMatch(/18-24 +57,359 +103/);
  });

  test('gives no rate by residents for the City of London, and says why', async () => {
    const { printed } = await ask(searchFile(SEARCHES), '--force', 'city-of-london');
    expect(printed).toMatch(/its residents\s+are no fair number to set\s+searches against/);
  });

  test('takes residents from a table of the caller', async () => {
    const table = fileOf('force,White,Black,Asian,Mixed,Other\ndurham,"1,000",250,10,10,10\n', 'residents.csv');
    const { printed } = await ask(searchFile(SEARCHES), '--population', table);
    expect(printed).toMatch(/1\.00 times\s+as often/);
  });

  test('adds several forces of one file together where they are given with commas', async () => {
    const { printed } = await ask(searchFile(SEARCHES), '--force', 'gwent,south-wales');
    expect(printed).toContain('Gwent Police, South Wales Police: searches of persons');
    expect(printed).toMatch(/White +1,748,742 +80/);
  });

  test('compares forces where the files or the rows name several', async () => {
    const columns = ['force', ...COLUMNS];
    const rows = SEARCHES.map((row, at) => searchRow({ ...row, force: at % 3 === 0 ? 'kent' : 'essex' }, at, columns));
    const file = fileOf(csvText([columns, ...rows]), 'joined.csv');
    const { printed } = await run('disproportionality', '--records', file);
    expect(printed).toContain('Kent Police: searches of persons');
    expect(printed).toContain('Essex Police: searches of persons');
    expect(printed).toContain('finds per 100 searches; of all together 29.13');
  });

  test.each([
    [[], 'disproportionality: name the files of searches: --records FILE.csv'],
    [['--records', '/nowhere.csv'], '/nowhere.csv: does not exist; check the name and the folder'],
    [['--records', 'a.csv', 'a.csv'], 'disproportionality: a.csv is given twice; give it once'],
    [['--records', 'a.csv', '--force', 'durhan'], 'there is no force "durhan"; did you mean "durham"?'],
    [['--records', 'a.csv', '--by', 'height'], '--by height is not known; write ethnicity, sex, age'],
    [['--records', 'a.csv', '--seed', 'x'], '--seed x is not a whole number'],
  ])('with %j is refused in one line', async (words, line) => {
    const { printed, fault } = await run('disproportionality', ...words);
    expect(printed).toBe('');
    expect(fault).toContain(line);
    expect(fault).not.toContain('\n');
  });

  test.each([
    ['Crime ID,Month,Crime type\n', 'is a street-crime file'],
    [searchFile([{ Type: 'Vehicle search' }]), 'there is no search of a person in the files'],
  ])('of a file %j is refused in one line', async (content, line) => {
    expect((await ask(content)).fault).toContain(line);
  });

  test('of a file that names no force asks for one', async () => {
    const { fault } = await run('disproportionality', '--records', fileOf(searchFile(SEARCHES), 'searches.csv'));
    expect(fault).toContain('the force of 103 searches; say whose they are: --force ID');
  });

  test.each([
    ['force,White\n', 'has no column Black, Asian, Mixed, Other'],
    ['force,White,Black,Asian,Mixed,Other\nruritania,1,1,1,1,1\n', 'row 1: there is no force "ruritania"'],
    ['force,White,Black,Asian,Mixed,Other\ndurham,1,many,1,1,1\n', 'row 1, Black: "many" is no number of residents'],
    ['force,White,Black,Asian,Mixed,Other\ndurham,1,1,1,1,1\ndurham,1,1,1,1,1\n', 'durham has two rows'],
  ])('with residents %j is refused in one line', async (table, line) => {
    const { fault } = await ask(searchFile(SEARCHES), '--population', fileOf(table, 'residents.csv'));
    expect(fault).toContain(line);
  });
});
