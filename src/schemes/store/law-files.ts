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
export async function lawFiles(): Promise<string[]> {
  const names = await readdir(lawFolder);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(lawFolder, name));
}

/** Every law document, by id. Throws `CatalogueFault` with all faults of all of them. */
export async function loadLaw(reference: ReferenceLists): Promise<readonly Law[]> {
  const results = await Promise.all((await lawFiles()).map((file) => readLaw(file, reference)));
  const laws = results.flatMap((result) => (result.ok ? [result.value] : []));
  const faults = [...results.flatMap((result) => (result.ok ? [] : result.refusal)), ...idsOfLawDiffer(laws)];
  if (faults.length > 0) throw new CatalogueFault(faults);
  return laws;
}

/** Every fault of one law document, its scenarios run. */
export async function checkLaw(file: string, reference: ReferenceLists): Promise<readonly DocumentFault[]> {
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  return text.ok ? checkLawDocument(text.value, name, { reference }) : text.refusal;
}

/** Reads one law document. A file that cannot be opened throws as the file system does. */
async function readLaw(file: string, reference: ReferenceLists): Promise<Result<Law, readonly DocumentFault[]>> {
  const name = shownName(file);
  const text = documentText(await readFile(file), name);
  return text.ok ? parseLawDocument(text.value, name, { reference }) : refuse(text.refusal);
}
