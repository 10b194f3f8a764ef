import { z } from 'zod';
import type { Force } from '../domain/force.ts';
import { readReferenceFile } from './reference-file.ts';

const force = z.object({ id: z.string(), name: z.string(), formerNames: z.array(z.string()).optional() });
const schema = z.object({ forces: z.array(force) });

/** The police forces there are, from `reference/forces.yaml`. */
export async function loadForces(): Promise<readonly Force[]> {
  return schema.parse(await readReferenceFile('forces.yaml')).forces;
}
