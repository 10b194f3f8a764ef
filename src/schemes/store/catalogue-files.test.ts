import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE, exampleWith } from '../domain/example-scheme.test-support.ts';
import { CatalogueFault } from './catalogue-fault.ts';
import { checkDocument, loadCatalogue } from './catalogue-files.ts';
import { loadReferenceLists, loadVocabulary } from '../../reference/store/reference-lists.ts';

let folder = '';

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'waymark-schemes-')), 'schemes');
});

afterEach(() => rm(join(folder, '..'), { recursive: true }));

async function put(id: string, text: string, name = 'scheme.yaml'): Promise<string> {
  await mkdir(join(folder, id), { recursive: true });
  await writeFile(join(folder, id, name), text);
  return join(folder, id, name);
}

test('a folder of schemes is read in order of id, and other files in it are left alone', async () => {
  await put('second', exampleWith(['id: durham-checkpoint', 'id: second']));
  await put('durham-checkpoint', EXAMPLE);
  await writeFile(join(folder, 'scheme.schema.json'), '{}');
  expect((await loadCatalogue(folder)).map(({ id }) => id)).toEqual(['durham-checkpoint', 'second']);
});

test('a catalogue with faults is not loaded by half: every fault of every document is thrown', async () => {
  await put('durham-checkpoint', exampleWith(['atLeast: 18', 'atLeast: old']));
  await put('second', exampleWith(['kind: deferred-prosecution', 'kind: none']));
  const thrown = await loadCatalogue(folder).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(CatalogueFault);
  expect((thrown as CatalogueFault).faults.map(({ path }) => path)).toEqual([
    'eligibility[0].rule.atLeast',
    'id',
    'kind',
  ]);
  expect((thrown as CatalogueFault).message).toContain('and 2 more (run waymark schemes check)');
});

test('a folder without its scheme is a fault of the catalogue', async () => {
  await mkdir(join(folder, 'bare'), { recursive: true });
  await expect(loadCatalogue(folder)).rejects.toThrow('bare/scheme.yaml:1:1: the folder holds no scheme.yaml');
});

test('the catalogue and the vocabulary that come with the program are found from any folder', async () => {
  const before = process.cwd();
  try {
    process.chdir(tmpdir());
    expect((await loadVocabulary()).byId.has('age')).toBe(true);
    expect((await loadCatalogue()).find(({ id }) => id === 'durham-checkpoint')?.file).toBe(
      'schemes/durham-checkpoint/scheme.yaml',
    );
  } finally {
    process.chdir(before);
  }
});

test('scenarios are run against the scheme beside them, and said not to have been where there is none', async () => {
  const reference = await loadReferenceLists();
  const scenarios = await put(
    'durham-checkpoint',
    'base: { age: 25 }\nscenarios: [{ name: DUR-1 x, expect: ineligible }]\n',
    'scenarios.yaml',
  );
  expect((await checkDocument(scenarios, reference)).map(({ problem }) => problem)).toEqual([
    `the scenarios were not run: ${join(folder, 'durham-checkpoint/scheme.yaml')} is not there or has faults`,
  ]);
  await put('durham-checkpoint', EXAMPLE);
  const problems = (await checkDocument(scenarios, reference)).map(({ problem }) => problem);
  expect(problems).toContain('"DUR-1 x" is expected to be ineligible and is eligible');
});

test('a document that is not there is thrown as the file system says it', async () => {
  await expect(checkDocument(join(folder, 'none.yaml'), await loadReferenceLists())).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
