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

test('a scheme is held against the law, unless that has faults, and then says so', async () => {
  const reference = await loadReferenceLists();
  const wider = await put('durham-checkpoint', exampleWith(['atLeast: 18', 'atLeast: 8']));
  const [fault] = await checkDocument(wider, reference);
  expect(fault).toMatchObject({ line: 11, path: 'eligibility[0].rule' });
  expect(fault?.problem).toBe(
    'this scheme would let in somebody whom the law keeps out by LAW-1 (Aged 10 or over on the day of the offence), ' +
      'decided on 2015-04-01: {"age":8}',
  );
  expect(fault?.remedy).toBe(
    'let DUR-1 take nobody whom LAW-1 keeps out, or leave out what law/england-and-wales.yaml settles, ' +
      'as the scheme rests on it',
  );
  const told = async (file: string) => (await checkDocument(file, reference, null)).map(({ problem }) => problem);
  expect(await told(wider)).toEqual(['the scheme was not held against the law: a law document has faults']);
  const scenarios = await put(
    'durham-checkpoint',
    'base: { age: 25 }\nscenarios: [{ name: DUR-1 x, expect: eligible }]\n',
    'scenarios.yaml',
  );
  expect(await told(scenarios)).toEqual(['the scenarios were not run: a law document has faults']);
});

test('a scheme of the catalogue that names law that is not there keeps the catalogue from being loaded', async () => {
  await put('durham-checkpoint', exampleWith(['standing:  ', 'restsOn: [roman-law]\nstanding:  ']));
  await expect(loadCatalogue(folder)).rejects.toThrow('there is no law document "roman-law"');
});

test('a law document says which of its ids another beside it has', async () => {
  const law = (id: string) => `id: ${id}
name: The law
nation: [england-and-wales]
applies: {}
clauses:
  - id: LAW-900
    says: Aged 10 or over
    rule: { fact: age, atLeast: 10 }
    source: S-L
    standing: assumed
    from: 2000-01-01
base: { age: 25 }
scenarios:
  - { name: LAW-900 nine, with: { age: 9 }, expect: ineligible, because: [LAW-900] }
  - { name: LAW-900 ten, with: { age: 10 }, expect: eligible }
  - { name: LAW-900 not known, without: [age], expect: needs-information, missing: [age] }
sources:
  S-L: { title: The law, publisher: The law of England and Wales }
`;
  folder = join(folder, '..');
  const file = await put('law', law('one'), 'one.yaml');
  const reference = await loadReferenceLists();
  expect(await checkDocument(file, reference)).toEqual([]);
  await put('law', law('two'), 'two.yaml');
  expect((await checkDocument(file, reference)).map(({ problem }) => problem)).toEqual([
    `the id LAW-900 stands in ${join(folder, 'law/two.yaml')} too`,
  ]);
  folder = join(folder, 'schemes');
});

test('a document that is not there is thrown as the file system says it', async () => {
  await expect(checkDocument(join(folder, 'none.yaml'), await loadReferenceLists())).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
