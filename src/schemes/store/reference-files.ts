import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { parseVocabulary, type Vocabulary } from '../../eligibility/index.ts';
import type { SchemeReference } from '../domain/checks/check.ts';

/** The lists that scheme documents are held against, from `reference/` of this package, wherever it is run from. */
export async function loadReference(): Promise<SchemeReference> {
  const [facts, forces, outcomeTypes] = await Promise.all([
    loadList('facts.yaml', 'facts'),
    loadList('forces.yaml', 'forces'),
    loadList('outcome-types.yaml', 'outcomeTypes'),
  ]);
  const forceIds = forces.map(textOf('id'));
  return { vocabulary: parseVocabulary(facts, forceIds), forceIds, outcomeTypes: outcomeTypes.map(textOf('type')) };
}

/** The vocabulary of facts, from `reference/facts.yaml`, with the forces there are. */
export async function loadVocabulary(): Promise<Vocabulary> {
  return (await loadReference()).vocabulary;
}

/** A list of one of the files of `reference/`. Throws where the file has no such list. */
export async function loadList(name: string, key: string): Promise<readonly unknown[]> {
  const file = new URL(`../../../reference/${name}`, import.meta.url);
  const document: unknown = parse(await readFile(file, 'utf8'));
  const list = (document as { readonly [key: string]: unknown } | null)?.[key];
  if (!Array.isArray(list)) throw new Error(`reference/${name} has no list "${key}"`);
  return list as readonly unknown[];
}

/** The member of each entry of a list that names it. */
function textOf(key: string): (entry: unknown) => string {
  return (entry) => String((entry as { readonly [key: string]: unknown })[key]);
}
