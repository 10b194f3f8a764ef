import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demonstrationFiles } from '../../evaluation/index.ts';
import { run } from '../fake-terminal.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-register-'));

const PLAN = `title: Offer and reoffending
question: Does the offer reduce reoffending?
cohort: { from: 2021-01-01, until: 2022-12-31, indexEvent: first }
comparison: { design: matched-controls, received: offered, controls: any, reuse: 2 }
outcomes: { primary: { measure: reoffended, months: 12 } }
covariates: [age, sex]
multiplicity: holm
seed: 1
audience: evaluator
`;

/** A folder of data of its own, with nothing registered. */
function study(name: string, people = 500): string {
  const data = join(folder, name);
  mkdirSync(data);
  for (const [file, text] of Object.entries(demonstrationFiles({ people, seed: 9 }))) {
    writeFileSync(join(data, file), text);
  }
  return data;
}

async function evaluate(data: string, plan: string, ...more: readonly string[]) {
  const file = join(folder, 'plan.yaml');
  writeFileSync(file, plan);
  const out = join(folder, `out-${Math.random()}`);
  const { fault, printed } = await run('evaluate', file, '--data', data, '--out', out, ...more);
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  return {
    fault,
    printed,
    report: () => read('report.html'),
    results: (): unknown => JSON.parse(read('results.json')),
    read,
  };
}

describe('The register beside the data', () => {
  test('tells which version of a plan it is, what the earlier ones were run on, and what changed', async () => {
    const data = study('versions');
    const first = await evaluate(data, PLAN);
    expect(first.report()).toContain('This is the first version of the plan, first seen on');
    expect(first.report()).not.toContain('explored, not as foretold');
    // The hash is what anybody gets who takes it of the file.
    const hash = createHash('sha256').update(first.read('plan.yaml')).digest('hex');
    expect(first.results()).toMatchObject({ planHash: hash });
    expect(first.read('plan.sha256')).toBe(`${hash}\n`);

    const second = await evaluate(data, PLAN.replace('months: 12', 'months: 6'));
    expect(second.report()).toContain('the first was run on these data. Read the answer as explored, not as foretold.');
    const third = await evaluate(data, `${PLAN.replace('months: 12', 'months: 24')}# and a word\n`);
    expect(third.report()).toMatch(
      /This is the third version of the plan, first seen on \d{4}-\d\d-\d\d; the first two were run on these data\./,
    );
    expect(third.report()).toContain(
      'From the second version to the third: the primary outcome was reoffended within 6 months and is reoffended within 24 months.',
    );
    const spaced = await evaluate(data, `${PLAN.replace('months: 12', 'months: 24')}# and other words\n`);
    expect(spaced.report()).toContain('From the third version to the fourth: spacing and comments alone.');
    const again = await evaluate(data, PLAN);
    expect(again.report()).toContain('This is the first version of the plan');
    expect(again.report()).toContain('This version was run before, once.');
  });

  test('tells how the data differ from those first used', async () => {
    const data = study('changed');
    await evaluate(data, PLAN);
    const cohort = readFileSync(join(data, 'cohort.csv'), 'utf8').trimEnd().split('\n');
    writeFileSync(join(data, 'cohort.csv'), `${cohort.slice(0, -20).join('\n')}\n`);
    const reoffences = readFileSync(join(data, 'reoffences.csv'), 'utf8').split('\n');
    const people = new Set(cohort.slice(-20).map((row) => row.split(',')[0]));
    writeFileSync(join(data, 'reoffences.csv'), reoffences.filter((row) => !people.has(row.split(',')[0])).join('\n'));
    const { report } = await evaluate(data, PLAN);
    expect(report()).toMatch(
      /The data differ from those first used, on \d{4}-\d\d-\d\d: cohort has fewer rows, 480 in place of 500/,
    );
  });

  test('refuses to be gone on with where a line of it was changed, or where it can’t be written', async () => {
    const data = study('tampered', 120);
    await evaluate(data, PLAN);
    await evaluate(data, PLAN.replace('seed: 1', 'seed: 2'));
    const register = join(data, 'register.jsonl');
    const text = readFileSync(register, 'utf8');
    writeFileSync(register, text.replace('"seed":1', '"seed":3'));
    expect((await evaluate(data, PLAN)).fault).toContain('register.jsonl line 1 is not as it was written');
    writeFileSync(register, text.split('\n').slice(1).join('\n'));
    expect((await evaluate(data, PLAN)).fault).toContain('register.jsonl line 1 is not as it was written');
    writeFileSync(register, text);
    expect((await evaluate(data, PLAN)).fault).toBeNull();
    chmodSync(register, 0o000);
    if (process.getuid?.() !== 0) expect((await evaluate(data, PLAN)).fault).toContain('register.jsonl can’t be');
  });
});

describe('A release to boards', () => {
  const until = (day: string) => PLAN.replace('until: 2022-12-31', `until: ${day}`);
  const board = ['--audience', 'board'] as const;

  test('of a window a few days shorter than that of an earlier one is refused, whatever the form', async () => {
    const data = study('days');
    const header = readFileSync(join(data, 'cohort.csv'), 'utf8').split('\n');
    const at = header[0]?.split(',').indexOf('indexed_on') ?? -1;
    const days = header.flatMap((row) => row.split(',')[at] ?? []).filter((day) => day > '2021' && day <= '2022-12-31');
    // One index day of somebody less.
    const last = days.sort().at(-1) ?? '';
    const shorter = new Date(Date.parse(last) - 86_400_000).toISOString().slice(0, 10);
    expect((await evaluate(data, PLAN, ...board, '--counts', 'rounded')).fault).toBeNull();
    for (const form of [[], ['--counts', 'rounded'], ['--counts', 'hidden']]) {
      const { fault } = await evaluate(data, until(shorter), ...board, ...form);
      expect(fault).toMatch(/can’t be released to boards\. It differs by fewer than 10 people, or their records, from/);
    }
    // The evaluator may still run it.
    expect((await evaluate(data, until(shorter))).fault).toBeNull();
  });

  test('of an edition in which one record is another is refused', async () => {
    const data = study('edition');
    expect((await evaluate(data, PLAN, ...board)).fault).toBeNull();
    const cohort = readFileSync(join(data, 'cohort.csv'), 'utf8');
    writeFileSync(join(data, 'cohort.csv'), cohort.replace(',male,', ',female,'));
    expect((await evaluate(data, PLAN, ...board)).fault).toContain('fewer than 10 people, or their records');
  });

  test('that differs by more is in fives, and exact counts are released once', async () => {
    const data = study('more');
    expect((await evaluate(data, PLAN, ...board, '--counts', 'rounded')).fault).toBeNull();
    const { fault, printed, results } = await evaluate(data, until('2022-06-30'), ...board);
    expect(fault).toBeNull();
    expect(printed).toContain('Counts are in fives. People of it are in “Offer and reoffending”');
    expect(results()).toMatchObject({ audience: 'board', counts: 'rounded' });
    const exact = study('exact');
    expect((await evaluate(exact, PLAN, ...board)).fault).toBeNull();
    expect((await evaluate(exact, PLAN, ...board)).fault).toBeNull();
    expect((await evaluate(exact, PLAN, ...board, '--counts', 'rounded')).fault).toContain('leave --counts out');
    expect((await evaluate(exact, until('2022-06-30'), ...board)).fault).toContain('Exact counts are released once');
  });
});
