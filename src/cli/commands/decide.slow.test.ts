import { describe, expect, test } from 'vitest';
import { fileOf, run } from '../fake-terminal.test-support.ts';

interface JsonDecision {
  readonly scheme: string;
  readonly verdict: string;
  readonly missing: readonly string[];
}

async function decisions<Shape>(...words: readonly string[]): Promise<Shape> {
  const { printed, status, fault } = await run('decide', '--json', ...words);
  expect([status, fault]).toEqual([0, null]);
  return JSON.parse(printed) as Shape;
}

describe('decide --json', () => {
  test('prints a decision of every scheme, with exactly the members that are promised', async () => {
    const file = fileOf('{ "force": "durham", "age": 17 }');
    const list = await decisions<(JsonDecision & { clauses: readonly object[] })[]>(
      '--facts',
      file,
      '--as-of',
      '2024-05-31',
    );
    expect(list.length).toBeGreaterThanOrEqual(21);
    expect(list.map(({ scheme }) => scheme)).not.toContain('portugal-dissuasion');
    const durham = list.find(({ scheme }) => scheme === 'durham-checkpoint');
    expect(Object.keys(durham ?? {})).toEqual([
      'scheme',
      'asOf',
      'standing',
      'verdict',
      'assumed',
      'clauses',
      'missing',
      'discretions',
      'stoodIn',
      'schemeVersion',
      'law',
    ]);
    expect(durham).toMatchObject({ standing: 'live', verdict: 'ineligible', missing: [] });
    expect(durham?.clauses.find((clause) => 'id' in clause && clause.id === 'DUR-1')).toEqual({
      id: 'DUR-1',
      result: 'not-met',
      says: 'Aged 18 or over on the day of the offence',
      standing: 'assumed',
      source: ['S-DUR'],
      values: { age: 17 },
      discretions: [],
      note: '18 or over is sourced. The source does not say of which day. The day of the offence is assumed.',
    });
    expect(durham?.clauses[0]).toMatchObject({ result: 'not-known', law: 'controlled-drugs', settledBy: 'offer' });
  });

  test('gives what stood in for a fact as the value that was read, and only where a clause read it', async () => {
    const file = fileOf('{ "force": "hampshire", "age": 17, "disposal": "penalty-notice", "prior-diversions": 1 }');
    const [druglink, durham] = await decisions<
      (JsonDecision & { stoodIn: string[]; clauses: { id: string; values: object }[] })[]
    >('--facts', file, '--scheme', 'druglink-courses', '--scheme', 'durham-checkpoint');
    expect(druglink?.stoodIn).toEqual(['age-today', 'diversions-by-scheme']);
    expect(durham?.stoodIn).toEqual([]);
    const valuesOf = (id: string) => druglink?.clauses.find((clause) => clause.id === id)?.values;
    expect(valuesOf('LAW-60')).toEqual({ disposal: 'penalty-notice', 'age-today': 17 });
    expect(valuesOf('DRU-5')).toEqual({ 'diversions-by-scheme': { 'druglink-courses': 1 } });
  });

  test('says what a clause leaves to judge where another clause keeps the person out', async () => {
    const file = fileOf('{ "force": "durham", "age": 17, "domestic-abuse": "medium" }');
    const [durham] = await decisions<
      (JsonDecision & { discretions: []; clauses: { id: string; discretions: [] }[] })[]
    >('--facts', file, '--scheme', 'durham-checkpoint');
    expect(durham).toMatchObject({ verdict: 'ineligible', discretions: [] });
    expect(durham?.clauses.find(({ id }) => id === 'DUR-6')).toMatchObject({
      result: 'for-discretion',
      discretions: [{ by: 'sergeant' }],
    });
  });

  test('answers a list of people by a list of lists in the same order', async () => {
    const file = fileOf(
      '[{ "force": "cleveland", "age": 17 }, {}, { "force": "cleveland", "age": { "from": 18, "to": 24 } }]',
    );
    const lists = await decisions<JsonDecision[][]>('--facts', file, '--scheme', 'cleveland-divert');
    expect(lists.map((list) => list.map(({ scheme, verdict }) => `${scheme} ${verdict}`))).toEqual([
      ['cleveland-divert ineligible'],
      ['cleveland-divert needs-information'],
      ['cleveland-divert needs-information'],
    ]);
    expect(lists[1]?.[0]?.missing).toContain('age');
    expect(lists[2]?.[0]?.missing).not.toContain('age');
    expect(await decisions('--facts', fileOf('[]'))).toEqual([]);
  });

  test('decides by the rules of the day that is asked for', async () => {
    const file = fileOf('{ "statutory-supervision": true }');
    const verdictOn = async (day: string) =>
      (await decisions<JsonDecision[]>('--facts', file, '--scheme', 'durham-checkpoint', '--as-of', day))[0];
    expect(await verdictOn('2017-06-01')).toMatchObject({ verdict: 'ineligible', standing: 'live' });
    expect(await verdictOn('2019-06-01')).toMatchObject({ verdict: 'needs-information', standing: 'live' });
    expect(await verdictOn('2014-06-01')).toMatchObject({ standing: 'not-started' });
  });

  test('gives the schemes named, in the order named', async () => {
    const list = await decisions<JsonDecision[]>(
      '--facts',
      fileOf('{}'),
      '--scheme',
      'new-chance',
      '--scheme',
      'cleveland-divert',
    );
    expect(list.map(({ scheme }) => scheme)).toEqual(['new-chance', 'cleveland-divert']);
  });

  test('accepts a byte-order mark', async () => {
    expect(await decisions('--facts', fileOf('\uFEFF{ "age": 25 }'), '--scheme', 'new-chance')).toHaveLength(1);
  });
});

