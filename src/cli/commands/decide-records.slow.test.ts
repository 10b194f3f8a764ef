import { describe, expect, test } from 'vitest';
import { searchFile, type SearchRow } from '../../../tests/interchange/stop-and-search-file.ts';
import { fileOf, run } from '../fake-terminal.test-support.ts';

const SEARCHES: readonly SearchRow[] = [
  {},
  { Type: 'Vehicle search' },
  { 'Age range': '10-17' },
  { Outcome: 'Khat or Cannabis warning', 'Outcome linked to object of search': 'True' },
];
const FORMAT = ['--format', 'police-uk-stop-and-search'];
const DURHAM = [...FORMAT, '--force', 'durham'];

function decide(content: string, ...words: readonly string[]) {
  return run('decide', '--records', fileOf(content, '2019-12-durham-stop-and-search.csv'), ...words);
}

describe('waymark decide --records', () => {
  test('prints the import and the verdicts of each scheme', async () => {
    const { printed, status } = await decide(searchFile(SEARCHES), ...DURHAM);
    expect(status).toBe(0);
    expect(printed).toContain('4 rows: 3 decided, 1 not (1 vehicle-only)');
    expect(printed).toContain(
      'Searches by Durham Constabulary (durham) on 1 December 2019, each decided as of the day',
    );
    expect(printed).toMatch(/Schemes of Durham Constabulary[^]*Checkpoint \(live\) +0 +1 +2 +0 +admission 2,/);
    expect(printed).toMatch(/reject +1 +2 +vehicle-only/);
  });

  test('prints one JSON object with --json, whose counts add up', async () => {
    const { printed, status } = await decide(searchFile(SEARCHES), ...DURHAM, '--json');
    const answer = JSON.parse(printed) as { schemes: { [id: string]: object } };
    expect(status).toBe(0);
    expect(answer).toMatchObject({ rows: 4, decided: 3, skipped: { 'vehicle-only': 1 } });
    expect(Object.keys(answer.schemes)[0]).toBe('durham-checkpoint');
    expect(answer.schemes['durham-checkpoint']).toMatchObject({
      eligible: 0,
      ineligible: 1,
      needsInformation: 2,
      needsDiscretion: 0,
      missing: { admission: 2 },
    });
  });

  test('takes the day of the decision', async () => {
    const { printed } = await decide(searchFile(SEARCHES), ...DURHAM, '--as-of', '2021-05-01');
    expect(printed).toContain('each decided as of 1 May 2021');
  });

  test.each([
    [[], 'decide: the format of the records is not given; write --format police-uk-stop-and-search'],
    [['--format', 'ndtms'], 'decide: there is no format "ndtms"; write --format police-uk-stop-and-search'],
    [FORMAT, 'decide: say whose searches these are: --force ID'],
    [[...FORMAT, '--force', 'west-midland'], 'there is no force "west-midland"; did you mean "west-midlands"?'],
    [[...FORMAT, '--force', 'atlantis'], 'there is no force "atlantis"; give the force\'s data.police.uk id'],
    [[...DURHAM, '--as-of', '2020-02-30'], '--as-of 2020-02-30 is not a day of the calendar'],
    [[...DURHAM, '--scheme', 'new-chance'], 'decide: there is no option --scheme'],
    [[...DURHAM, 'another.csv'], 'another.csv: does not exist'],
    [[...DURHAM, 'a.csv', 'a.csv'], 'decide: a.csv is given twice; give it once'],
  ])('with %j is refused in one line, and prints nothing', async (words, line) => {
    const { printed, fault } = await decide(searchFile(SEARCHES), ...words);
    expect(printed).toBe('');
    expect(fault).toContain(line);
    expect(fault).not.toContain('\n');
  });

  test.each([
    ['', 'is empty: it has not even a header line; download it again'],
    ['Crime ID,Month,Crime type\n', 'is a street-crime file, not a stop-and-search file; give a stop-and-search file'],
    [
      'name,age\n',
      'has no column "Type" or "Date" in its first line, which is "name,age"; give a stop-and-search file',
    ],
  ])('a file of %j is refused in one line that names it', async (content, line) => {
    const { printed, fault } = await decide(content, ...DURHAM);
    expect(printed).toBe('');
    expect(fault).toContain(`2019-12-durham-stop-and-search.csv: ${line}`);
  });

  test('a file that is not there is refused in one line', async () => {
    const { fault } = await run('decide', '--records', '/nowhere/searches.csv', ...DURHAM);
    expect(fault).toContain('/nowhere/searches.csv: does not exist; check the name and the folder');
  });
});
