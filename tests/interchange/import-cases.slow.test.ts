/**
 * Files as people have them: saved by spreadsheets, pandas, R and databases, joined, renamed, half-written. Each folder of
 * `import-cases/` stands for a kind of fault, and each test holds what is right for it.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/fake-terminal.test-support.ts';

const FOLDER = join(import.meta.dirname, 'import-cases');

/** The path of a file by the number of its case. */
function file(number: string, name: string): string {
  const folder = readdirSync(FOLDER).find((entry) => entry.startsWith(`${number}-`)) ?? number;
  return join(FOLDER, folder, name);
}

interface Rate {
  readonly group: string;
  readonly count: number;
  readonly relative: number | null;
}

interface AnsweredArea {
  readonly name: string;
  readonly drugsBy: object;
  readonly searches: readonly {
    readonly searches: number;
    readonly copies: {
      readonly copies: number;
      readonly likeAnother: number;
      readonly moved: readonly { readonly group: string }[];
    };
    readonly steps: readonly { readonly grouping: string; readonly step: string; readonly rates: readonly Rate[] }[];
  }[];
}

async function areasOf(...words: readonly string[]): Promise<readonly AnsweredArea[]> {
  const { printed, fault } = await run('disproportionality', ...words, '--json');
  if (fault !== null) throw new Error(fault);
  return (JSON.parse(printed) as { areas: AnsweredArea[] }).areas;
}

/** How many were searched of each group. */
function searched(area: AnsweredArea | undefined, grouping: string): object {
  const steps = area?.searches[0]?.steps ?? [];
  const rates = steps.find((step) => step.grouping === grouping && step.step === 'searched')?.rates ?? [];
  return Object.fromEntries(rates.map(({ group, count }) => [group, count]));
}

function decide(path: string, ...words: readonly string[]) {
  return run('decide', '--records', path, ...words, '--format', 'police-uk-stop-and-search', '--force', 'durham');
}

function trend(path: string, ...words: readonly string[]) {
  return run('outcomes', 'trend', '--records', path, ...words);
}

describe('Searches under section 23 with a blank object', () => {
  const path = file('01', '2021-06-merseyside-stop-and-search.csv');

  test('are for drugs, by their power alone, and that is counted', async () => {
    const [area] = await areasOf('--records', path);
    expect(area?.searches.map(({ searches }) => searches)).toEqual([10, 10]);
    expect(area?.drugsBy).toEqual({ 'power alone': 10 });
    const { printed } = await run('disproportionality', '--records', path);
    const plain = printed.replaceAll(/\s+/g, ' ');
    expect(plain).toContain('10 searches, 10 of them for drugs. Of these 10 by the power alone (section 23)');
    expect(plain).toMatch(/note 10 1 object-not-given/);
  });
});

describe('An officer who saw somebody as Mixed', () => {
  test('has a row for them, and the table adds up to all searches', async () => {
    const [area] = await areasOf('--force', 'durham', '--records', file('04', 'stops.csv'));
    expect(searched(area, 'ethnicity as the officer saw it')).toEqual({
      ...{ White: 6, Black: 2, Asian: 0, Mixed: 3, Other: 0 },
      'not recorded': 1,
    });
  });

  test('is not told that officers have no word for it', async () => {
    const { printed } = await run('disproportionality', '--force', 'durham', '--records', file('04', 'stops.csv'));
    expect(printed).not.toMatch(/no\s+word|No\s+officer\s+wrote/);
    const plain = await run('disproportionality', '--force', 'durham', '--records', file('05', 'plain.csv'));
    expect(plain.printed).toMatch(/No\s+officer\s+wrote\s+Mixed\s+in\s+these\s+files/);
  });
});

describe('Copies', () => {
  test.each(['plain.csv', 'pandas.csv', 'r-write-csv.csv', 'id-column.csv'])(
    'are the same ones whatever column a program added: %s',
    async (name) => {
      const { printed } = await decide(file('05', name), '--json');
      expect(JSON.parse(printed)).toMatchObject({ rows: 5, decided: 3, skipped: { duplicate: 2 } });
    },
  );

  test('cannot be told without a time and a place: all are counted, and the figure without them is beside it', async () => {
    const path = file('06', 'dyfed-powys.csv');
    const [area] = await areasOf('--force', 'dyfed-powys', '--records', path);
    expect(searched(area, 'ethnicity')).toMatchObject({ White: 60, Black: 20, 'not recorded': 0 });
    expect(area?.searches[0]?.copies).toMatchObject({ copies: 0, likeAnother: 40, moved: [{ group: 'Black' }] });
    const { printed } = await run('disproportionality', '--force', 'dyfed-powys', '--records', path);
    expect(printed.replaceAll(/\s+/g, ' ')).toMatch(
      /searched, Black: 130 times the rate of White; 390 without any row that is the same as another/,
    );
  });

  test.each([[['durham', 'cleveland']], [['cleveland', 'durham']]])(
    'are never of another force, in whatever order the files are given: %j',
    async (forces) => {
      const paths = forces.map((force) => file('07', `2021-01-${force}-stop-and-search.csv`));
      const areas = await areasOf('--records', ...paths);
      expect(areas.map(({ name, searches }) => [name, searches[0]?.searches])).toEqual([
        ['Cleveland Police', 2],
        ['Durham Constabulary', 1],
      ]);
    },
  );
});

