import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { ForceName } from '../domain/stop-and-search/named-force.ts';

/** The police forces there are, by data.police.uk's ids, from `reference/forces.yaml`. */
export async function loadForceNames(): Promise<readonly ForceName[]> {
  const file = new URL('../../../reference/forces.yaml', import.meta.url);
  const { forces } = parse(await readFile(file, 'utf8')) as { forces: readonly ForceName[] };
  return forces.map(({ id, name }) => ({ id, name }));
}
