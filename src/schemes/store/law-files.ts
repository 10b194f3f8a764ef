import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type DocumentFault, documentText } from '../../documents/index.ts';
import type { ReferenceLists } from '../../reference/index.ts';
import { refuse, type Result } from '../../shared/result.ts';
import { idsOfLawDiffer } from '../domain/law/ids-of-law-differ.ts';
import type { Law } from '../domain/law/law-document.ts';
import { checkLawDocument, parseLawDocument } from '../domain/law/parse-law-document.ts';
import { CatalogueFault } from './catalogue-fault.ts';
import { packageFolder, shownName } from './shown-name.ts';

/** The law documents that come with the program. */
const lawFolder = join(packageFolder, 'law');

/** Whether a document is one of law: `law/<id>.yaml`. */
export function isLawFile(file: string): boolean {
  return basename(dirname(file)) === 'law';
}

/** The law documents, in order of id. */
export function lawFiles(): Promise<string[]> {
  return yamlFilesIn(lawFolder);
}

async function yamlFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** Every law document, by id. Throws `CatalogueFault` with all faults of all of them. */
export async function loadLaw(reference: ReferenceLists): Promise<readonly Law[]> {
  const results = await Promise.all((await lawFiles()).map((file) => readLaw(file, reference)));
  const laws = results.flatMap((result) => (result.ok ? [result.value] : []));
  const faults = [...results.flatMap((result) => (result.ok ? [] : result.refusal)), ...idsOfLawDiffer(laws)];
  if (faults.length > 0) throw new CatalogueFault(faults);
  return laws;
}

/** Every law document, or null where one of them has faults: what needs the law says so. */
export async function soundLaw(reference: ReferenceLists): Promise<readonly Law[] | null> {
  try {
    return await loadLaw(reference);
  } catch (error) {
    if (error instanceof CatalogueFault) return null;
    throw error;
  }
}

/** Every fault of one law document, its scenarios run, and the ids that a document beside it has too. */
export async function checkLaw(file: string, reference: ReferenceLists): Promise<readonly DocumentFault[]> {
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  if (!text.ok) return text.refusal;
  const faults = checkLawDocument(text.value, name, { reference });
  return faults.length > 0 ? faults : idsHeldBeside(file, reference);
}

async function idsHeldBeside(file: string, reference: ReferenceLists): Promise<DocumentFault[]> {
  const others = (await yamlFilesIn(dirname(file))).filter((other) => basename(other) !== basename(file));
  const results = await Promise.all([...others, file].map((each) => readLaw(each, reference)));
  const laws = results.flatMap((result) => (result.ok ? [result.value] : []));
  return idsOfLawDiffer(laws).filter((fault) => fault.file === shownName(file));
}

/** Reads one law document. A file that cannot be opened throws as the file system does. */
async function readLaw(file: string, reference: ReferenceLists): Promise<Result<Law, readonly DocumentFault[]>> {
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  return text.ok ? parseLawDocument(text.value, name, { reference }) : refuse(text.refusal);
}