describe('Outcomes that are missing', () => {
  test.each(['blank.csv', 'NA.csv', 'NULL.csv', 'nan.csv'])('are none, however that is written: %s', async (name) => {
    const { printed } = await trend(file('09', name), '--json');
    const { asPublished, unknownLabels } = JSON.parse(printed) as {
      asPublished: { closed: number; open: object; shares: { count: number; share: number }[] }[];
      unknownLabels: unknown[];
    };
    expect(asPublished).toMatchObject([{ crimes: 6, closed: 3, open: { 'no outcome given': 2 } }]);
    expect(asPublished[0]?.shares.filter(({ count }) => count > 0).map(({ share }) => share)).toEqual([
      1 / 3,
      1 / 3,
      1 / 3,
    ]);
    expect(unknownLabels).toEqual([]);
  });
});

describe('A file of which every row is refused', () => {
  test.each([
    ['trailing-comma.csv', /not one of its 6 rows can be used: 6 malformed-row .*row 1: "13 fields under 12 columns"/],
    ['unknown-force.csv', /its only row cannot be used: 1 force-not-known .*row 1: "Ruritania Constabulary"/],
  ])('of crimes says why, with the first row: %s', async (name, line) => {
    const { printed, status, fault } = await trend(file('11', name));
    expect([printed, status]).toEqual(['', 2]);
    expect(fault).toMatch(line);
    expect(fault).toContain(name);
  });

  test('of searches says why, with the first row', async () => {
    const path = file('11', 'stops-uk-date.csv');
    const ran = [await decide(path), await run('disproportionality', '--force', 'durham', '--records', path)];
    for (const { printed, status, fault } of ran) {
      expect([printed, status]).toEqual(['', 2]);
      expect(fault).toMatch(
        /stops-uk-date\.csv: not one of its 5 rows can be used: 5 bad-date .*row 1: "01\/06\/2021 10:00"/,
      );
    }
  });
});

test.each(['renamed-force.csv', 'former-force.csv'])(
  'A force that has another name now is known by either: %s',
  async (name) => {
    const { printed } = await trend(file('11', name), '--json');
    expect(JSON.parse(printed)).toMatchObject({ files: [{ counted: 1, forceMonths: ['hampshire 2021-01'] }] });
  },
);

test('A table with names of rows, as R writes it, is read', async () => {
  const { printed } = await decide(file('11', 'stops-r-write-table.csv'), '--json');
  expect(JSON.parse(printed)).toMatchObject({ rows: 5, decided: 3, skipped: { duplicate: 2 } });
  expect(printed).toContain('row-names');
});

test('Three years of months are all in the table, the middle year too', async () => {
  const path = file('12', 's.csv');
  const { printed } = await trend(path, '--json');
  const { asPublished } = JSON.parse(printed) as { asPublished: { crimes: number }[] };
  expect(asPublished.map(({ crimes }) => crimes)).toEqual([12, 12, 12]);
  expect((await trend(path)).printed).toContain('January 2020 to December 2020');
});

describe('A first line before the header', () => {
  test('that says what stands between cells is passed over, and that is noted', async () => {
    const { printed } = await decide(file('16', 'sep.csv'), '--json');
    expect(JSON.parse(printed)).toMatchObject({ rows: 3, decided: 3, findings: [{ code: 'separator-line' }] });
  });

  test('that is a title is shown, so that it can be taken out', async () => {
    const { status, fault } = await decide(file('16', 'title.csv'));
    expect(status).toBe(2);
    expect(fault).toContain('in its first line, which is "Stop and search June 2021"');
  });
});

describe('Self-defined ethnicity', () => {
  test.each([
    ['codes.csv', { White: 1, Black: 2, Asian: 1, Mixed: 1, Other: 1, 'not recorded': 2 }],
    ['census-2021.csv', { White: 2, Black: 1, Asian: 0, Mixed: 1, Other: 0, 'not recorded': 0 }],
  ])('is known by bare codes and by the words of the census of 2021: %s', async (name, groups) => {
    const [area] = await areasOf('--force', 'durham', '--records', file('18', name));
    expect(searched(area, 'ethnicity')).toEqual(groups);
  });
});

test('Days that cannot be are decided, with a warning', async () => {
  const { printed } = await decide(file('19', '2091.csv'), '--json');
  expect(JSON.parse(printed)).toMatchObject({
    decided: 2,
    findings: [{ level: 'warn', code: 'day-not-possible', count: 2, row: 1, example: '2091-06-01T10:00:00+00:00' }],
  });
});

test('Semicolons between columns are told as such, of crimes as of searches', async () => {
  const { status, fault } = await trend(file('20', 's.csv'));
  expect(status).toBe(2);
  expect(fault).toContain(`${basename('s.csv')}: is not separated by commas; save it with commas (CSV)`);
});

describe('Several files', () => {
  const [durham, cleveland] = ['durham', 'cleveland'].map((force) =>
    file('07', `2021-01-${force}-stop-and-search.csv`),
  );

  test('are decided together, with what was counted in each and in all', async () => {
    const paths = [file('05', 'plain.csv'), file('16', 'sep.csv')] as const;
    const { printed } = await decide(paths[0], paths[1]);
    expect(printed).toContain('plain.csv: 5 rows: 3 decided, 2 not (2 duplicate)');
    expect(printed).toMatch(/sep\.csv: 3 rows: \d decided/);
    expect(printed).toMatch(/In all: 8 rows: \d decided/);
    const { files, rows, decided } = JSON.parse((await decide(paths[0], paths[1], '--json')).printed) as {
      files: { rows: number; decided: number }[];
      rows: number;
      decided: number;
    };
    expect(files.reduce((sum, counted) => sum + counted.rows, 0)).toBe(rows);
    expect(files.reduce((sum, counted) => sum + counted.decided, 0)).toBe(decided);
  });

  test('with a fault in one are refused, and the fault names it', async () => {
    const { printed, status, fault } = await decide(durham ?? '', cleveland ?? '', file('16', 'title.csv'));
    expect([printed, status]).toEqual(['', 2]);
    expect(fault).toContain('title.csv: has no column');
  });
});
