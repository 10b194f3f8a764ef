import { z } from 'zod';
import type { Force } from '../domain/force.ts';
import { readReferenceFile } from './reference-file.ts';

const schema = z.object({ forces: z.array(z.object({ id: z.string(), name: z.string() })) });

/** The police forces there are, from `reference/forces.yaml`. */
export async function loadForces(): Promise<readonly Force[]> {
  return schema.parse(await readReferenceFile('forces.yaml')).forces;
}
