import { z } from 'zod';
import type { ReferenceWords } from '../domain/reference-words.ts';
import { loadForces } from './forces.ts';
import { readReferenceFile } from './reference-file.ts';

const factsFile = z.object({
  facts: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      'question-cy': z.string().optional(),
      tick: z.string().optional(),
      'tick-cy': z.string().optional(),
      asking: z.object({ mayDecline: z.boolean().optional() }).optional(),
      hint: z.string().optional(),
      unit: z.string().optional(),
      shown: z.enum(['need', 'police']).optional(),
      labels: z.record(z.string(), z.string()).default({}),
    }),
  ),
});
const localAuthoritiesFile = z.object({
  localAuthorities: z.array(z.object({ code: z.string(), name: z.string(), force: z.string() })),
});
const outcomeTypesFile = z.object({ outcomeTypes: z.array(z.object({ type: z.string(), label: z.string() })) });

/**
 * The words for facts, forces and outcome types, from `reference/`, and the names of these schemes: for pages, which
 * speak to people.
 */
export async function loadReferenceWords(
  schemes: readonly { readonly id: string; readonly name: string }[] = [],
): Promise<ReferenceWords> {
  const { facts } = factsFile.parse(await readReferenceFile('facts.yaml'));
  const { outcomeTypes } = outcomeTypesFile.parse(await readReferenceFile('outcome-types.yaml'));
  const { localAuthorities } = localAuthoritiesFile.parse(await readReferenceFile('local-authorities.yaml'));
  return {
    facts: new Map(
      facts.map(({ id, asking, 'question-cy': welsh, 'tick-cy': tickInWelsh, ...words }) => [
        id,
        { ...words, welsh, tickInWelsh, mayDecline: asking?.mayDecline === true },
      ]),
    ),
    localAuthorities: new Map(localAuthorities.map(({ code, ...authority }) => [code, authority])),
    forces: new Map((await loadForces()).map(({ id, name }) => [id, name])),
    schemes: new Map(schemes.map(({ id, name }) => [id, name])),
    outcomeTypes: new Map(outcomeTypes.map(({ type, label }) => [type, label])),
  };
}
