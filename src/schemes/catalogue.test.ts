import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { documentText } from '../documents/index.ts';
import { checkLawDocument } from './domain/law/parse-law-document.ts';
import { parseScenarios } from './domain/scenarios/parse-scenarios.ts';
import { runFindings, runScenarios } from './domain/scenarios/run-scenarios.ts';
import { coverageFindings } from './domain/scenarios/scenario-coverage.ts';
import { catalogueFolder, checkDocument, readScheme, schemeFiles } from './store/catalogue-files.ts';
import { restingOn } from './domain/law/law-for-scheme.ts';
import { lawFiles } from './store/law-files.ts';
import { shippedLaw } from './store/shipped-law.test-support.ts';
import { loadReferenceLists } from '../reference/store/reference-lists.ts';

/** The schemes that the catalogue must hold; their ids are fixed. */
const IDS = [
  'avon-and-somerset-dep',
  'avon-and-somerset-yadd',
  'british-columbia-exemption',
  'carlys-amnesty',
  'chance-to-change',
  'checkpoint-cymru',
  'cji-possession-framework',
  'cleveland-divert',
  'cleveland-hat',
  'devon-and-cornwall-pathfinder',
  'druglink-courses',
  'durham-checkpoint',
  'dyfed-powys-divert',
  'gwent-alcohol-diversion',
  'kent-kydis-medway-disp',
  'london-18-24-cannabis',
  'merseyside-deferred-prosecution',
  'new-chance',
  'norfolk-suffolk-alcohol-diversion',
  'north-wales-drug-education',
  'north-yorkshire-operation-choice',
  'northern-ireland-crn-ascert',
  'offender-to-rehab',
  'oregon-measure-110',
  'portugal-dissuasion',
  'scotland-diversion-from-prosecution',
  'scotland-recorded-police-warning',
  'south-wales-18-25',
  'south-wales-drug-course',
  'surrey-checkpoint',
  'surrey-checkpoint-plus',
  'thames-valley-adult',
  'thames-valley-youth',
  'turning-point',
  'warwickshire-pads',
  'west-mercia-divert',
  'west-midlands-arrest-referral',
  'west-midlands-divert',
  'womens-pathfinder-gwent-south-wales',
];

const reference = await loadReferenceLists();
const { vocabulary } = reference;
const laws = shippedLaw;

test('the catalogue holds every scheme that it should', async () => {
  const ids = (await schemeFiles()).map((file) => (parse(readFileSync(file, 'utf8')) as { id: string }).id);
  expect(ids).toEqual(expect.arrayContaining(IDS));
});

test.each(await lawFiles())('%s has no faults, and does what its scenarios say', async (file) => {
  // That no two of them have a clause of the same id was seen above, when all of them were loaded.
  const text = documentText(readFileSync(file), file);
  expect(text.ok && checkLawDocument(text.value, file, { reference })).toEqual([]);
});

const OWN_READING = /\b(assumed|our reading|is read as|taken to|narrower reading|our inference|general law)\b/;

test('a clause whose note says that it holds a reading of ours is not called sourced', async () => {
  const schemes = await Promise.all((await schemeFiles()).map((file) => readScheme(file, reference)));
  const clauses = [
    ...schemes.flatMap((scheme) => (scheme.ok ? scheme.value.eligibility : [])),
    ...laws.flatMap(({ clauses: ofLaw }) => ofLaw),
  ];
  const misnamed = clauses.filter(({ standing, note = '' }) => standing === 'sourced' && OWN_READING.test(note));
  expect(misnamed.map(({ id }) => id)).toEqual([]);
});

for (const file of await schemeFiles()) {
  const scenariosFile = join(file, '../scenarios.yaml');
  const result = await readScheme(file, reference);

  describe(file.slice(catalogueFolder.length + 1), () => {
    test('has no faults, is no wider than the law, and its scenarios have no faults', async () => {
      expect(await checkDocument(file, reference, laws)).toEqual([]);
      expect(await checkDocument(scenariosFile, reference, laws)).toEqual([]);
    });

    if (!result.ok) return;
    const scheme = restingOn(result.value, laws);
    const document = parseScenarios(readFileSync(scenariosFile, 'utf8'), scenariosFile, { vocabulary, scheme });
    if (!document.ok) return;
    const runs = runScenarios(scheme, document.value, vocabulary);
    const unshown = coverageFindings(scheme, runs, vocabulary).map(({ problem }) => problem);

    test.each(runs.map((run) => [run.name, run] as const))('%s', (_, run) => {
      expect(runFindings(run).map(({ problem, remedy }) => `${problem}; ${remedy}`)).toEqual([]);
    });

    test.each(scheme.eligibility.map(({ id }) => id))('%s is shown in, out, at its bounds and not known', (id) => {
      expect(unshown.filter((problem) => problem.startsWith(`${id} `))).toEqual([]);
    });
  });
}
