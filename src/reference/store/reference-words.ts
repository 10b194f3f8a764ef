import { z } from 'zod';
import type { ReferenceWords } from '../domain/reference-words.ts';
import { loadForces } from './forces.ts';
import { readReferenceFile } from './reference-file.ts';

const factsFile = z.object({
  facts: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      hint: z.string().optional(),
      unit: z.string().optional(),
      labels: z.record(z.string(), z.string()).default({}),
    }),
  ),
});
const outcomeTypesFile = z.object({ outcomeTypes: z.array(z.object({ type: z.string(), label: z.string() })) });

/** The words for facts, forces and outcome types, from `reference/`: for pages, which speak to people. */
export async function loadReferenceWords(): Promise<ReferenceWords> {
  const { facts } = factsFile.parse(await readReferenceFile('facts.yaml'));
  const { outcomeTypes } = outcomeTypesFile.parse(await readReferenceFile('outcome-types.yaml'));
  return {
    facts: new Map(facts.map(({ id, ...words }) => [id, words])),
    forces: new Map((await loadForces()).map(({ id, name }) => [id, name])),
    outcomeTypes: new Map(outcomeTypes.map(({ type, label }) => [type, label])),
  };
}
