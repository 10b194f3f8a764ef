import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { MACHINE_IS_SLOW_MS } from '../../../tests/slow-machines.ts';
import { demonstrationFiles } from '../../evaluation/index.ts';
import { run } from '../fake-terminal.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-evaluate-'));
const data = join(folder, 'data');
const planFile = (name: string) => fileURLToPath(new URL(`../../../docs/evaluation/${name}.yaml`, import.meta.url));
const textOf = (...path: readonly string[]) => readFileSync(join(folder, ...path), 'utf8');
const FILES = ['plan.sha256', 'plan.yaml', 'report.html', 'report.pdf', 'results.json'];

beforeAll(() => {
  mkdirSync(data);
  for (const [name, text] of Object.entries(demonstrationFiles({ people: 1500, seed: 3 }))) {
    writeFileSync(join(data, name), text);
  }
});

const evaluate = (plan: string, out: string, ...more: readonly string[]) =>
  run('evaluate', plan, '--data', data, '--out', join(folder, out), ...more);

describe('evaluate', () => {
  test('writes the report, its numbers, the plan and the plan’s hash', async () => {
    const { status, printed, fault } = await evaluate(planFile('randomised'), 'trial', '--json');
    expect([status, fault]).toEqual([0, null]);
    expect(readdirSync(join(folder, 'trial')).sort()).toEqual(FILES);
    expect(printed).toBe(textOf('trial', 'results.json'));
    const results = JSON.parse(printed) as { planHash: string; data: { name: string; sha256: string }[] };
    expect(textOf('trial', 'plan.sha256').trim()).toBe(results.planHash);
    expect(textOf('trial', 'plan.yaml')).toBe(readFileSync(planFile('randomised'), 'utf8'));
    expect(results.data.map(({ name }) => name)).toEqual(['cohort.csv', 'reoffences.csv']);
    expect(textOf('trial', 'report.html')).toContain(results.planHash);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('gives the same numbers again, and says nothing of a changed plan', async () => {
    const before = textOf('trial', 'results.json');
    await evaluate(planFile('randomised'), 'trial');
    const [old, again] = [before, textOf('trial', 'results.json')].map(
      (text) => JSON.parse(text) as { result: unknown },
    );
    expect(again?.result).toEqual(old?.result);
    expect(textOf('trial', 'report.html')).not.toContain('The plan was changed');
  });

  test('names a plan that was changed after the data had been seen', async () => {
    const changed = join(folder, 'changed.yaml');
    writeFileSync(
      changed,
      readFileSync(planFile('randomised'), 'utf8')
        .replace('months: 12 }', 'months: 6 }')
        .replace('    - { measure: reoffended, months: 6 }\n', ''),
    );
    expect((await evaluate(changed, 'trial')).fault).toBeNull();
    expect(textOf('trial', 'report.html')).toContain('The plan was changed after the data had been seen');
  });

  test('carries out the example of matching, for a board', async () => {
    const { fault } = await evaluate(planFile('matched-controls'), 'pairs', '--audience', 'board');
    expect(fault).toBeNull();
    expect(JSON.parse(textOf('pairs', 'results.json'))).toMatchObject({ audience: 'board' });
    expect(textOf('pairs', 'report.html')).toContain('Counts of 1 to 4 people are hidden');
  });

  test('says in one line what is wrong with a plan, with its place', async () => {
    const plan = join(folder, 'bad.yaml');
    writeFileSync(plan, readFileSync(planFile('randomised'), 'utf8').replace('holm', 'hom'));
    const { fault, status } = await evaluate(plan, 'bad');
    expect(status).toBe(2);
    expect(fault).toMatch(/bad\.yaml:\d+:\d+: "hom" is not one of the values here; did you mean "holm"/);
    expect(readdirSync(folder)).not.toContain('bad');
  });

  test('says in one line what is wrong with the data, and leaves nothing', async () => {
    const bad = join(folder, 'bad-data');
    mkdirSync(bad);
    writeFileSync(
      join(bad, 'cohort.csv'),
      textOf('data', 'cohort.csv').replace('possession', 'posession\u0001').replace(',male,', ',mael,'),
    );
    const before = readdirSync(folder);
    const { fault } = await run('evaluate', planFile('randomised'), '--data', bad, '--out', join(folder, 'none'));
    expect(fault).toMatch(/cohort\.csv row \d+/);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    [['--data', data], 'say where the report goes'],
    [['--out', 'x'], 'name the data'],
    [['--data', data, '--out', data], 'which no evaluation wrote; name an empty or a new folder'],
    [['--data', join(folder, 'nowhere'), '--out', join(folder, 'x')], 'there is no such file or folder'],
    [['--data', data, '--out', join(folder, 'x'), '--audience', 'all'], '--audience is evaluator or board; not all'],
  ])('refuses %j', async (words, said) => {
    expect((await run('evaluate', planFile('randomised'), ...words)).fault).toContain(said);
  });

  test('leaves nothing behind when it is stopped', async () => {
    const before = readdirSync(folder);
    const program = fileURLToPath(new URL('../waymark.ts', import.meta.url));
    const words = ['evaluate', planFile('natural-experiment'), '--data', data, '--out', join(folder, 'stopped')];
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const isThere = () => readdirSync(folder).some((name) => name.startsWith('.stopped'));
    await expect.poll(isThere, { timeout: MACHINE_IS_SLOW_MS / 2, interval: 20 }).toBe(true);
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(2);
    expect(said).toContain('evaluate: stopped; nothing was written');
    expect(readdirSync(folder)).toEqual(before);
  });
});
