import { errorCode } from '../../shared/error-code.ts';
import { type DocumentFault, documentText } from '../../documents/index.ts';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CatalogueFault } from './catalogue-fault.ts';
import { packageFolder, shownName } from './shown-name.ts';
import { refuse, type Result } from '../../shared/result.ts';
import type { ReferenceLists } from '../../reference/index.ts';
import { checkScenarios, parseScenarios } from '../domain/scenarios/parse-scenarios.ts';
import { restingOn } from '../domain/law/law-for-scheme.ts';
import type { Law } from '../domain/law/law-document.ts';
import { checkLaw, isLawFile, loadLaw, soundLaw } from './law-files.ts';
import { checkSchemeDocument, parseSchemeDocument } from '../domain/parse-scheme-document.ts';
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
  const results = await Promise.all((await schemeFiles(folder)).map((file) => readSchemeOfFolder(file, words, laws)));
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
async function readSchemeOfFolder(
  file: string,
  reference: ReferenceLists,
  laws?: readonly Law[],
): ReturnType<typeof readScheme> {
  try {
    return await readScheme(file, reference, laws);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    const problem = 'the folder holds no scheme.yaml';
    const remedy = 'add the scheme document, or take the folder out of the catalogue';
    return refuse([{ file: shownName(file), line: 1, column: 1, path: '', problem, remedy }]);
  }
}

/** Reads one scheme document. A file that cannot be opened throws as the file system does. */
export async function readScheme(
  file: string,
  reference: ReferenceLists,
  laws?: readonly Law[],
): Promise<Result<Scheme, readonly DocumentFault[]>> {
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  return text.ok ? parseSchemeDocument(text.value, name, reference, laws) : refuse(text.refusal);
}

/**
 * Every fault of one document: of law, of a scheme, which is held against the law too, or, where the file is called
 * `scenarios.yaml`, of scenarios, which are run against the `scheme.yaml` beside them. What could not be done because
 * another document is not there or has faults is a fault too. `law`: null where it has faults.
 */
export async function checkDocument(
  file: string,
  reference: ReferenceLists,
  law?: readonly Law[] | null,
): Promise<readonly DocumentFault[]> {
  if (isLawFile(file)) return checkLaw(file, reference);
  const laws = law === undefined ? await soundLaw(reference) : law;
  return file.endsWith('scenarios.yaml')
    ? checkScenariosBeside(file, reference, laws)
    : checkScheme(file, reference, laws);
}

async function checkScheme(
  file: string,
  reference: ReferenceLists,
  laws: readonly Law[] | null,
): Promise<readonly DocumentFault[]> {
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  if (!text.ok) return text.refusal;
  if (laws !== null) return checkSchemeDocument(text.value, name, reference, laws);
  const scheme = parseSchemeDocument(text.value, name, reference);
  return [
    notDone(name, `the scheme was not held against the law: ${LAW_FAULTY}`),
    ...(scheme.ok ? [] : scheme.refusal),
  ];
}

async function checkScenariosBeside(
  file: string,
  reference: ReferenceLists,
  laws: readonly Law[] | null,
): Promise<readonly DocumentFault[]> {
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  if (!text.ok) return text.refusal;
  const { vocabulary } = reference;
  const beside = join(dirname(file), 'scheme.yaml');
  const scheme = await readSchemeOfFolder(beside, reference, laws ?? undefined);
  if (scheme.ok && laws !== null) {
    return checkScenarios(text.value, name, { vocabulary, scheme: restingOn(scheme.value, laws) });
  }
  const parsed = parseScenarios(text.value, name, { vocabulary });
  const why = scheme.ok ? LAW_FAULTY : `${shownName(beside)} is not there or has faults`;
  const remedy = scheme.ok ? PUT_LAW_RIGHT : 'put the scheme right first';
  return [notDone(name, `the scenarios were not run: ${why}`, remedy), ...(parsed.ok ? [] : parsed.refusal)];
}

const LAW_FAULTY = 'a law document has faults';
const PUT_LAW_RIGHT = 'put the law right first: waymark schemes check names its faults';

function notDone(file: string, problem: string, remedy = PUT_LAW_RIGHT): DocumentFault {
  return { file, line: 1, column: 1, path: '', problem, remedy };
}
