import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadReferenceLists } from '../src/reference/store/reference-lists.ts';
import { lawDocumentKind } from '../src/cases/store/shapes/law-document-kind.ts';
import { schemeDocumentKind } from '../src/cases/store/shapes/scheme-document-kind.ts';
import { vocabularyDocumentKind } from '../src/cases/store/shapes/vocabulary-document-kind.ts';
import { parseScenarios } from '../src/schemes/domain/scenarios/parse-scenarios.ts';
import { runScenarios } from '../src/schemes/domain/scenarios/run-scenarios.ts';
import { vocabularyDocumentOf } from '../src/schemes/index.ts';
import { catalogueFolder, loadCatalogue } from '../src/schemes/store/catalogue-files.ts';
import { loadLaw } from '../src/schemes/store/law-files.ts';
import { contentHash } from '../src/shared/canonical-json.ts';
import { decisionsFolder, documentsFolder, toKeep } from '../tests/shapes/kept-decisions.ts';

/**
 * Keeps what the engine decides of each scheme's scenarios, with the documents it decides by, for each version of a
 * scheme that is not kept yet. What is kept is never written again: an engine that decides otherwise is at fault.
 */
const reference = await loadReferenceLists();
const { vocabulary } = reference;
const laws = await loadLaw(reference);
const vocabularyDocument = vocabularyDocumentOf(vocabulary);
const vocabularyVersion = contentHash(vocabularyDocument);
await mkdir(documentsFolder, { recursive: true });
for (const scheme of await loadCatalogue()) {
  const set = new URL(`${scheme.id}-${scheme.version.slice(0, 8)}.json`, decisionsFolder);
  if (existsSync(set)) continue;
  const file = join(catalogueFolder, scheme.id, 'scenarios.yaml');
  const scenarios = parseScenarios(await readFile(file, 'utf8'), file, { vocabulary, scheme });
  if (!scenarios.ok) throw new Error(`${file} has faults`);
  const lines = runScenarios(scheme, scenarios.value, vocabulary).map(({ facts, decision }) =>
    JSON.stringify({ facts: facts.values, asOf: decision.asOf, ...toKeep(decision) }),
  );
  const { version, file: _, law = [], laws: __, ...document } = scheme;
  const lawVersions = law.map(({ version: hash }) => hash);
  const head = JSON.stringify({
    scheme: scheme.id,
    schemeVersion: version,
    vocabularyVersion,
    law: lawVersions,
  }).slice(1, -1);
  await writeFile(set, `{${head},"decisions":[\n${lines.join(',\n')}\n]}\n`);
  await keepDocument(version, schemeDocumentKind.shape, document);
  for (const { version: hash, file: ___, ...document } of laws.filter((each) => lawVersions.includes(each.version))) {
    await keepDocument(hash, lawDocumentKind.shape, document);
  }
}
await keepDocument(vocabularyVersion, vocabularyDocumentKind.shape, vocabularyDocument);

async function keepDocument(version: string, shape: number, document: unknown): Promise<void> {
  const file = new URL(`${version}.json`, documentsFolder);
  if (!existsSync(file)) await writeFile(file, `${JSON.stringify({ shape, document })}\n`);
}