describe('decide, for a reader', () => {
  test('says of one scheme every clause, what was read, where it comes from, and what to ask next', async () => {
    const { printed } = await run(
      'decide',
      '--facts',
      fileOf('{ "force": "cleveland", "age": { "from": 16, "to": 20 } }'),
      '--scheme',
      'cleveland-divert',
      '--as-of',
      '2024-05-31',
    );
    expect(printed).toContain('Cleveland Divert  cleveland-divert · live');
    expect(printed).toContain('Needs information, by the rules of 31 May 2024');
    expect(printed).toContain('? CLD-1   Aged 18 or over on the day of the offence');
    expect(printed).toContain('not known · age 16 to 20 · S-CLECJI');
    expect(printed).toContain('✓ CLD-2');
    expect(printed).toContain('Cleveland Divert, Centre for Justice Innovation');
    expect(printed).toMatch(/^Missing {2}age, /m);
    expect(printed).toMatch(/^Ask next {2}.+\(\S+\)$/m);
  });

  test('says of all schemes which are open, the open ones first, within the width', async () => {
    const { printed } = await run('decide', '--facts', fileOf('{ "force": "metropolitan", "age": 30 }'));
    const headings = ['Needs information', 'Ineligible'].map((words) => printed.indexOf(`\n${words}\n`));
    expect(headings.every((at) => at > 0) && headings.toSorted((a, b) => a - b)).toEqual(headings);
    expect(printed).toContain('proposed: it can be compared, not offered');
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('tells several people apart', async () => {
    const { printed } = await run('decide', '--facts', fileOf('[{}, {}]'), '--scheme', 'new-chance');
    expect(printed).toContain('Person 1 of 2');
    expect(printed).toContain('Person 2 of 2');
  });
});

describe('decide puts nothing on standard output and one line on standard error for', () => {
  const bad: readonly (readonly [what: string, content: string | Uint8Array, line: string])[] = [
    ['a trailing comma', '{"age":1,}', ':1:10: is not JSON: write a name in double quotes'],
    ['a value left out', '{"age": }', ':1:9: is not JSON: a value is missing'],
    ['a word that is no value', '{\n "age": NaN }', ':2:9: is not JSON: names and text go in double quotes'],
    ['an end too soon', '{"age": 25', ':1:11: is not JSON: close the object with "}"'],
    ['a comment', '{"age": 25 /* years */}', ':1:12: is not JSON: JSON has no comments'],
    ['nothing', ' \n', ': is empty; write a JSON object of facts'],
    ['a fact given twice', '{ "age": 17,\n  "age": 25 }', ':2:3: "age" is given twice; keep one of the two'],
    ['no object', '3', ': not an object of facts; '],
    ['a list within a list', '[[]]', ': [0]: not an object of facts; '],
    ['an unknown fact', '{"agee": 3}', ': agee: no such fact; did you mean "age"?'],
    [
      'a number in quotes',
      '[{}, {}, {}, {"age": "25"}]',
      ': [3].age: "25" is not a number; write a whole number from 0 to 120',
    ],
    ['half a year', '{"age": 25.5}', ': age: 25.5 is not a whole number; '],
    [
      'a range the wrong way round',
      '{"age": {"from": 30, "to": 20}}',
      ': age: from 30 is above to 20; put the smaller number in "from"',
    ],
    [
      'a value that is on no list',
      '{"substances": ["cannabis", "canabis"]}',
      ': substances[1]: "canabis" is not one of its values; did you mean "cannabis"?',
    ],
    ['null', '{"age": null}', ': age: null is not a value; leave the fact out where it is not known'],
    ['several faults, of which the first', '{"agee": 3, "sex": "x"}', '(and 1 more fault in these facts)'],
    ['nesting without end', `{"age":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, ':1:57: nests too deeply'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), ':1:1: the file is UTF-16, not UTF-8; save it again as UTF-8'],
    ['Latin-1', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), ':1:3: a character that is not UTF-8'],
  ];

  test.each(bad)('%s', async (_, content, line) => {
    const file = fileOf(content);
    const { printed, fault } = await run('decide', '--facts', file);
    expect(printed).toBe('');
    expect(fault).toContain(`InputFault: ${file}`);
    expect(fault).toContain(line);
    expect(fault).not.toContain('\n');
  });

  test.each([
    ['no file', [], 'decide: whom to decide about is missing; write --facts FILE'],
    [
      'a file without its option',
      ['x.json'],
      'decide: "x.json" is one word too many; name the file with --facts x.json',
    ],
    ['a file that is not there', ['--facts', '/none.json'], '/none.json: there is no such file; check the path'],
    ['a folder', ['--facts', '/'], '/: is a folder; name a file in it'],
    ['an option it has not', ['--fact', 'x.json'], 'decide: there is no option --fact; did you mean --facts?'],
    ['an option without its value', ['--facts', '--json'], 'decide: --facts needs a value: write --facts FILE'],
    ['an option given twice', ['--facts', 'a', '--facts', 'b'], 'decide: --facts is given twice; give it once'],
    ['a value for a flag', ['--json=yes'], 'decide: --json takes no value; leave out "yes"'],
    [
      'a day there is not',
      ['--facts', 'a', '--as-of', '2023-02-29'],
      'decide: --as-of 2023-02-29 is not a day of the calendar; write it as 2024-05-31',
    ],
    [
      'a scheme there is not',
      ['--facts', 'a', '--scheme', 'new-chanse'],
      'decide: there is no scheme "new-chanse"; did you mean "new-chance"?',
    ],
  ])('%s', async (_, words, line) => {
    const { printed, fault } = await run('decide', ...words);
    expect([printed, fault]).toEqual(['', `InputFault: ${line}`]);
  });
});
