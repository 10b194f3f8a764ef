import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Population } from '../domain/disproportionality/population.ts';

interface PopulationsFile {
  readonly source: string;
  readonly populations: readonly {
    readonly force: string;
    readonly ethnicity: Population['ethnicity'];
    readonly age: NonNullable<Population['age']>;
    readonly caution?: string;
  }[];
}

/** Those who live in each police force area of England and Wales, from `reference/populations.yaml`. */
export async function loadPopulations(): Promise<readonly Population[]> {
  const file = new URL('../../../reference/populations.yaml', import.meta.url);
  const { source, populations } = parse(await readFile(file, 'utf8')) as PopulationsFile;
  return populations.map(({ force, ethnicity, age, caution = null }) => ({
    forces: [force],
    ethnicity,
    age,
    caution,
    source,
  }));
}
