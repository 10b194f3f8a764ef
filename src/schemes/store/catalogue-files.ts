import { type DocumentFault, documentText } from '../../documents/index.ts';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CatalogueFault } from './catalogue-fault.ts';
import { packageFolder, shownName } from './shown-name.ts';
import { refuse, type Result } from '../../shared/result.ts';
import type { ReferenceLists } from '../../reference/index.ts';
import { checkScenarios, parseScenarios } from '../domain/scenarios/parse-scenarios.ts';
import { restingOn } from '../domain/law/law-for-scheme.ts';
import { checkLaw, isLawFile, loadLaw } from './law-files.ts';
import { parseSchemeDocument } from '../domain/parse-scheme-document.ts';
import type { Scheme } from '../domain/scheme-document.ts';
import { loadReferenceLists } from '../../reference/store/reference-lists.ts';

/** The catalogue that comes with the program: `schemes/`, wherever it is run from. */
export const catalogueFolder: string = join(packageFolder, 'schemes');

/**
 * Every scheme of a catalogue folder (`<folder>/<id>/scheme.yaml`), by id. Throws `CatalogueFault` with all faults of
 * all documents: a program that decides by half a catalogue would mislead.
 */
export async function loadCatalogue(folder: string = catalogueFolder, reference?: ReferenceLists): Promise<Scheme[]> {
  const words = reference ?? (await loadReferenceLists());
  const laws = await loadLaw(words);
  const results = await Promise.all((await schemeFiles(folder)).map((file) => readSchemeOfFolder(file, words)));
  const faults = results.flatMap((result) => (result.ok ? [] : result.refusal));
  if (faults.length > 0) throw new CatalogueFault(faults);
  return results.flatMap((result) => (result.ok ? [restingOn(result.value, laws)] : []));
}

/** The scheme documents of a catalogue folder, in order of id. */
export async function schemeFiles(folder: string = catalogueFolder): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders.sort().map((name) => join(folder, name, 'scheme.yaml'));
}

/** A folder of the catalogue without its scheme document is a fault of the catalogue, with a place like any other. */
async function readSchemeOfFolder(file: string, reference: ReferenceLists): ReturnType<typeof readScheme> {
  try {
    return await readScheme(file, reference);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const problem = 'the folder holds no scheme.yaml';
    const remedy = 'add the scheme document, or take the folder out of the catalogue';
    return refuse([{ file: shownName(file), line: 1, column: 1, path: '', problem, remedy }]);
  }
}

/** Reads one scheme document. A file that cannot be opened throws as the file system does. */
export async function readScheme(
  file: string,
  reference: ReferenceLists,
): Promise<Result<Scheme, readonly DocumentFault[]>> {
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  return text.ok ? parseSchemeDocument(text.value, name, reference) : refuse(text.refusal);
}

/**
 * Every fault of one document: of a scheme, or, where the file is called `scenarios.yaml`, of scenarios, which are run
 * against the `scheme.yaml` beside them. Where there is none, or it has faults, that they were not run is a fault too.
 */
export async function checkDocument(file: string, reference: ReferenceLists): Promise<readonly DocumentFault[]> {
  if (isLawFile(file)) return checkLaw(file, reference);
  if (!file.endsWith('scenarios.yaml')) {
    const scheme = await readScheme(file, reference);
    return scheme.ok ? [] : scheme.refusal;
  }
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  if (!text.ok) return text.refusal;
  const { vocabulary } = reference;
  const beside = join(dirname(file), 'scheme.yaml');
  const scheme = await readSchemeOfFolder(beside, reference);
  const laws = await loadLaw(reference);
  if (scheme.ok) return checkScenarios(text.value, name, { vocabulary, scheme: restingOn(scheme.value, laws) });
  const parsed = parseScenarios(text.value, name, { vocabulary });
  const problem = `the scenarios were not run: ${shownName(beside)} is not there or has faults`;
  const notRun = { file: name, line: 1, column: 1, path: '', problem, remedy: 'put the scheme right first' };
  return [notRun, ...(parsed.ok ? [] : parsed.refusal)];
}
