import { describe, expect, test } from 'vitest';
import { searchFile } from '../../../tests/interchange/stop-and-search-file.ts';
import { streetFile, type StreetRow } from '../../../tests/interchange/street-crime-file.ts';
import { fileOf, run } from '../fake-terminal.test-support.ts';

const times = (count: number, row: StreetRow): StreetRow[] => Array.from({ length: count }, () => row);
const WARNING = { 'Last outcome category': 'Offender given a drugs possession warning' };
const EARLY = streetFile([
  ...times(30, { ...WARNING, Month: '2019-01' }),
  ...times(12, { ...WARNING, Month: '2018-12' }),
  ...times(10, { Month: '2019-01' }),
  ...times(5, { Month: '2019-01', 'Last outcome category': 'Status update unavailable' }),
]);
const LATE = streetFile([
  ...times(2, { ...WARNING, Month: '2024-01' }),
  ...times(40, { Month: '2024-01' }),
  ...times(20, { Month: '2024-01', 'Last outcome category': 'Under investigation' }),
]);

function trend(...words: readonly string[]) {
  const [early, late] = [fileOf(EARLY, 'early.csv'), fileOf(LATE, 'late.csv')];
  return run('outcomes', 'trend', '--records', early, '--records', late, ...words);
}

describe('waymark outcomes trend', () => {
  test('says the change, compares like with like, and calls the shift of labels out', async () => {
    const { printed, status } = await trend();
    expect(status).toBe(0);
    const plain = printed.replaceAll(/\s+/g, ' ');
    expect(plain).toContain('possession warnings fell from 42 to 2 and local resolutions rose from 10 to 40');
    expect(plain).toContain(
      'Like with like (January of both, 1 force): warnings 30 and 2, local resolutions 10 and 40',
    );
    expect(plain).toContain('the two together 40 and 42, which is 88.9% and 67.7% of all drugs crimes');
    expect(plain).toContain('Read this as a change of label before any change of practice');
    expect(plain).toContain('Diversion cannot be seen in these labels');
    expect(plain).toMatch(/status not available \(not closed\) 5 0/);
    expect(plain).toMatch(/under investigation \(not closed\) 0 20/);
    expect(plain).toMatch(/local resolution 10 · 19\.2% \(10\.8%–31\.9%\) 40 · 95\.2%/);
  });

  test('gives every number with --json', async () => {
    const { printed } = await trend('--json');
    expect(JSON.parse(printed)).toMatchObject({
      asPublished: [
        { crimes: 57, closed: 52 },
        { crimes: 62, closed: 42 },
      ],
      likeForLike: { months: [1], forces: [{ force: 'durham' }], leftOut: [] },
      overlaps: [],
      files: [{ counted: 57 }, { counted: 62 }],
    });
  });

  test('of one period says that there is nothing to compare', async () => {
    const { printed } = await run('outcomes', 'trend', '--records', fileOf(LATE, 'late.csv'));
    expect(printed).toContain('The files hold one period, January 2024');
  });

  test('warns where a month of a force is in two files', async () => {
    const { printed } = await trend(fileOf(LATE, 'again.csv'));
    expect(printed.replaceAll(/\s+/g, ' ')).toMatch(/hold durham 2024-01: these crimes are counted twice/);
  });

  test.each([
    [[], 'outcomes: say what to show; write outcomes trend'],
    [['tren'], 'did you mean "trend"?'],
    [['trend'], 'outcomes trend: name the files of crimes'],
    [['trend', '--records', '/nowhere.csv'], '/nowhere.csv: does not exist'],
    [['trend', '--records', fileOf(searchFile([{}]), 'searches.csv')], 'is a stop-and-search file'],
    [['trend', '--records', fileOf(LATE, 'l.csv'), '--force', 'kent'], 'there is no drugs crime of kent in the files'],
    [['trend', '--records', fileOf(LATE, 'l.csv'), '--force', 'kant'], 'did you mean "kent"?'],
  ])('with %j is refused in one line', async (words, line) => {
    const { printed, fault } = await run('outcomes', ...words);
    expect(printed).toBe('');
    expect(fault).toContain(line);
    expect(fault).not.toContain('\n');
  });
});
