import { describe, expect, test } from 'vitest';
import { EXAMPLE, exampleWith } from '../../schemes/domain/example-scheme.test-support.ts';
import { fileOf, run } from '../fake-terminal.test-support.ts';

describe('schemes list', () => {
  test('names every scheme with what it is on the day', async () => {
    const { printed } = await run('schemes', 'list', '--as-of', '2013-06-01');
    expect(printed).toMatch(/^turning-point +live +Operation Turning Point/m);
    expect(printed).toMatch(/^durham-checkpoint +not-started/m);
    expect(printed).toMatch(/^carlys-amnesty .* none named$/m);
    expect(printed).toMatch(/^portugal-dissuasion +live .* another country,$/m);
  });

  test('prints JSON', async () => {
    const list = JSON.parse((await run('schemes', 'list', '--json')).printed) as readonly object[];
    expect(list.length).toBeGreaterThanOrEqual(21);
    expect(Object.keys(list[0] ?? {})).toEqual(['id', 'name', 'kind', 'forces', 'standing', 'version', 'file']);
  });
});

describe('schemes show', () => {
  test('gives clauses with their days and sources, the pathway, the outcome and the file', async () => {
    const { printed } = await run('schemes', 'show', 'druglink-courses');
    expect(printed).toContain('  DRU-1 ');
    expect(printed).toContain('£30.00, paid by the person, instead of a penalty notice of £90.00');
    expect(printed).toContain('course (course, once, 3 hours)');
    expect(printed).toContain('Home Office outcome type 6');
    expect(printed).toContain('schemes/druglink-courses/scheme.yaml');
  });

  test('prints the document as JSON', async () => {
    const document = JSON.parse((await run('schemes', 'show', 'durham-checkpoint', '--json')).printed) as {
      id: string;
      version: string;
    };
    expect(document.id).toBe('durham-checkpoint');
    expect(document.version).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('schemes check', () => {
  test('finds no fault in the whole catalogue', async () => {
    const { printed, status } = await run('schemes', 'check');
    expect(printed).toMatch(/^✓ \d+ documents, no faults$/m);
    expect(status).toBe(0);
  });

  test('names file, line, column, what is wrong and what would be right, and ends with status 2', async () => {
    const sound = fileOf(EXAMPLE, 'sound.yaml');
    const broken = fileOf(exampleWith(['fact: age', 'fact: agee']), 'broken.yaml');
    const { printed, status } = await run('schemes', 'check', sound, broken);
    expect(printed).toBe(
      `${broken}:11:19  eligibility[0].rule.fact\n  ✗ there is no fact "agee"\n  → did you mean "age"?\n\n1 fault in 1 of 2 documents\n`,
    );
    expect(status).toBe(2);
  });

  test('prints faults as JSON', async () => {
    const { printed } = await run('schemes', 'check', '--json', fileOf('', 'empty.yaml'));
    expect(JSON.parse(printed)).toMatchObject([{ line: 1, column: 1, path: '', problem: 'the document is empty' }]);
  });

  test('says nothing of the others where one file cannot be opened', async () => {
    const { printed, fault } = await run('schemes', 'check', fileOf('', 'empty.yaml'), '/none.yaml');
    expect([printed, fault]).toEqual(['', 'InputFault: /none.yaml: there is no such file; check the path']);
  });
});

describe('schemes compare', () => {
  test('sets schemes side by side: verdict, what it turns on, what is missing', async () => {
    const facts = fileOf('{ "force": "durham", "age": 17 }');
    const { printed } = await run(
      'schemes',
      'compare',
      '--facts',
      facts,
      '--scheme',
      'durham-checkpoint',
      '--scheme',
      'thames-valley-youth',
    );
    expect(printed).toMatch(/^Scheme +Verdict +Turns on +Missing$/m);
    expect(printed).toMatch(/^Checkpoint +Ineligible, by +DUR-1 Aged 18 or over/m);
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('prints JSON', async () => {
    const { printed } = await run(
      'schemes',
      'compare',
      '--facts',
      fileOf('{}'),
      '--json',
      '--scheme',
      'west-midlands-arrest-referral',
    );
    expect(JSON.parse(printed)).toMatchObject([
      {
        verdict: 'needs-information',
        deciding: [
          { id: 'LAW-1', law: 'england-and-wales', values: { age: null } },
          { id: 'WAR-1' },
          { id: 'WAR-2' },
          { id: 'WAR-3' },
        ],
        missing: ['age', 'held-in-force', 'in-custody', 'consents'],
      },
    ]);
    expect(Object.keys((JSON.parse(printed) as object[])[0] ?? {})).toEqual([
      'scheme',
      'name',
      'asOf',
      'standing',
      'verdict',
      'assumed',
      'deciding',
      'missing',
      'discretions',
      'stoodIn',
      'schemeVersion',
      'law',
    ]);
  });

  test('sets the law of another country beside a scheme, and says that it is never offered', async () => {
    const facts = fileOf('{ "force": "durham", "age": 17, "substances": ["heroin"], "grams": { "heroin": 2 } }');
    const named = ['--scheme', 'portugal-dissuasion', '--scheme', 'durham-checkpoint'];
    const { printed } = await run('schemes', 'compare', '--facts', facts, '--as-of', '2019-06-01', ...named);
    expect(printed).toMatch(/^Portugal: dissuasion +Ineligible +POR-5 No more than 1 g of heroin/m);
    expect(printed.match(/never offered/g)).toHaveLength(1);
  });

  test('takes one person at a time', async () => {
    expect((await run('schemes', 'compare', '--facts', fileOf('[{}]'))).fault).toContain(
      'holds a list, and one person is compared at a time',
    );
  });
});

test.each([
  [[], 'schemes: what to do is missing; write schemes list | show | check | compare'],
  [['lst'], 'schemes: there is no "lst"; did you mean "list"?'],
  [['show'], 'schemes show: which scheme is missing; write schemes show ID'],
  [['show', 'durham'], 'schemes show: there is no scheme "durham"; did you mean "durham-checkpoint"?'],
  [['show', 'a', 'b'], 'schemes show: "b" is one word too many; show one scheme at a time'],
  [
    ['list', 'new-chance'],
    'schemes list: "new-chance" is one word too many; for one scheme write schemes show new-chance',
  ],
  [['compare'], 'schemes compare: whom to compare for is missing; write --facts FILE'],
])('schemes %j is refused in one line', async (words, line) => {
  expect(await run('schemes', ...words)).toEqual({ printed: '', status: 2, fault: `InputFault: ${line}` });
});
