import { z } from 'zod';
import { readReferenceFile } from '../../reference/store/reference-file.ts';
import { ETHNIC_GROUPS } from '../domain/disproportionality/ethnic-group.ts';
import { AGE_BANDS, type Population } from '../domain/disproportionality/population.ts';

const schema = z.object({
  source: z.string(),
  populations: z.array(
    z.object({
      force: z.string(),
      ethnicity: z.record(z.enum(ETHNIC_GROUPS), z.number()),
      age: z.record(z.enum(AGE_BANDS), z.number()),
      caution: z.string().nullable().default(null),
    }),
  ),
});

/** Those who live in each police force area of England and Wales, from `reference/populations.yaml`. */
export async function loadPopulations(): Promise<readonly Population[]> {
  const { source, populations } = schema.parse(await readReferenceFile('populations.yaml'));
  return populations.map(({ force, ...population }) => ({ ...population, forces: [force], source }));
}
