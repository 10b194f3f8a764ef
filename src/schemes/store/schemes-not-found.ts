import { z } from 'zod';
import { readReferenceFile } from '../../reference/store/reference-file.ts';
import type { SchemeNotFound } from '../domain/scheme-not-found.ts';

const schema = z.strictObject({
  lookedOn: z.string(),
  forces: z.array(z.strictObject({ force: z.string(), note: z.string().optional() })),
});

/** The forces for which a scheme was looked for and not found, from `reference/schemes-not-found.yaml`. */
export async function loadSchemesNotFound(): Promise<readonly SchemeNotFound[]> {
  return schema.parse(await readReferenceFile('schemes-not-found.yaml')).forces;
}
